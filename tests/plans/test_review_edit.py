"""What a reviewer may change in a draft, and how two reviewers get along."""

from datetime import date

import pytest

from congdoan.core.errors import Conflict, Invalid, NotFound
from congdoan.documents.models import Document
from congdoan.organisation.models import UnitAlias
from congdoan.plans.models import Plan, PlanState, Task
from congdoan.plans.services.review.citations import link_citation, name_citations_only
from congdoan.plans.services.review.doubts import choose_reading
from congdoan.plans.services.review.effects import Picked
from congdoan.plans.services.review.header import edit_header
from congdoan.plans.services.review.parties import Party, set_lead
from congdoan.plans.services.review.reshape import add_task, add_task_from_text, merge_tasks, remove_task, split_task
from congdoan.plans.services.review.sections import add_section, edit_section, move_section, remove_section
from congdoan.plans.services.review.tasks import edit_task
from congdoan.plans.services.review.undo import undo_last_change
from tests.plans.readings import TEXT, citation, draft, span
from tests.world import Federation


@pytest.fixture
def plan(federation: Federation) -> Plan:
    return draft(federation.province, federation["chuyenvien"])


@pytest.fixture
def by(federation: Federation):
    return federation["chuyenvien"]


def task(plan: Plan, number: str) -> Task:
    return plan.tasks.get(number=number)


def numbers(plan: Plan) -> list[str]:
    return [t.number for t in plan.tasks.all()]


def leads(task: Task) -> list[str]:
    return [str(party) for party in task.parties.filter(role="lead")]


def test_a_reviewer_changes_the_words_of_a_task(plan, by):
    found = task(plan, "2.1.a")
    edit_task(plan_id=plan.pk, task_id=found.pk, by=by, revision=1, facts={"title": " Rà soát  văn bản "})
    found.refresh_from_db()
    assert (found.title, found.revision) == ("Rà soát văn bản", 2)
    assert "ra soat van ban" in found.folded


def test_the_second_of_two_reviewers_is_told_what_the_first_did(plan, federation):
    found = task(plan, "2.1.a")
    edit_task(plan_id=plan.pk, task_id=found.pk, by=federation["chanhvp"], revision=1, facts={"product": "Danh mục"})
    with pytest.raises(Conflict, match=r"Võ Thị Mỹ Duyên đã sửa sản phẩm của việc 2.1.a lúc \d\d:\d\d"):
        edit_task(plan_id=plan.pk, task_id=found.pk, by=federation["truongban"], revision=1, facts={"title": "Khác"})
    found.refresh_from_db()
    assert (found.product, found.title) == ("Danh mục", "Chủ động rà soát các văn bản chỉ đạo")


def test_a_day_set_by_hand_is_no_longer_the_common_one(plan, by):
    found = task(plan, "2.5.b")
    edit_task(plan_id=plan.pk, task_id=found.pk, by=by, revision=1, facts={"due": date(2024, 1, 1)})
    edit_header(plan_id=plan.pk, by=by, facts={"until": date(2026, 12, 31)}, seen={"until": date(2025, 12, 31)})
    assert task(plan, "2.5.b").due == date(2024, 1, 1)
    assert task(plan, "2.1.b").due == date(2026, 12, 31)


def test_a_task_moved_to_another_section_stands_at_its_end_and_takes_its_number(plan, by):
    found = task(plan, "2.1.a")
    section = plan.sections.get(number="II.2.5")
    edit_task(plan_id=plan.pk, task_id=found.pk, by=by, revision=1, facts={"section_id": section.pk})
    assert [t.title[:8] for t in plan.tasks.all()][-2:] == ["Chủ động", "Các LĐLĐ"]
    assert numbers(plan) == ["2.1", "2.5.a", "2.5.b", "2.5.c", "III"]


def test_merging_keeps_both_texts_and_all_parties(plan, by):
    found = task(plan, "2.1.b")
    merge_tasks(plan_id=plan.pk, task_id=found.pk, by=by, revision=1)
    kept = plan.tasks.first()
    assert numbers(plan) == ["2.1", "2.5.a", "2.5.b", "III"]
    assert "Tham gia góp ý" in kept.text
    assert kept.end == span("Tổng hợp ý kiến gửi cấp trên.").end
    assert leads(kept) == ["Văn phòng"]


