from datetime import date

import pytest

from congdoan.core.errors import Conflict, IllegalTransition, Invalid
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
from congdoan.plans.services.work.assign import assign_person
from congdoan.plans.services.work.items import open_accept
from congdoan.plans.services.work.raise_obstacle import raise_obstacle
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


def test_a_withdrawn_task_takes_persons_parts_and_open_questions_along(running: Plan, federation: Federation) -> None:
    given = begun(running, federation)
    raise_obstacle(assignment_id=given.pk, by=federation["batri.cv"], text="Chưa có mẫu")
    amend(running, federation, Withdraw(given.task_id))
    left = WorkItem.objects.filter(state="open", unit__kind="district")
    assert not left and not WorkItem.objects.filter(state="open", kind="plans.answer")
    given.refresh_from_db()
    assert (given.state, given.open_obstacles) == ("withdrawn", 0)


def test_a_moved_day_moves_persons_parts_but_not_the_clock_of_accepting(running: Plan, federation: Federation) -> None:
    given = begun(running, federation)
    task = running.tasks.get(number="2.2.a")
    office = Assignment.objects.get(task=task, unit=federation.office)
    Assignment.objects.filter(pk=office.pk).update(state="to_accept")
    open_accept(office)
    clock_of_accepting = WorkItem.objects.get(kind="plans.accept").due
    amend(running, federation, MoveDue(given.task_id, date(2023, 5, 31)), MoveDue(task.pk, date(2023, 9, 30)))
    assert WorkItem.objects.get(kind="plans.execute").due == date(2023, 5, 31)
    assert WorkItem.objects.get(kind="plans.accept").due == clock_of_accepting


def test_a_persons_own_day_is_kept_unless_the_new_day_comes_before_it(running: Plan, federation: Federation) -> None:
    given = begun(running, federation, due=date(2023, 6, 15))
    amend(running, federation, MoveDue(given.task_id, date(2023, 8, 31)))
    assert WorkItem.objects.get(kind="plans.execute").due == date(2023, 6, 15)
    amend(running, federation, MoveDue(given.task_id, date(2023, 5, 31)))
    assert WorkItem.objects.get(kind="plans.execute").due == given.executors.get().due == date(2023, 5, 31)


def test_a_new_name_stands_on_every_desk(running: Plan, federation: Federation) -> None:
    task = running.tasks.get(number="III.2.a")
    amend(running, federation, Reword(task.pk, "Tên mới", task.text))
    assert set(WorkItem.objects.filter(unit__kind="district").values_list("title", flat=True)) == {"Tên mới"}


def test_a_unit_that_comes_to_lead_reads_so_on_its_desk(running: Plan, federation: Federation) -> None:
    task = running.tasks.get(number="2.2.a")
    amend(running, federation, ChangeParties(task.pk, Parties(lead=(federation.office.pk,))))
    assert WorkItem.objects.get(unit=federation.office, state="open").source.startswith("Chủ trì · Nhiệm vụ 2.2.a")


def test_a_unit_that_comes_back_starts_anew_with_the_present_day(running: Plan, federation: Federation) -> None:
    task = running.tasks.get(number="2.2.a")
    lead = (federation.organisation.pk,)
    amend(running, federation, ChangeParties(task.pk, Parties(lead=lead)), MoveDue(task.pk, date(2023, 9, 30)))
    amend(running, federation, ChangeParties(task.pk, Parties(lead=lead, cooperating=(federation.office.pk,))))
    back = Assignment.objects.get(task=task, unit=federation.office)
    assert (back.state, back.due) == ("new", date(2023, 9, 30))
    assert WorkItem.objects.get(unit=federation.office, state="open").due == date(2023, 9, 30)


def test_a_day_in_the_past_is_refused_for_a_new_task_too(running: Plan, federation: Federation) -> None:
    with pytest.raises(Invalid, match="đã qua"):
        amend(
            running, federation, AddTask(None, "9", "Việc mới", "", date(2023, 1, 1), Parties(lead_kinds=("district",)))
        )


def test_the_second_of_two_who_amend_a_task_is_told_what_the_first_did(running: Plan, federation: Federation) -> None:
    task, other = running.tasks.get(number="2.2.a"), running.tasks.get(number="III.2.a")
    amend(running, federation, MoveDue(task.pk, date(2023, 9, 30)))
    late = {"plan_id": running.pk, "by": federation["vanthu"], "on": TODAY, "reason": "Sửa chữ", "seen": 1}
    with pytest.raises(Conflict, match=r"Nguyễn Phúc Linh đã điều chỉnh mục 2\.2\.a .*đổi hạn"):
        amend_plan(**late, changes=[Reword(task.pk, "Tên mới", "Nội dung mới")])
    assert amend_plan(**late, changes=[Reword(other.pk, "Tên mới", "Nội dung mới")]).version == 3


def begun(plan: Plan, federation: Federation, *, due: date | None = None) -> Assignment:
    """Ba Tri's part, moved to a later day, taken on and given to a specialist."""
    given = Assignment.objects.get(task__number="III.2.a", unit=federation.ba_tri)
    amend(plan, federation, MoveDue(given.task_id, date(2023, 7, 31)))
    assign_person(assignment_id=given.pk, by=federation["batri"], person=federation["batri.cv"], due=due)
    return Assignment.objects.get(pk=given.pk)
