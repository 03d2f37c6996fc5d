"""PDF papers as offices make them: columns, tables over pages, running heads, footnotes, turned and garbled pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from congdoan.documents.reading.model import PlanReading
from congdoan.documents.reading.reader import read_file
from tests.reading import pdf_papers as papers
from tests.reading.test_properties import check_offsets

LOW = ", height: 14cm"
"""Low pages: the paper goes over several of them."""


def read(path: Path) -> PlanReading:
    reading = read_file(path)
    check_offsets(reading)
    return reading


def tasks_of(reading: PlanReading) -> list[str]:
    return [task.text for task in reading.tasks]


def test_a_paper_in_two_columns_is_read_down_each_column(tmp_path):
    source = papers.LETTERHEAD + f"#columns(2)[{papers.body()}]"
    reading = read(papers.save(tmp_path / "a.pdf", source))
    assert tasks_of(reading) == papers.TASKS
    assert [task.lead for task in reading.tasks] == [("Ban Tuyên giáo",)] * 2 + [("Ban Tổ chức",)] * 2


def test_running_heads_and_page_numbers_are_no_part_of_the_text(tmp_path):
    page = f"{LOW}, header: [Kế hoạch công tác năm 2023], footer: context counter(page).display()"
    reading = read(papers.save(tmp_path / "a.pdf", papers.LETTERHEAD + papers.body(), page=page))
    assert tasks_of(reading) == papers.TASKS
    assert "Kế hoạch công tác năm 2023" not in reading.text
    assert not re.search(r"^\d$", reading.text, re.MULTILINE)


def test_a_running_head_on_the_second_page_alone_is_no_part_of_the_text(tmp_path):
    page = ", height: 20cm, header: context if counter(page).get().first() > 1 [Kế hoạch số 15]"
    reading = read(papers.save(tmp_path / "a.pdf", papers.LETTERHEAD + papers.body(), page=page))
    assert tasks_of(reading) == papers.TASKS
    assert "Kế hoạch số 15" not in reading.text


def test_a_footnote_stands_after_the_paper_and_its_number_is_no_part_of_a_date(tmp_path):
    note = "Theo Kế hoạch số 20/KH-TLĐ ngày 05/01/2023 của Tổng Liên đoàn Lao động Việt Nam."
    reading = read(papers.save(tmp_path / "a.pdf", papers.LETTERHEAD + papers.body(note), page=LOW))
    assert tasks_of(reading) == papers.TASKS
    assert reading.tasks[0].due is not None and reading.tasks[0].due.text == "trước ngày 30/6/2023"
    assert reading.text.rstrip().endswith(f"[1] {note}")
    assert [citation.symbol for citation in reading.citations] == ["20/KH-TLĐ"]


def test_a_table_in_small_letters_at_the_foot_of_a_page_is_no_block_of_footnotes(tmp_path):
    source = papers.LETTERHEAD + papers.body() + f"#v(1cm)#set text(size: 10pt)\n{papers.table()}"
    reading = read(papers.save(tmp_path / "a.pdf", source, page=", height: 24cm"))
    assert [task.text for task in reading.tasks if task.lead and task.due][-5:] == [row[1] for row in papers.ROWS]


@pytest.mark.parametrize("repeat_head", [True, False])
@pytest.mark.parametrize("stroke", ["0.5pt", "none", "(x: none, y: 0.5pt)"])
def test_a_table_over_page_breaks_is_one_table(stroke, repeat_head, tmp_path):
    source = papers.LETTERHEAD + papers.table(repeat_head=repeat_head, stroke=stroke)
    page = f"{LOW}, footer: context counter(page).display()"
    reading = read(papers.save(tmp_path / "a.pdf", source, page=page))
    assert len(reading.pages) > 1
    assert [(task.text, task.lead) for task in reading.tasks] == [(row[1], (row[2],)) for row in papers.ROWS]
    assert [task.due and task.due.text for task in reading.tasks] == [row[3] for row in papers.ROWS]


def test_a_table_printed_on_its_side_is_read_and_its_page_stands_upright(tmp_path):
    annex = f"#pagebreak()#rotate(90deg, reflow: true)[#block(width: 22cm)[PHỤ LỤC\n\n{papers.table()}]]"
    reading = read(papers.save(tmp_path / "a.pdf", papers.LETTERHEAD + annex))
    assert [task.lead for task in reading.tasks] == [(row[2],) for row in papers.ROWS]
    last = reading.pages[-1]
    assert last.width > last.height
    assert all(line.x1 <= last.width and line.y1 <= last.height for line in last.lines)


def test_pages_of_both_orientations_are_joined_by_their_own_margins(tmp_path):
    annex = f"#page(flipped: true)[PHỤ LỤC\n\n{papers.body()}]"
    reading = read(papers.save(tmp_path / "a.pdf", papers.LETTERHEAD + papers.body() + annex))
    assert [reading.text.count(f"\n{text}\n") for text in papers.TASKS] == [2] * len(papers.TASKS)


def test_a_ruled_table_without_a_number_column_is_read_by_rows(tmp_path):
    rows = ", ".join(f"[{row[1]}], [{row[2]}], [{row[3]}]" for row in papers.ROWS)
    source = f"I. NHIỆM VỤ\n\n#table(columns: 3, [Nội dung], [Chủ trì], [Thời hạn], {rows})"
    reading = read(papers.save(tmp_path / "a.pdf", papers.LETTERHEAD + source))
    assert [(task.text, task.lead) for task in reading.tasks] == [(row[1], (row[2],)) for row in papers.ROWS]


def test_a_ruled_table_is_found_whatever_its_columns_are_called(tmp_path):
    rows = ", ".join(f"[{row[1]}], [Đ/c An \\ Đ/c Bình], [{row[3]}]" for row in papers.ROWS[:2])
    source = f"I. NHIỆM VỤ\n\n#table(columns: (3fr, 2fr, 1fr), [Việc], [Ai lo], [Bao giờ], {rows})"
    reading = read(papers.save(tmp_path / "a.pdf", papers.LETTERHEAD + source))
    assert [task.text for task in reading.tasks] == [row[1] for row in papers.ROWS[:2]]
    assert {task.lead for task in reading.tasks} == {("An", "Bình")}


def test_letters_that_are_only_shifted_apart_still_make_words(tmp_path):
    reading = read(papers.save(tmp_path / "a.pdf", papers.LETTERHEAD + papers.body(), text=", tracking: 0.4pt"))
    assert tasks_of(reading) == papers.TASKS


def test_decomposed_letters_are_read_as_composed_ones(tmp_path):
    import unicodedata

    source = papers.LETTERHEAD + unicodedata.normalize("NFD", papers.body())
    assert tasks_of(read(papers.save(tmp_path / "a.pdf", source))) == papers.TASKS


def test_a_symbol_divided_after_its_hyphen_at_the_end_of_a_line_keeps_it(tmp_path):
    body = papers.BODY.replace("chủ trương của Đảng", "Nghị quyết số 05/NQLT- \\ ĐS-CĐ ngày 22/11/2021")
    reading = read(papers.save(tmp_path / "a.pdf", papers.LETTERHEAD + body))
    assert [citation.symbol for citation in reading.citations] == ["05/NQLT-ĐS-CĐ"]
