"""What people correct in a reading is kept when the draft is handed in."""

from datetime import date

import pytest

from congdoan.documents.models import Document
from congdoan.plans.models import CheckedReading, Correction, Plan, Stage
from congdoan.plans.services.lifecycle.submit import recall_plan
from congdoan.plans.services.review.citations import link_citation
from congdoan.plans.services.review.doubts import choose_reading
from congdoan.plans.services.review.effects import Picked
from congdoan.plans.services.review.header import edit_header
from congdoan.plans.services.review.reshape import add_task, remove_task
from congdoan.plans.services.review.sections import edit_section
from congdoan.plans.services.review.tasks import edit_task
from congdoan.plans.services.review.undo import undo_last_change
from tests.plans.drafts import add_task as plain_task
from tests.plans.learning import DAY, lead, submitted
from tests.plans.readings import citation, draft
from tests.world import Federation


@pytest.fixture
def plan(federation: Federation) -> Plan:
    plan = draft(federation.province, federation["chuyenvien"])
    lead(plan, "2.1.b", federation.office, federation)
    return plan


def kept(plan: Plan) -> list[tuple[str, str, str, str]]:
    found = Correction.objects.filter(checked__plan=plan)
    return [(c.stage, c.what, c.read, c.corrected) for c in found]


def of_stage(plan: Plan, stage: Stage) -> tuple[int, int]:
    found = plan.checked.stages.get(stage=stage)
    return found.corrected, found.values


def test_a_lead_that_the_reader_missed_is_kept_with_who_gave_it(plan, federation):
    submitted(plan, federation)
    assert kept(plan) == [("assignment", "lead", "", "Văn phòng")]
    correction = Correction.objects.get()
    assert (correction.place, correction.by) == ("2.1.b", federation["chuyenvien"])
    assert correction.at is not None
    assert correction.checked.reading == plan.reading


def test_each_stage_counts_what_was_read_and_what_of_it_was_corrected(plan, federation):
    submitted(plan, federation)
    assert of_stage(plan, Stage.TASKS) == (0, 5)
    assert of_stage(plan, Stage.ASSIGNMENT) == (1, 7)
    assert of_stage(plan, Stage.DUE) == (0, 5)
    assert of_stage(plan, Stage.CITATIONS) == (0, 2)
    assert of_stage(plan, Stage.HEADER) == (0, 3)


def test_corrections_of_header_outline_task_and_day_belong_to_their_stages(plan, federation):
    by = federation["chuyenvien"]
    edit_header(plan_id=plan.pk, by=by, facts={"symbol": "12/KH-LĐLĐ", "issued_on": date(2023, 3, 1)}, seen={})
    section = plan.sections.get(number="II.2.1")
    seen = (section.number, section.title)
    edit_section(plan_id=plan.pk, section_id=section.pk, by=by, number="II.2.1", title="Góp ý văn bản", seen=seen)
    task = plan.tasks.get(number="2.5.a")
    facts = {"due": date(2023, 7, 31), "recurrence": ""}
    edit_task(plan_id=plan.pk, task_id=task.pk, by=by, revision=task.revision, facts=facts)
    other = plan.tasks.get(number="2.5.b")
    remove_task(plan_id=plan.pk, task_id=other.pk, by=by, revision=other.revision)
    submitted(plan, federation)
    assert kept(plan) == [
        ("header", "symbol", "", "12/KH-LĐLĐ"),
        ("header", "date", "", "2023-03-01"),
        ("outline", "heading", "II.2.1 Về góp ý văn bản", "II.2.1 Góp ý văn bản"),
        ("tasks", "removed", "Triển khai Đề án chuyển đối số, 80% hồ sơ.", ""),
        ("assignment", "lead", "", "Văn phòng"),
        ("due", "due", "2023-06-30", "2023-07-31"),
    ]


def test_a_change_that_was_taken_back_is_no_correction(plan, federation):
    by = federation["chuyenvien"]
    edit_header(plan_id=plan.pk, by=by, facts={"subject": "Đề án khác"}, seen={})
    undo_last_change(plan_id=plan.pk, by=by)
    submitted(plan, federation)
    assert [stage for stage, *_ in kept(plan)] == ["assignment"]


