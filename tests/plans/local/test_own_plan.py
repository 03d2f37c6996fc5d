"""A unit that got a plan makes its own from it."""

from datetime import date

import pytest

from congdoan.core.errors import Conflict, Invalid, NotAllowed, NotFound
from congdoan.plans.exports.paper import plan_paper
from congdoan.plans.models import Plan, Task
from congdoan.plans.queries.local.given import left_out
from congdoan.plans.services.drafting.create import create_plan
from congdoan.plans.services.lifecycle.amend import AddTask, MoveDue, amend_plan
from congdoan.plans.services.lifecycle.approve import approve_plan
from congdoan.plans.services.lifecycle.end import withdraw_plan
from congdoan.plans.services.lifecycle.issue import issue_plan
from congdoan.plans.services.lifecycle.parties import Parties
from congdoan.plans.services.lifecycle.submit import submit_plan
from congdoan.plans.services.local.carry_out import carry_out_plan
from congdoan.plans.services.local.take_in import take_in
from congdoan.plans.services.review.header import edit_header
from congdoan.plans.services.review.parties import Party, set_lead
from congdoan.plans.services.review.reshape import add_task, merge_tasks, remove_task, split_task
from congdoan.plans.services.review.tasks import edit_task
from congdoan.plans.services.review.undo import undo_last_change
from tests.plans.drafts import TODAY
from tests.world import Federation, make_unit


def _lead_all(plan: Plan, federation: Federation) -> None:
    for task in plan.tasks.all():
        parties = [Party(federation.an_thuy.pk)]
        set_lead(plan_id=plan.pk, task_id=task.pk, by=federation["batri"], revision=task.revision, parties=parties)


def test_the_draft_has_the_tasks_given_to_the_unit_with_their_headings_and_days(local: Plan, superior: Plan) -> None:
    tasks = [(task.number, task.due, task.carries_out.number) for task in local.tasks.select_related("carries_out")]
    assert tasks == [("III.2.a", date(2023, 6, 30), "III.2.a"), ("III.2.b", date(2023, 9, 30), "III.2.b")]
    assert [section.number for section in local.sections.all()] == ["III", "III.2"]
    assert (local.carries_out, local.until) == (superior, superior.until)


def test_it_rests_on_the_superiors_plan_and_on_what_that_rests_on(local: Plan, superior: Plan) -> None:
    bases = plan_paper(local).legal_bases
    assert bases[0] == "Căn cứ Nghị quyết Đại hội XI"
    assert superior.symbol in bases[-1] and bases[-1].startswith("Thực hiện Kế hoạch số")


def test_a_unit_without_departments_leads_itself_one_with_departments_names_them(
    local: Plan, superior: Plan, federation: Federation
) -> None:
    assert {party.unit for task in local.tasks.all() for party in task.parties.all()} == {federation.ba_tri}
    make_unit("Văn phòng", "department", federation.cho_lach)
    other = carry_out_plan(plan_id=superior.pk, unit=federation.cho_lach, by=federation["cholach"])
    assert not any(task.parties.exists() for task in other.tasks.all())


def test_one_plan_for_each_unit_unless_the_first_was_given_up(
    local: Plan, superior: Plan, federation: Federation
) -> None:
    with pytest.raises(Conflict, match="đã có kế hoạch thực hiện"):
        carry_out_plan(plan_id=superior.pk, unit=federation.ba_tri, by=federation["batri.cv"])
    withdraw_plan(plan_id=local.pk, by=federation["batri"], on=TODAY, reason="Làm lại")
    again = carry_out_plan(plan_id=superior.pk, unit=federation.ba_tri, by=federation["batri.cv"])
    assert again.tasks.count() == 2


def test_who_got_no_work_or_may_not_draft_makes_none(superior: Plan, federation: Federation) -> None:
    with pytest.raises(NotFound):
        carry_out_plan(plan_id=superior.pk, unit=federation.an_thuy, by=federation["coso"])
    with pytest.raises(NotAllowed):
        carry_out_plan(plan_id=superior.pk, unit=federation.ba_tri, by=federation["cholach"])


def test_a_day_may_be_earlier_than_the_superiors_never_later(local: Plan, federation: Federation) -> None:
    task = local.tasks.get(number="III.2.a")
    change = {"plan_id": local.pk, "task_id": task.pk, "by": federation["batri"]}
    with pytest.raises(Invalid, match=r"sau hạn cấp trên giao 30/06/2023") as refused:
        edit_task(**change, revision=task.revision, facts={"due": date(2023, 7, 1)})
    assert refused.value.field == "due"
    with pytest.raises(Invalid, match="Nhập hạn, không sau"):
        edit_task(**change, revision=task.revision, facts={"due": None})
    assert edit_task(**change, revision=task.revision, facts={"due": date(2023, 5, 31)}).due == date(2023, 5, 31)


def test_the_day_of_the_whole_plan_does_not_pass_the_superiors(local: Plan, federation: Federation) -> None:
    local.tasks.update(due_from_plan=True)
    facts = {"until": date(2023, 8, 15)}
    edit_header(plan_id=local.pk, by=federation["batri"], facts=facts, seen={"until": local.until})
    assert list(local.tasks.values_list("due", flat=True)) == [date(2023, 6, 30), date(2023, 8, 15)]