def test_splitting_makes_two_tasks_with_their_own_passages(plan, by):
    found = task(plan, "2.1.b")
    at = found.text.index("Tổng hợp")
    first, second = split_task(plan_id=plan.pk, task_id=found.pk, by=by, revision=1, at=at)
    assert (first.text, second.text) == (
        "Tham gia góp ý văn bản quy phạm pháp luật.",
        "Tổng hợp ý kiến gửi cấp trên.",
    )
    assert TEXT[second.start : second.end] == second.text
    assert numbers(plan) == ["2.1.a", "2.1.b", "2.1.c", "2.5.a", "2.5.b", "III"]


def test_splitting_needs_words_on_both_sides(plan, by):
    with pytest.raises(Invalid):
        split_task(plan_id=plan.pk, task_id=task(plan, "2.1.b").pk, by=by, revision=1, at=0)


def test_selected_words_of_the_paper_become_a_task_where_they_stand(plan, by):
    at = span("Giao Văn phòng chủ trì")
    added = add_task_from_text(plan_id=plan.pk, by=by, start=at.start, end=at.end)
    assert (added.number, added.text, added.section.number) == ("III.a", "Giao Văn phòng chủ trì", "III")
    assert added.due == plan.until


def test_a_task_is_added_by_writing_it(plan, by):
    section = plan.sections.get(number="II.2.1")
    added = add_task(plan_id=plan.pk, by=by, text="Lập danh mục văn bản.", section_id=section.pk)
    assert added.number == "2.1.c"


def test_a_removed_task_comes_back_whole_by_undoing(plan, by):
    found = task(plan, "2.1.a")
    before = [str(party) for party in found.parties.all()]
    remove_task(plan_id=plan.pk, task_id=found.pk, by=by, revision=1)
    assert numbers(plan)[0] == "2.1"
    undo_last_change(plan_id=plan.pk, by=by)
    again = task(plan, "2.1.a")
    assert again.pk == found.pk
    assert [str(party) for party in again.parties.all()] == before
    assert again.revision == 2


def test_undoing_goes_back_step_by_step_through_ones_own_changes(plan, by):
    found = task(plan, "2.1.b")
    split_task(plan_id=plan.pk, task_id=found.pk, by=by, revision=1, at=found.text.index("Tổng hợp"))
    found.refresh_from_db()
    edit_task(plan_id=plan.pk, task_id=found.pk, by=by, revision=found.revision, facts={"title": "Góp ý"})
    undo_last_change(plan_id=plan.pk, by=by)
    undo_last_change(plan_id=plan.pk, by=by)
    assert numbers(plan) == ["2.1.a", "2.1.b", "2.5.a", "2.5.b", "III"]
    assert task(plan, "2.1.b").text.endswith("gửi cấp trên.")
    with pytest.raises(Invalid):
        undo_last_change(plan_id=plan.pk, by=by)


def test_undoing_never_wipes_out_what_another_reviewer_did_since(plan, federation):
    found = task(plan, "2.1.a")
    edit_task(plan_id=plan.pk, task_id=found.pk, by=federation["chuyenvien"], revision=1, facts={"title": "Một"})
    edit_task(plan_id=plan.pk, task_id=found.pk, by=federation["chanhvp"], revision=2, facts={"title": "Hai"})
    with pytest.raises(Conflict, match="Võ Thị Mỹ Duyên"):
        undo_last_change(plan_id=plan.pk, by=federation["chuyenvien"])
    assert task(plan, "2.1.a").title == "Hai"


def test_a_chosen_reading_gives_the_lead_to_the_whole_section(plan, by, federation):
    doubt = plan.doubts.get(code="two_readings")
    choose_reading(
        plan_id=plan.pk, doubt_id=doubt.pk, choice=2, by=by, picked=Picked(unit_id=federation.organisation.pk)
    )
    assert leads(task(plan, "2.5.a")) == leads(task(plan, "2.5.b")) == ["Ban Tổ chức"]
    doubt.refresh_from_db()
    assert (doubt.chosen, doubt.resolved_by) == (2, by)


def test_a_doubt_is_settled_once(plan, federation):
    doubt = plan.doubts.get(code="two_readings")
    choose_reading(plan_id=plan.pk, doubt_id=doubt.pk, choice=0, by=federation["chuyenvien"])
    with pytest.raises(Conflict, match="Nguyễn Thị Ngọc Hân đã chọn"):
        choose_reading(plan_id=plan.pk, doubt_id=doubt.pk, choice=1, by=federation["chanhvp"])


