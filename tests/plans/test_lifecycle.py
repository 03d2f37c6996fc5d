from datetime import date

import pytest

from congdoan.core.errors import IllegalTransition, Invalid, NotAllowed
from congdoan.plans.models import Assignment, Plan, PlanState
from congdoan.plans.queries.plans import visible_plans
from congdoan.plans.services.lifecycle.approve import approve_plan, return_plan
from congdoan.plans.services.lifecycle.end import close_plan, withdraw_plan
from congdoan.plans.services.lifecycle.issue import issue_plan
from congdoan.plans.services.lifecycle.replace import replace_plan
from congdoan.plans.services.lifecycle.submit import recall_plan, submit_plan
from congdoan.plans.services.work.answer_obstacle import answer_obstacle
from congdoan.plans.services.work.assign import assign_person
from congdoan.plans.services.work.raise_obstacle import raise_obstacle
from congdoan.worklist.models import Notice, WorkItem
from tests.plans.drafts import TODAY, add_task, approved, issued
from tests.world import Federation


def open_kinds(plan_id: int) -> set[str]:
    return set(
        WorkItem.objects.filter(object_id=plan_id, state="open", kind__startswith="plans.").values_list(
            "kind", flat=True
        )
    )


def test_issuing_gives_each_task_to_its_units_and_each_district_its_own_part(
    draft: Plan, federation: Federation
) -> None:
    plan = issued(draft, federation)
    given = {(a.task.number, a.unit.short_name, a.role) for a in Assignment.objects.filter(plan=plan)}
    assert given == {
        ("2.2.a", "Ban Tổ chức", "lead"),
        ("2.2.a", "Văn phòng", "cooperating"),
        ("III.2.a", "LĐLĐ huyện Ba Tri", "lead"),
        ("III.2.a", "LĐLĐ huyện Chợ Lách", "lead"),
    }
    assert plan.state == PlanState.RUNNING
    assert plan.symbol == "1/KH-LĐLĐ"


def test_every_assignment_lies_on_its_units_desk_with_the_symbol_of_the_plan(
    draft: Plan, federation: Federation
) -> None:
    issued(draft, federation)
    [item] = WorkItem.objects.filter(unit=federation.ba_tri, kind="plans.take")
    assert (item.due, item.source) == (date(2023, 3, 1), "Chủ trì · Nhiệm vụ III.2.a, Kế hoạch 1/KH-LĐLĐ")


def test_the_number_goes_on_after_a_number_from_the_paper_register(draft: Plan, federation: Federation) -> None:
    approved(draft, federation)
    first = issue_plan(plan_id=draft.pk, by=federation["vanthu"], on=TODAY, number=34)
    second = Plan.objects.create(unit=federation.province, subject="Kế hoạch khác", state=PlanState.IN_REVIEW)
    add_task(second, "1", federation.finance, None)
    assert (first.symbol, issued(second, federation).symbol) == ("34/KH-LĐLĐ", "35/KH-LĐLĐ")


def test_a_number_that_is_taken_is_refused(draft: Plan, federation: Federation) -> None:
    issued(draft, federation)
    second = Plan.objects.create(unit=federation.province, subject="Kế hoạch khác", state=PlanState.IN_REVIEW)
    add_task(second, "1", federation.finance, None)
    approved(second, federation)
    with pytest.raises(Invalid, match="Số 1 đã cấp"):
        issue_plan(plan_id=second.pk, by=federation["vanthu"], on=TODAY, number=1)


def test_a_unit_that_leads_and_cooperates_leads(draft: Plan, federation: Federation) -> None:
    task = add_task(draft, "3", federation.finance, None, cooperating=federation.finance)
    issued(draft, federation)
    assert Assignment.objects.get(task=task).role == "lead"


def test_a_plan_is_not_issued_before_it_is_approved(draft: Plan, federation: Federation) -> None:
    submit_plan(plan_id=draft.pk, by=federation["chuyenvien"], on=TODAY)
    with pytest.raises(IllegalTransition, match="Chờ duyệt"):
        issue_plan(plan_id=draft.pk, by=federation["vanthu"], on=TODAY)
    assert not Assignment.objects.filter(plan=draft).exists()


def test_a_specialist_may_submit_but_not_approve(draft: Plan, federation: Federation) -> None:
    submit_plan(plan_id=draft.pk, by=federation["chuyenvien"], on=TODAY)
    with pytest.raises(NotAllowed):
        approve_plan(plan_id=draft.pk, by=federation["chuyenvien"], on=TODAY)


def test_a_task_without_a_lead_is_named_when_submitting(draft: Plan, federation: Federation) -> None:
    add_task(draft, "2.4.b", None, None)
    with pytest.raises(Invalid, match=r"mục 2\.4\.b"):
        submit_plan(plan_id=draft.pk, by=federation["chuyenvien"], on=TODAY)


def test_each_step_moves_the_work_to_the_next_desk(draft: Plan, federation: Federation) -> None:
    submit_plan(plan_id=draft.pk, by=federation["chuyenvien"], on=TODAY)
    assert open_kinds(draft.pk) == {"plans.approve"}
    return_plan(plan_id=draft.pk, by=federation["chutich"], on=TODAY, reason="Bổ sung hạn")
    assert open_kinds(draft.pk) == {"plans.review"}
    submit_plan(plan_id=draft.pk, by=federation["chuyenvien"], on=TODAY)
    recall_plan(plan_id=draft.pk, by=federation["chuyenvien"], on=TODAY)
    approved(draft, federation)
    assert open_kinds(draft.pk) == {"plans.issue"}


