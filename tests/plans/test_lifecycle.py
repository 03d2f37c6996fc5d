from datetime import date

import pytest

from congdoan.core.errors import IllegalTransition, Invalid, NotAllowed
from congdoan.plans.models import Assignment, Plan, PlanState
from congdoan.plans.services.lifecycle.approve import approve_plan, return_plan
from congdoan.plans.services.lifecycle.end import close_plan, withdraw_plan
from congdoan.plans.services.lifecycle.issue import issue_plan
from congdoan.plans.services.lifecycle.submit import recall_plan, submit_plan
from congdoan.worklist.models import WorkItem
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