def test_another_day_of_the_whole_plan_is_one_correction_and_not_one_for_each_task(plan, federation):
    edit_header(plan_id=plan.pk, by=federation["chuyenvien"], facts={"until": date(2024, 12, 31)}, seen={})
    submitted(plan, federation)
    assert ("header", "until", "2025-12-31", "2024-12-31") in kept(plan)
    assert of_stage(plan, Stage.DUE) == (0, 5)


def test_a_printed_name_that_is_given_its_unit_is_a_correction_of_names_only(plan, federation):
    doubt = plan.doubts.get(code="unknown_unit")
    picked = Picked(unit_id=federation.outreach.pk)
    choose_reading(plan_id=plan.pk, doubt_id=doubt.pk, choice=0, by=federation["chuyenvien"], picked=picked)
    submitted(plan, federation)
    assert ("units", "unit", "Ban Dân vận", "Ban Tuyên giáo") in kept(plan)
    assert [c for c in kept(plan) if c[1] == "cooperating"] == []


def test_a_citation_linked_to_a_paper_with_another_symbol_was_read_wrongly(plan, federation):
    right = Document.objects.create(
        unit=federation.province, type="CT", symbol="16-CT/TU", subject="Cải cách", issued_on=date(2022, 1, 5)
    )
    read = citation(plan, "06-CT/TU")
    by = federation["chuyenvien"]
    link_citation(plan_id=plan.pk, citation_id=read.pk, document_id=right.pk, by=by)
    submitted(plan, federation)
    assert ("citations", "citation", "06-CT/TU", "16-CT/TU") in kept(plan)


def test_handing_in_again_replaces_what_was_kept(plan, federation):
    submitted(plan, federation)
    recall_plan(plan_id=plan.pk, by=federation["chuyenvien"], on=DAY)
    lead(plan, "2.1.b", federation.policy, federation)
    submitted(plan, federation, date(2023, 3, 20))
    assert kept(plan) == [("assignment", "lead", "", "Ban Chính sách – Pháp luật")]
    assert CheckedReading.objects.get().checked_on == date(2023, 3, 20)


def test_a_plan_written_in_the_product_keeps_no_corrections(federation):
    plan = Plan.objects.create(unit=federation.province, subject="Soạn mới", created_by=federation["chuyenvien"])
    plain_task(plan, "1", federation.office, None)
    submitted(plan, federation)
    assert not CheckedReading.objects.exists()


def test_keeping_asks_the_same_number_of_queries_for_many_tasks(plan, federation, django_assert_max_num_queries):
    for order in range(60):
        task = add_task(plan_id=plan.pk, by=federation["chuyenvien"], text=f"Việc thêm số {order}")
        task.parties.create(role="lead", unit=federation.office)
    with django_assert_max_num_queries(70):
        submitted(plan, federation)


def test_the_answers_are_what_was_read_with_the_corrections_in_place(plan, federation):
    by = federation["chuyenvien"]
    edit_header(plan_id=plan.pk, by=by, facts={"symbol": "12/KH-LĐLĐ"}, seen={})
    add_task(plan_id=plan.pk, by=by, text="Báo cáo kết quả", section_id=plan.sections.get(number="III").pk)
    plan.tasks.get(number="III.b").parties.create(role="lead", unit=federation.office)
    submitted(plan, federation)
    answers = plan.checked.answers
    assert answers["header"]["symbol"] == "12/KH-LĐLĐ"
    assert answers["header"]["number"] == "12"
    assert answers["header"]["type"] == "kế hoạch"
    assert answers["header"]["absent"] == ["date", "issuer"]
    assert [c["symbol"] for c in answers["citations"]] == ["241/KH-TLĐ", "06-CT/TU"]
    first, second, third, *_, last = answers["tasks"]
    assert first["lead"] == ["Văn phòng"]
    assert first["cooperating"] == ["Ban Dân vận"]
    assert second["lead"] == ["Văn phòng"]
    assert third["due"] == "2023-06-30"
    assert last == {"section": "III", "text": "Báo cáo kết quả", "lead": ["Văn phòng"]}