def test_a_plan_is_returned_only_with_a_reason(draft: Plan, federation: Federation) -> None:
    submit_plan(plan_id=draft.pk, by=federation["chuyenvien"], on=TODAY)
    with pytest.raises(Invalid, match="lý do"):
        return_plan(plan_id=draft.pk, by=federation["chutich"], on=TODAY, reason="  ")


def test_a_withdrawn_plan_leaves_no_work_on_any_desk(draft: Plan, federation: Federation) -> None:
    plan = issued(draft, federation)
    withdraw_plan(plan_id=plan.pk, by=federation["chutich"], on=TODAY, reason="Trùng kế hoạch khác")
    assert not WorkItem.objects.filter(state="open").exists()


def test_a_plan_is_not_closed_while_a_unit_owes_a_result(draft: Plan, federation: Federation) -> None:
    plan = issued(draft, federation)
    with pytest.raises(Invalid, match="Còn 4 phần việc"):
        close_plan(plan_id=plan.pk, by=federation["chutich"], on=TODAY)


def test_a_task_led_by_one_unit_and_shared_by_every_district_is_submitted(draft: Plan, federation: Federation) -> None:
    task = add_task(draft, "3", federation.finance, None)
    task.parties.create(role="cooperating", audience="district")
    submit_plan(plan_id=draft.pk, by=federation["chuyenvien"], on=TODAY)
    assert open_kinds(draft.pk) == {"plans.approve"}


def test_a_withdrawn_plan_takes_parts_of_persons_and_open_questions_along(draft: Plan, federation: Federation) -> None:
    plan = issued(draft, federation)
    given = Assignment.objects.get(unit=federation.ba_tri)
    assign_person(assignment_id=given.pk, by=federation["batri"], person=federation["batri.cv"])
    raise_obstacle(assignment_id=given.pk, by=federation["batri.cv"], text="Chưa có mẫu")
    withdraw_plan(plan_id=plan.pk, by=federation["chutich"], on=TODAY, reason="Trùng kế hoạch khác")
    assert not WorkItem.objects.filter(state="open").exists()


def test_who_had_work_of_a_withdrawn_plan_is_told_why_and_may_read_it(draft: Plan, federation: Federation) -> None:
    plan = issued(draft, federation)
    withdraw_plan(plan_id=plan.pk, by=federation["chutich"], on=TODAY, reason="Trùng kế hoạch khác")
    told = Notice.objects.get(user=federation["batri"], kind="plans.ended")
    assert "Kế hoạch 1/KH-LĐLĐ đã rút. Trùng kế hoạch khác" in told.text
    assert plan in visible_plans(federation["batri"])


def test_a_replaced_plan_leaves_no_work_and_names_its_successor(draft: Plan, federation: Federation) -> None:
    first = issued(draft, federation)
    second = Plan.objects.create(unit=federation.province, subject="Kế hoạch mới", state=PlanState.IN_REVIEW)
    add_task(second, "1", federation.finance, None)
    issued(second, federation)
    replace_plan(plan_id=first.pk, successor_id=second.pk, by=federation["chutich"], on=TODAY)
    assert set(WorkItem.objects.filter(state="open").values_list("unit__short_name", flat=True)) == {"Ban Tài chính"}
    assert "Thay bằng Kế hoạch 2/KH-LĐLĐ" in Notice.objects.get(user=federation["batri"], kind="plans.ended").text


def test_a_specialist_drops_the_own_draft_although_its_paper_bears_a_day(draft: Plan, federation: Federation) -> None:
    Plan.objects.filter(pk=draft.pk).update(issued_on=date(2023, 3, 10))
    dropped = withdraw_plan(plan_id=draft.pk, by=federation["chuyenvien"], on=TODAY, reason="Tải nhầm")
    assert dropped.state == PlanState.WITHDRAWN


def test_a_plan_is_not_issued_on_a_day_to_come(draft: Plan, federation: Federation) -> None:
    approved(draft, federation)
    with pytest.raises(Invalid, match="01/04/2023 chưa đến"):
        issue_plan(plan_id=draft.pk, by=federation["vanthu"], on=date(2023, 4, 1))


def test_a_finished_plan_is_closed_and_leaves_no_work(draft: Plan, federation: Federation) -> None:
    plan = issued(draft, federation)
    given = Assignment.objects.get(unit=federation.ba_tri)
    obstacle = raise_obstacle(assignment_id=given.pk, by=federation["batri.cv"], text="Chưa có mẫu")
    Assignment.objects.filter(plan=plan).update(state="done")
    with pytest.raises(Invalid, match="Còn 1 vướng mắc"):
        close_plan(plan_id=plan.pk, by=federation["chutich"], on=TODAY)
    answer_obstacle(obstacle_id=obstacle.pk, by=federation["chutich"], answer="Dùng mẫu 03")
    assert close_plan(plan_id=plan.pk, by=federation["chutich"], on=TODAY).state == PlanState.CLOSED
