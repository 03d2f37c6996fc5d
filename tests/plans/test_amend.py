from datetime import date

import pytest

from congdoan.core.errors import IllegalTransition, Invalid
from congdoan.plans.models import Assignment, Plan
from congdoan.plans.services.lifecycle.amend import (
    AddTask,
    ChangeParties,
    MoveDue,
    Reword,
    Withdraw,
    amend_plan,
)
from congdoan.plans.services.lifecycle.parties import Parties
from congdoan.worklist.models import Notice, WorkItem
from tests.plans.drafts import TODAY
from tests.world import Federation


def amend(plan: Plan, federation: Federation, *changes):
    return amend_plan(plan_id=plan.pk, by=federation["chutich"], on=TODAY, reason="Theo chỉ đạo mới", changes=changes)


def test_a_moved_day_moves_the_open_work_of_every_unit(running: Plan, federation: Federation) -> None:
    task = running.tasks.get(number="III.2.a")
    amend(running, federation, MoveDue(task.pk, date(2023, 5, 31)))
    assert {w.due for w in WorkItem.objects.filter(unit__kind="district")} == {date(2023, 5, 31)}


def test_a_withdrawn_task_leaves_the_desks_of_its_units_only(running: Plan, federation: Federation) -> None:
    amend(running, federation, Withdraw(running.tasks.get(number="III.2.a").pk))
    assert set(WorkItem.objects.filter(state="open").values_list("unit__short_name", flat=True)) == {
        "Ban Tổ chức",
        "Văn phòng",
    }


def test_a_unit_that_joins_gets_work_and_one_that_leaves_loses_it(running: Plan, federation: Federation) -> None:
    task = running.tasks.get(number="2.2.a")
    amend(
        running,
        federation,
        ChangeParties(task.pk, Parties(lead=(federation.office.pk,), cooperating=(federation.finance.pk,))),
    )
    states = {(a.unit.short_name, a.role, a.state) for a in Assignment.objects.filter(task=task)}
    assert states == {
        ("Ban Tổ chức", "lead", "withdrawn"),
        ("Văn phòng", "lead", "new"),
        ("Ban Tài chính", "cooperating", "new"),
    }


def test_an_added_task_is_given_at_once(running: Plan, federation: Federation) -> None:
    amend(running, federation, AddTask(None, "2.2.b", "Việc mới", "", None, Parties(lead_kinds=("district",))))
    assert Assignment.objects.filter(task__number="2.2.b").count() == 2


def test_every_change_is_kept_with_before_and_after(running: Plan, federation: Federation) -> None:
    task = running.tasks.get(number="2.2.a")
    amendment = amend(
        running, federation, Reword(task.pk, "Tên mới", "Nội dung mới"), MoveDue(task.pk, date(2023, 9, 30))
    )
    kept = {(c.kind, str(c.before), str(c.after)) for c in amendment.changes.all()}
    assert kept == {
        ("text", "{'text': 'Làm việc', 'title': 'Việc 2.2.a'}", "{'text': 'Nội dung mới', 'title': 'Tên mới'}"),
        ("due", "{'due': '2023-06-30'}", "{'due': '2023-09-30'}"),
    }
    assert amendment.version == 2


def test_an_amendment_that_changes_nothing_is_refused_and_makes_no_version(
    running: Plan, federation: Federation
) -> None:
    task = running.tasks.get(number="2.2.a")
    with pytest.raises(Invalid, match="Chưa có thay đổi"):
        amend(running, federation, MoveDue(task.pk, task.due))
    running.refresh_from_db()
    assert running.version == 1


def test_a_day_in_the_past_is_refused(running: Plan, federation: Federation) -> None:
    with pytest.raises(Invalid, match="đã qua"):
        amend(running, federation, MoveDue(running.tasks.get(number="2.2.a").pk, date(2023, 1, 1)))


def test_a_draft_is_edited_not_amended(draft: Plan, federation: Federation) -> None:
    with pytest.raises(IllegalTransition):
        amend(draft, federation, Withdraw(draft.tasks.first().pk))


def test_only_the_units_of_a_changed_task_are_told(running: Plan, federation: Federation) -> None:
    amend(running, federation, MoveDue(running.tasks.get(number="III.2.a").pk, date(2023, 5, 31)))
    told = Notice.objects.filter(kind="plans.amended").values_list("user__username", flat=True)
    assert set(told) == {"batri", "cholach"}
