"""The product's sample plan, in the four forms in which offices have it."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from congdoan.documents.reading.model import PlanReading
from congdoan.documents.reading.reader import read_file

SAMPLES = Path(__file__).parent.parent / "samples"
NAME = "ke-hoach-cai-cach-hanh-chinh"
FORMS = [".txt", ".docx", ".pdf", "-scan.pdf"]
if shutil.which("tesseract") is None:
    FORMS.remove("-scan.pdf")


@cache
def reading(form: str) -> PlanReading:
    return read_file(SAMPLES / f"{NAME}{form}")


@pytest.fixture(params=FORMS)
def sample(request: pytest.FixtureRequest) -> PlanReading:
    return reading(request.param)


def test_every_task_of_the_sample_is_found_with_its_lead(sample):
    leads = Counter((task.section, task.lead) for task in sample.tasks)
    districts = ("Liên đoàn Lao động huyện, thành phố", "Công đoàn ngành")
    policy = ("Ban Chính sách – Pháp luật",)
    assert leads == {
        ("II.1.1", ("Ban Tuyên giáo",)): 2,
        ("II.1.2", policy): 1,
        ("II.2.1", policy): 2,
        ("II.2.1", ("Văn phòng",)): 1,
        ("II.2.2", ("Ban Tổ chức",)): 3,
        ("II.2.3", ("Ban Tổ chức",)): 3,
        ("II.2.4", ("Ban Tài chính",)): 2,
        ("II.2.5", ("Văn phòng",)): 7,
        ("III.1", ("Ủy ban kiểm tra",)): 1,
        ("III.2", districts): 3,
    }


def test_the_second_bullet_of_2_1_goes_to_the_office_by_its_quotation(sample):
    bullet = next(task for task in sample.tasks if task.section == "II.2.1" and task.order == 2)
    assert bullet.text.startswith("Chủ động rà soát")
    assert bullet.lead == ("Văn phòng",)


def test_the_office_coordinates_the_whole_plan(sample):
    assert sample.coordinator is not None
    assert sample.coordinator.unit == "Văn phòng"


def test_twelve_distinct_numbered_papers_are_cited(sample):
    assert {citation.symbol for citation in sample.citations if citation.symbol} == {
        "241/KH-TLĐ", "01-ĐA/TU", "17-CTr/TU", "02-NQ/TW", "76/NQ-CP", "92-KH/TU", "18-NQ/TW", "19-NQ/TW",
        "02/QCPH-LĐLĐ-LHPN-ĐTN-CCB", "06-CT/TU", "212-QĐ/TW", "01-NQ/TU",
    }  # fmt: skip


def test_a_citation_has_type_day_issuer_and_subject(sample):
    first = sample.citations[0]
    assert (first.type, first.symbol, first.date) == ("kế hoạch", "241/KH-TLĐ", date(2022, 8, 24))
    assert first.issuer == "Tổng Liên đoàn Lao động Việt Nam"
    assert first.subject == "Cải cách hành chính của Tổng Liên đoàn đến năm 2025"


def test_the_header_says_what_the_paper_is(sample):
    header = sample.header
    assert header.type == "kế hoạch"
    assert header.issuer == "Liên đoàn Lao động tỉnh Bến Tre"
    assert header.subject == "Cải cách hành chính trong hệ thống Công đoàn đến năm 2025"
    assert header.until == date(2025, 12, 31)
    assert header.number is None
    assert header.date is None


def test_the_sentence_that_can_be_read_in_two_ways_is_marked_with_both(sample):
    doubt = next(warning for warning in sample.warnings if warning.code == "quote_scope")
    assert "mục 2.1, mục 2.5" in sample.text[doubt.start : doubt.end]
    assert [(choice.unit, choice.sections, choice.taken) for choice in doubt.choices] == [
        ("Văn phòng", ("II.2.5",), True),
        (None, ("II.2.5",), False),
    ]


def test_no_task_of_the_sample_has_a_due_day(sample):
    assert {task.due for task in sample.tasks} == {None}


def test_tasks_for_each_district_and_sector_union_name_these_levels(sample):
    assert {task.audience for task in sample.tasks if task.section == "III.2"} == {("district", "sector_local")}


def test_every_offset_points_at_its_words(sample):
    for item in (*sample.tasks, *sample.citations):
        assert sample.text[item.start : item.end] == item.text
    for section in sample.sections:
        assert sample.text[section.start : section.end] == section.title


@pytest.mark.parametrize("form", [form for form in FORMS if form.endswith("pdf")])
def test_every_task_can_be_shown_on_its_page(form):
    found = reading(form)
    boxes = [(line.start, line.end) for page in found.pages for line in page.lines]
    for task in found.tasks:
        assert any(start < task.end and task.start < end for start, end in boxes)
    assert len(found.pages) == 6