def test_broken_down_tasks_all_carry_out_the_superiors(local: Plan, federation: Federation, given: Task) -> None:
    task = local.tasks.get(number="III.2.a")
    place = {"plan_id": local.pk, "by": federation["batri"]}
    _, rest = split_task(**place, task_id=task.pk, revision=task.revision, at=3)
    assert rest.carries_out == given
    other = local.tasks.get(carries_out__number="III.2.b")
    with pytest.raises(Invalid, match="hai nhiệm vụ khác nhau"):
        merge_tasks(**place, task_id=other.pk, revision=other.revision)


def test_an_added_task_carries_out_what_was_given_to_the_unit_and_nothing_else(
    local: Plan, superior: Plan, federation: Federation, given: Task
) -> None:
    place = {"plan_id": local.pk, "by": federation["batri"]}
    added = add_task(**place, text="Niêm yết thủ tục")
    linked = {**place, "task_id": added.pk, "revision": added.revision}
    of_others = superior.tasks.get(number="III.1.a").pk
    with pytest.raises(Invalid, match="không giao cho đơn vị"):
        edit_task(**linked, facts={"carries_out_id": of_others})
    with pytest.raises(Invalid, match="sau hạn cấp trên giao"):  # the plan's own day is later
        edit_task(**linked, facts={"carries_out_id": given.pk})
    assert edit_task(**linked, facts={"carries_out_id": given.pk, "due": given.due}).carries_out_id == given.pk


def test_what_was_taken_out_is_named_and_comes_back(local: Plan, federation: Federation, given: Task) -> None:
    task = local.tasks.get(carries_out=given)
    remove_task(plan_id=local.pk, task_id=task.pk, by=federation["batri"], revision=task.revision)
    assert left_out(local) == [given]
    back = take_in(plan_id=local.pk, task_id=given.pk, by=federation["batri"])
    assert (back.section.number, back.due, left_out(local)) == ("III.2", given.due, [])
    with pytest.raises(Conflict):
        take_in(plan_id=local.pk, task_id=given.pk, by=federation["batri"])
    undo_last_change(plan_id=local.pk, by=federation["batri"])
    assert left_out(local) == [given]


def test_it_goes_the_way_of_every_plan_and_gets_a_number_of_its_own(local: Plan, federation: Federation) -> None:
    _lead_all(local, federation)
    submit_plan(plan_id=local.pk, by=federation["batri.cv"], on=TODAY)
    approve_plan(plan_id=local.pk, by=federation["batri"], on=TODAY)
    issued = issue_plan(plan_id=local.pk, by=federation["batri"], on=TODAY)
    assert issued.symbol == "1/KH-LĐLĐ"
    assert issued.assignments.filter(unit=federation.an_thuy, state="new").count() == 2


def test_a_day_that_the_superior_moved_forward_is_mended_before_it_is_submitted(
    local: Plan, superior: Plan, federation: Federation, given: Task
) -> None:
    change = MoveDue(given.pk, date(2023, 5, 1))
    amend_plan(plan_id=superior.pk, by=federation["chutich"], on=TODAY, reason="Sớm hơn", changes=[change])
    with pytest.raises(Invalid, match=r"III.2.a có hạn 30/06/2023, sau hạn cấp trên giao 01/05/2023"):
        submit_plan(plan_id=local.pk, by=federation["batri.cv"], on=TODAY)


def test_an_amendment_keeps_to_the_superiors_day_too(local: Plan, federation: Federation, given: Task) -> None:
    submit_plan(plan_id=local.pk, by=federation["batri.cv"], on=TODAY)
    approve_plan(plan_id=local.pk, by=federation["batri"], on=TODAY)
    issue_plan(plan_id=local.pk, by=federation["batri"], on=TODAY)
    amend = {"plan_id": local.pk, "by": federation["batri"], "on": TODAY, "reason": "Thêm việc"}
    task = local.tasks.get(carries_out=given)
    with pytest.raises(Invalid, match="sau hạn cấp trên giao"):
        amend_plan(**amend, changes=[MoveDue(task.pk, date(2023, 7, 1))])
    lead = Parties(lead=(federation.an_thuy.pk,))
    added = AddTask(None, "III.2.c", "Niêm yết", "Niêm yết thủ tục", date(2023, 6, 1), lead, given.pk)
    amend_plan(**amend, changes=[added])
    assert local.tasks.get(number="III.2.c").carries_out == given


def test_a_plan_that_was_begun_otherwise_is_linked_to_the_superiors(superior: Plan, federation: Federation) -> None:
    by = federation["batri"]
    own = create_plan(unit=federation.ba_tri, subject="Cải cách hành chính huyện", by=by)
    facts = {"carries_out_id": superior.pk}
    edit_header(plan_id=own.pk, by=by, facts=facts, seen={"carries_out_id": None})
    own.refresh_from_db()
    assert [task.number for task in left_out(own)] == ["III.2.a", "III.2.b"]
    other = create_plan(unit=federation.ba_tri, subject="Bản thứ hai", by=by)
    with pytest.raises(Conflict, match="đã có kế hoạch thực hiện"):
        edit_header(plan_id=other.pk, by=by, facts=facts, seen={"carries_out_id": None})
    strange = create_plan(unit=federation.an_thuy, subject="Cơ sở", by=federation["coso"])
    with pytest.raises(Invalid, match="không giao việc cho đơn vị"):
        edit_header(plan_id=strange.pk, by=federation["coso"], facts=facts, seen={"carries_out_id": None})