def test_a_confirmed_name_is_used_at_once_and_remembered_for_papers_to_come(plan, federation):
    by = federation["chuyenvien"]
    doubt = plan.doubts.get(code="unknown_unit")
    choose_reading(plan_id=plan.pk, doubt_id=doubt.pk, choice=0, by=by, picked=Picked(unit_id=federation.outreach.pk))
    party = task(plan, "2.1.a").parties.get(role="cooperating")
    assert (party.unit, party.match) == (federation.outreach, "alias")
    assert plan.doubts.get(code="unknown_unit").resolved_at is not None
    assert UnitAlias.objects.get().unit == federation.outreach
    second = draft(federation.province, by)
    assert second.tasks.first().parties.get(role="cooperating").unit == federation.outreach


def test_giving_the_lead_by_hand_settles_the_doubt_about_the_printed_name(plan, by, federation):
    found = task(plan, "2.1.a")
    party = found.parties.get(role="cooperating")
    party.role = "lead"
    party.save()
    found.parties.exclude(pk=party.pk).delete()
    set_lead(
        plan_id=plan.pk,
        task_id=found.pk,
        by=by,
        revision=1,
        parties=[Party(federation.policy.pk), Party(None, "district")],
    )
    assert leads(found) == ["Ban Chính sách – Pháp luật", "LĐLĐ huyện, thị xã, thành phố"]
    assert plan.doubts.get(code="unknown_unit").resolved_at is not None


def test_linking_a_citation_settles_its_doubt(plan, by, federation):
    paper = Document.objects.create(unit=federation.province, symbol="06-CT/TU", subject="Chỉ thị")
    found = citation(plan, "06-CT/TU")
    assert link_citation(plan_id=plan.pk, citation_id=found.pk, document_id=paper.pk, by=by).cited == paper
    assert plan.doubts.filter(code="citation_missing", resolved_at=None).count() == 1


def test_all_papers_that_are_not_in_the_store_may_be_named_only(plan, by):
    ids = list(plan.document.citations.values_list("pk", flat=True))
    assert name_citations_only(plan_id=plan.pk, citation_ids=ids, by=by) == 2
    assert not plan.doubts.filter(code="citation_missing", resolved_at=None).exists()
    undo_last_change(plan_id=plan.pk, by=by)
    assert plan.doubts.filter(code="citation_missing", resolved_at=None).count() == 2


def test_sections_are_added_renamed_and_moved_with_their_tasks(plan, by):
    added = add_section(plan_id=plan.pk, by=by, number="II.2.2", title="Về tổ chức bộ máy")
    assert [s.number for s in plan.sections.all()] == ["II", "II.2.1", "II.2.2", "II.2.5", "III"]
    edit_section(
        plan_id=plan.pk,
        section_id=added.pk,
        by=by,
        number="II.2.3",
        title="Bộ máy",
        seen=("II.2.2", "Về tổ chức bộ máy"),
    )
    last = plan.sections.get(number="II.2.5")
    move_section(plan_id=plan.pk, section_id=last.pk, by=by, up=True)
    assert [s.title for s in plan.sections.all()][2:4] == ["Về hiện đại hóa công tác chỉ đạo", "Bộ máy"]
    assert numbers(plan) == ["2.1.a", "2.1.b", "2.3.a", "2.3.b", "III"]


def test_a_section_with_tasks_is_not_removed(plan, by):
    with pytest.raises(Invalid, match="còn nhiệm vụ"):
        remove_section(plan_id=plan.pk, section_id=plan.sections.get(number="II.2.1").pk, by=by)


def test_a_submitted_plan_cannot_be_edited(plan, by):
    Plan.objects.filter(pk=plan.pk).update(state=PlanState.SUBMITTED)
    with pytest.raises(Conflict, match="Chờ duyệt"):
        edit_header(plan_id=plan.pk, by=by, facts={"subject": "Khác"}, seen={})


def test_a_stranger_cannot_edit(plan, federation):
    with pytest.raises(NotFound):
        edit_task(
            plan_id=plan.pk,
            task_id=task(plan, "2.1.a").pk,
            by=federation["batri"],
            revision=1,
            facts={"title": "Khác"},
        )


def test_two_reviewers_of_the_same_header_field_do_not_overwrite_each_other(plan, federation):
    seen = {"subject": plan.subject}
    edit_header(plan_id=plan.pk, by=federation["chuyenvien"], facts={"subject": "Một"}, seen=seen)
    with pytest.raises(Conflict, match="Nguyễn Thị Ngọc Hân"):
        edit_header(plan_id=plan.pk, by=federation["chanhvp"], facts={"subject": "Hai"}, seen=seen)
    edit_header(plan_id=plan.pk, by=federation["chanhvp"], facts={"symbol": "…/KH-LĐLĐ"}, seen={"symbol": ""})
