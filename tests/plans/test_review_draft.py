"""From what the reader found to a draft in review."""

from dataclasses import replace
from datetime import date

import pytest

from congdoan.core.errors import NotAllowed
from congdoan.documents.models import Document
from congdoan.documents.reading.model import Warning
from congdoan.plans.models import Doubt, PartyRole, Plan, PlanState, Task
from congdoan.plans.queries.review.doubts import views_of
from congdoan.plans.services.drafting.from_reading import draft_from_reading
from congdoan.plans.services.lifecycle.submit import submit_plan
from congdoan.worklist.models import WorkItem
from tests.plans.readings import draft, paper, reading_of
from tests.world import Federation


@pytest.fixture
def plan(federation: Federation) -> Plan:
    return draft(federation.province, federation["chuyenvien"])


def parties(task: Task, role: str = PartyRole.LEAD) -> list[str]:
    return [str(party) for party in task.parties.filter(role=role)]


def test_a_paper_that_was_read_becomes_a_plan_in_review(plan, federation):
    assert plan.state == PlanState.IN_REVIEW
    assert plan.subject == "Cải cách hành chính đến năm 2025"
    assert plan.until == date(2025, 12, 31)
    assert plan.coordinator == federation.office


def test_who_brought_the_paper_finds_its_review_on_the_desk(plan, federation):
    work = WorkItem.objects.get(kind="plans.review", object_id=plan.pk)
    assert (work.user, work.state) == (federation["chuyenvien"], "open")
    submit_plan_ready(plan, federation)
    work.refresh_from_db()
    assert work.state == "done"


def submit_plan_ready(plan: Plan, federation: Federation) -> None:
    task = plan.tasks.get(number="2.1.b")
    task.parties.create(role=PartyRole.LEAD, unit=federation.policy)
    submit_plan(plan_id=plan.pk, by=federation["chuyenvien"], on=date(2023, 3, 15))


def test_tasks_are_numbered_by_section_and_place(plan):
    assert [task.number for task in plan.tasks.all()] == ["2.1.a", "2.1.b", "2.5.a", "2.5.b", "III"]


def test_a_task_without_a_day_of_its_own_takes_the_day_of_the_plan_and_says_so(plan):
    own, common = plan.tasks.get(number="2.5.a"), plan.tasks.get(number="2.5.b")
    assert (own.due, own.due_from_plan, own.due_text) == (date(2023, 6, 30), False, "trước ngày 30/6/2023")
    assert (common.due, common.due_from_plan) == (date(2025, 12, 31), True)


def test_printed_names_become_units_of_the_tree_or_whole_levels(plan):
    assert parties(plan.tasks.get(number="2.5.a")) == ["Văn phòng"]
    level = plan.tasks.get(number="III").parties.get()
    assert (level.unit, level.audience) == (None, "district")


def test_a_name_that_means_no_unit_stays_as_printed_with_a_doubt(plan):
    party = plan.tasks.get(number="2.1.a").parties.get(role=PartyRole.COOPERATING)
    assert (party.unit, party.printed, party.match) == (None, "Ban Dân vận", "none")
    doubt = plan.doubts.get(code="unknown_unit")
    assert "Ban Dân vận" in doubt.message
    assert [choice["effect"]["kind"] for choice in doubt.choices] == ["pick_unit", "keep"]


def test_a_passage_with_two_meanings_offers_both_and_another_unit(plan, federation):
    doubt = plan.doubts.get(code="two_readings")
    assert [choice["effect"]["kind"] for choice in doubt.choices] == ["lead", "no_lead", "pick_lead"]
    assert doubt.choices[0]["effect"]["unit"] == federation.office.pk
    assert doubt.suggested == 0
    assert doubt.section.number == "II.2.5"


def test_a_doubt_stands_with_the_field_or_the_cited_paper_that_it_is_about(federation):
    read = paper()
    cited = read.citations[0]
    warnings = (
        Warning("issuer_unsure", "Không chắc tên cơ quan ban hành.", 0, 8),
        Warning("citation_unsure", "Không chắc đã đọc đủ tên.", cited.start, cited.end),
    )
    reading = reading_of(federation.province, federation["chuyenvien"], replace(read, warnings=warnings))
    plan = draft_from_reading(reading_id=reading.pk, by=federation["chuyenvien"])
    tabs = {view.doubt.code: view.tab for view in views_of(list(plan.doubts.all()))}
    assert (tabs["issuer_unsure"], tabs["citation_unsure"]) == ("header", "citations")
    assert plan.doubts.get(code="citation_unsure").citation.symbol == cited.symbol


def test_cited_papers_that_are_not_in_the_store_come_last_among_the_doubts(plan):
    assert list(plan.doubts.values_list("code", flat=True)) == [
        "two_readings",
        "unknown_unit",
        "citation_missing",
        "citation_missing",
    ]


def test_a_cited_paper_that_is_in_the_store_is_linked(federation):
    known = Document.objects.create(unit=federation.tld, symbol="241/KH-TLĐ", subject="Cải cách hành chính")
    plan = draft(federation.province, federation["chuyenvien"])
    assert plan.document.citations.get(symbol="241/KH-TLĐ").cited == known
    assert not Doubt.objects.filter(plan=plan, message__contains="241").exists()


def test_a_figure_inside_a_tasks_words_belongs_to_that_task(plan):
    target = plan.targets.get()
    assert (target.task.number, target.value, target.unit_text) == ("2.5.b", 80, "%")


def test_who_may_not_draft_at_the_unit_gets_no_plan(federation):
    reading = reading_of(federation.province, federation["chuyenvien"])
    with pytest.raises(NotAllowed):
        draft_from_reading(reading_id=reading.pk, by=federation["coso"])
