"""Amendments that hold for some units of a task."""

from datetime import date

import pytest
from django.test import Client

from congdoan.core.errors import Conflict, Invalid
from congdoan.plans.models import Amendment, Assignment, Plan, Task
from congdoan.plans.queries.work.assignment_page import assignment_page
from congdoan.plans.services.lifecycle.amend import ChangeParties, MoveDue, Withdraw, amend_plan
from congdoan.plans.services.lifecycle.parties import Parties
from congdoan.worklist.models import Notice, WorkItem
from tests.plans.drafts import TODAY
from tests.world import Federation

MAY = date(2023, 5, 31)


def amend(plan: Plan, federation: Federation, *changes: object) -> Amendment:
    return amend_plan(
        plan_id=plan.pk,
        by=federation["chutich"],
        on=TODAY,
        reason="Theo đề nghị của huyện",
        decision="12/CV-LĐLĐ",
        changes=changes,  # type: ignore[arg-type]
    )


@pytest.fixture
def task(running: Plan) -> Task:
    """Due on 01/03/2023, of every district."""
    return running.tasks.get(number="III.2.a")


def part(task: Task, federation: Federation, which: str) -> Assignment:
    return Assignment.objects.get(task=task, unit=getattr(federation, which))


def test_a_day_moves_for_the_named_unit_alone(running: Plan, task: Task, federation: Federation) -> None:
    change = amend(running, federation, MoveDue(task.pk, MAY, (federation.ba_tri.pk,))).changes.get()
    assert [str(unit) for unit in change.units.all()] == ["LĐLĐ huyện Ba Tri"]
    assert (part(task, federation, "ba_tri").due, part(task, federation, "cho_lach").due) == (MAY, date(2023, 3, 1))
    task.refresh_from_db()
    assert task.due == date(2023, 3, 1)
    assert dict(WorkItem.objects.filter(unit__kind="district").values_list("unit__short_name", "due")) == {
        "LĐLĐ huyện Ba Tri": MAY,
        "LĐLĐ huyện Chợ Lách": date(2023, 3, 1),
    }


def test_only_the_named_unit_is_told_and_sees_it_with_the_paper(
    running: Plan, task: Task, federation: Federation
) -> None:
    amend(running, federation, MoveDue(task.pk, MAY, (federation.ba_tri.pk,)))
    assert set(Notice.objects.filter(kind="plans.amended").values_list("user__username", flat=True)) == {"batri"}
    (own,) = assignment_page(part(task, federation, "ba_tri").pk, federation["batri"]).amended
    assert (own.words, own.is_own) == ("01/03/2023 → 31/05/2023", True)
    assert own.reason == "Theo đề nghị của huyện (12/CV-LĐLĐ)"
    assert assignment_page(part(task, federation, "cho_lach").pk, federation["cholach"]).amended == []


def test_a_task_is_withdrawn_from_one_unit_and_the_others_go_on(
    running: Plan, task: Task, federation: Federation
) -> None:
    amend(running, federation, Withdraw(task.pk, (federation.ba_tri.pk,)))
    states = {str(one.unit): one.state for one in task.assignments.select_related("unit")}
    assert states == {"LĐLĐ huyện Ba Tri": "withdrawn", "LĐLĐ huyện Chợ Lách": "new"}
    task.refresh_from_db()
    assert task.withdrawn_on is None


def test_a_whole_level_that_is_named_later_does_not_bring_the_task_back(
    running: Plan, task: Task, federation: Federation
) -> None:
    amend(running, federation, Withdraw(task.pk, (federation.ba_tri.pk,)))
    parties = Parties(lead_kinds=("district",), cooperating=(federation.office.pk,))
    amend(running, federation, ChangeParties(task.pk, parties))
    assert part(task, federation, "ba_tri").state == "withdrawn"
    amend(running, federation, ChangeParties(task.pk, Parties(lead=(federation.ba_tri.pk,), lead_kinds=("district",))))
    assert part(task, federation, "ba_tri").state == "new"


def test_somebody_must_still_lead(running: Plan, task: Task, federation: Federation) -> None:
    with pytest.raises(Invalid, match="không còn đơn vị chủ trì"):
        amend(running, federation, Withdraw(task.pk, (federation.ba_tri.pk, federation.cho_lach.pk)))


def test_a_unit_that_has_nothing_left_to_do_is_refused(running: Plan, task: Task, federation: Federation) -> None:
    Assignment.objects.filter(pk=part(task, federation, "ba_tri").pk).update(
        state="done", done_on=TODAY, taken_on=TODAY
    )
    with pytest.raises(Conflict, match="không còn làm mục"):
        amend(running, federation, MoveDue(task.pk, MAY, (federation.ba_tri.pk,)))


def test_the_form_names_the_units_and_the_task_page_shows_the_deviation(
    running: Plan, task: Task, federation: Federation, client: Client
) -> None:
    client.force_login(federation["chutich"])
    key = f"task-{task.pk}"
    asked = {
        f"{key}-title": task.title,
        f"{key}-text": task.text,
        f"{key}-due": "31/05/2023",
        f"{key}-lead_kinds": "district",
        f"{key}-roll_up": "all",
        f"{key}-only": str(federation.ba_tri.pk),
        "reason": "Theo đề nghị",
        "decision": "12/CV-LĐLĐ",
    }
    assert client.post(f"/ke-hoach/{running.pk}/dieu-chinh/?nv={task.pk}", asked).status_code == 302
    page = client.get(f"/ke-hoach/{running.pk}/nhiem-vu/{task.pk}/").content.decode()
    assert "01/03/2023 → 31/05/2023, chỉ với LĐLĐ huyện Ba Tri" in page
    assert "Theo đề nghị (12/CV-LĐLĐ)" in page
