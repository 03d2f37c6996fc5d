"""Every mention of another paper is found, with its kind, symbol, day and issuer, and what contradicts is doubted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from congdoan.documents.reading.citations.doubts import citation_doubts
from congdoan.documents.reading.citations.reader import read_citations
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.model import Citation

TABLE = Path(__file__).parent / "citations.txt"
ISSUED = date(2024, 1, 15)


def sentences() -> list[tuple[str, list[str]]]:
    blocks = TABLE.read_text("utf-8").strip().split("\n\n")[1:]
    return [(lines[0], [line.strip() for line in lines[1:]]) for lines in (block.split("\n") for block in blocks)]


def cited(text: str, own: str | None = None) -> list[Citation]:
    return read_citations(text, fold(text), 0, own)


@pytest.mark.parametrize(("sentence", "expected"), sentences(), ids=lambda value: str(value)[:40])
def test_a_sentence_cites_what_it_names(sentence: str, expected: list[str]) -> None:
    found = cited(sentence)
    rows = [" | ".join(str(value or "-") for value in (c.type, c.symbol, c.date, c.issuer)) for c in found]
    assert rows == expected
    assert all(sentence[c.start : c.end] == c.text for c in found)


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Quyết định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ", "citation_type"),
        ("Nghị định số 30/2020/NĐ-CP ngày 05/3/2021 của Chính phủ", "citation_date"),
        ("Kế hoạch số 12/KH-TLĐ ngày 05/3/2025 của Tổng Liên đoàn", "citation_date"),
        ("Nghị định số 30/2020/NĐ-CP của Thủ tướng; Quyết định số 8/QĐ-TTg của Chính phủ", "citation_issuer"),
        ("Nghị quyết số 02 của Bộ Chính trị", "citation_short"),
        ("Quyết định số O6/QĐ-TTg ngày 06/01/2022", "citation_misread"),
        ("Kế hoạch số 5/KH-TLĐ ngày 1/2/2023; Kế hoạch số 5/KH-TLĐ ngày 2/2/2023", "citation_date"),
    ],
)
def test_a_citation_whose_parts_contradict_or_lack_is_doubtful(sentence: str, code: str) -> None:
    assert {doubt.code for doubt in citation_doubts(cited(sentence), ISSUED)} == {code}


@pytest.mark.parametrize(
    "sentence",
    [
        "Nghị quyết số 88/2019/QH14 của Quốc hội",
        "Quy định số 212-QĐ/TW ngày 30/12/2019 của Ban Bí thư",
        "Công văn số 55/SNV-TT ngày 3/4/2023 của Sở Nội vụ",
        "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ; Quyết định số 8/QĐ-TTg của Thủ tướng Chính phủ",
        "Kế hoạch số 5/KH-TLĐ ngày 1/2/2023; Kế hoạch số 5/KH-TLĐ",
    ],
)
def test_what_agrees_is_not_doubted(sentence: str) -> None:
    assert citation_doubts(cited(sentence), ISSUED) == []


def test_the_paper_itself_is_not_cited_in_full_or_in_short() -> None:
    text = "Kế hoạch số 34/KH-LĐLĐ này; thực hiện Kế hoạch số 34 và Kế hoạch 34 của Liên đoàn; Kế hoạch này"
    assert cited(text, "34/KH-LĐLĐ") == []


def test_a_reference_back_has_what_the_paper_named_before_has() -> None:
    first, second = cited("Kế hoạch số 241/KH-TLĐ ngày 24/8/2022 của Tổng Liên đoàn về cải cách. Theo Kế hoạch 241,")
    assert (second.text, second.symbol, second.date) == ("Kế hoạch 241", first.symbol, first.date)
    assert second.subject == first.subject == "cải cách"


@pytest.mark.parametrize(
    "link", [", với các nội dung như sau:", " với một số nhiệm vụ cụ thể sau đây:", " gồm các bước sau:"]
)
def test_a_subject_ends_where_the_sentence_leads_on_to_what_follows(link: str) -> None:
    (one,) = cited(f"Sở thực hiện Chỉ thị số 37-CT/TW ngày 03/9/2019 của Ban Bí thư về xây dựng quan hệ lao động{link}")
    assert one.subject == "xây dựng quan hệ lao động"


def test_the_number_of_the_next_row_is_not_that_of_a_meeting() -> None:
    assert cited("Văn phòng | 31/3/2024 | Nghị quyết hội nghị\n4 | Các CĐCS | Báo cáo số liệu") == []
