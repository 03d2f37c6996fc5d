"""What holds for the reading of any text whatever."""

from __future__ import annotations

import time
import unicodedata
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from congdoan.documents.reading.extract.encodings import decode
from congdoan.documents.reading.json_form import to_json
from congdoan.documents.reading.layout.clean import readable
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.model import PlanReading
from congdoan.documents.reading.reader import read_text
from tests.reading.old_letters import tcvn3, vni

CASES = sorted((Path(__file__).parent.parent.parent / "cases").glob("*.txt"))
LINES = sorted({line for path in CASES for line in decode(path.read_bytes()).split("\n") if line.strip()})
MARKS = [
    "I.",
    "II.",
    "1.",
    "1.1.",
    "2.1-",
    "a)",
    "đ)",
    "-",
    "+",
    "•",
    "Điều 1.",
    "PHỤ LỤC",
    "Phần II",
    "| 1 |",
    "“",
    "”",
    "(",
]
WORDS = [
    "mục 2.1",
    "Giao Ban Tổ chức",
    "chủ trì",
    "phối hợp với",
    "trước ngày 31/2/2023",
    "hằng năm",
    "99/99/9999",
    "Kế hoạch số",
]

OLD = sorted({way(line) for line in LINES[::7] for way in (tcvn3, vni)})
PIECES = st.one_of(
    *map(st.sampled_from, (LINES, MARKS, WORDS, OLD)),
    st.text(max_size=40),
    st.text(st.characters(min_codepoint=0xA0, max_codepoint=0x17F), max_size=12),
)
PAPERS = st.lists(
    st.tuples(PIECES, st.sampled_from(["\n", " ", "\n\n", "", "|", "; ", "\t", "\u00a0", "\u00ad"])), max_size=40
).map(lambda parts: "".join(piece + link for piece, link in parts))
ANY = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check_offsets(reading: PlanReading) -> None:
    text = reading.text
    for item in (*reading.tasks, *reading.citations, *reading.targets):
        assert text[item.start : item.end] == item.text
    for section in reading.sections:
        assert text[section.start : section.end] == section.title
    for task in reading.tasks:
        if task.due:
            assert text[task.due.start : task.due.end] == task.due.text
        for span in task.lead_spans:
            assert 0 <= span.start < span.end <= len(text)
    for warning in reading.warnings:
        assert 0 <= warning.start <= warning.end <= len(text)


@ANY
@given(PAPERS)
def test_any_text_is_read_and_every_offset_points_at_its_words(text):
    reading = read_text(text)
    check_offsets(reading)
    to_json(reading)


@ANY
@given(PAPERS)
def test_every_passage_of_the_body_is_a_task_or_says_why_not(text):
    reading = read_text(text)
    for passage in reading.passages:
        became = any(passage.start <= task.start and task.end <= passage.end for task in reading.tasks)
        assert became != (passage.reason is not None)


def uncovered(reading: PlanReading) -> str:
    """Letters of the body, from its first passage on, that stand in no passage, or in one that is no task and says
    no reason."""
    covered = bytearray(len(reading.text))
    for passage in reading.passages:
        covered[passage.start : passage.end] = b"\1" * (passage.end - passage.start)
    begin = min((passage.start for passage in reading.passages), default=len(reading.text))
    return "".join(letter for at, letter in enumerate(reading.text) if at >= begin and not covered[at]).replace(
        "\n", ""
    )


@ANY
@given(PAPERS)
def test_every_letter_of_the_body_is_in_a_task_or_in_a_passage_that_says_why_not(text):
    assert not any(letter.isalnum() for letter in uncovered(read_text(text)))


def test_every_letter_of_the_papers_is_in_a_task_or_in_a_passage_that_says_why_not():
    for path in CASES:
        reading = read_text(decode(path.read_bytes()))
        assert not any(letter.isalnum() for letter in uncovered(reading)), path.stem


@ANY
@given(PAPERS)
def test_reading_twice_gives_the_same(text):
    assert read_text(text) == read_text(text)


@ANY
@given(PAPERS)
def test_composed_and_decomposed_letters_and_line_ends_make_no_difference(text):
    composed = unicodedata.normalize("NFC", text).replace("\r", "")
    plain = read_text(composed)
    assert read_text(unicodedata.normalize("NFD", composed)) == plain
    assert read_text(composed.replace("\n", "\r\n")) == plain


def test_a_bullet_that_became_a_letter_of_two_signs_is_one_all_the_same():
    composed = readable("ü  Chăm lo đời sống đoàn viên.")
    assert composed.startswith("• ")
    assert readable(unicodedata.normalize("NFD", "ü  Chăm lo đời sống đoàn viên.")) == composed


@ANY
@given(st.text())
def test_folding_keeps_every_offset(text):
    assert len(fold(text)) == len(text)


def test_reading_the_normalised_text_again_finds_the_same_tasks():
    for path in CASES:
        first = read_text(decode(path.read_bytes()))
        again = read_text(first.text)
        assert [task.text for task in again.tasks] == [task.text for task in first.tasks], path.stem


def seconds_for(text: str) -> float:
    started = time.process_time()
    read_text(text)
    return time.process_time() - started


def test_ten_times_the_length_takes_about_ten_times_as_long():
    body = "".join(decode(path.read_bytes()) for path in CASES[::3])
    nasty = "- (" * 3000 + "“" * 500 + "1.1.1." * 500 + " Giao" * 500 + "a, và " * 500 + "quý " * 500 + "\n"
    for piece in (body, nasty):
        short = min(seconds_for(piece) for _ in range(3))
        assert seconds_for(piece * 10) < 25 * short + 0.5


def test_header_dates_are_real_days():
    assert replace(read_text("Bến Tre, ngày 31 tháng 02 năm 2023\nKẾ HOẠCH\nThử").header).date is None
