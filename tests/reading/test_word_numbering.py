"""The numbers that Word shows but does not store."""

from __future__ import annotations

import pytest

from congdoan.documents.reading.extract.number_words import in_words, written
from tests.reading.words import (
    abstract,
    cell,
    level,
    num,
    numbered,
    plain,
    read,
    row,
    starts,
    styled,
    table,
    texts,
    word,
)

OUTLINE = abstract(
    0,
    level(0, "upperRoman", "%1."),
    level(1, "decimal", "%2."),
    level(2, "decimal", "%2.%3."),
    level(3, "lowerLetter", "%4)"),
    level(4, "bullet", "\uf02d"),
    level(5, "bullet", "+"),
)


def labels(items: list[str | tuple[str, ...]]) -> list[str]:
    return [item.split(" ")[0] for item in items if isinstance(item, str)]


def test_a_deeper_level_begins_anew_under_each_number_above_it(tmp_path):
    path = word(
        tmp_path / "a.docx",
        *(numbered("Việc", at) for at in (0, 1, 2, 2, 3, 3, 4, 5, 2, 3, 1, 2, 0, 1)),
        numbering=OUTLINE + num(1, 0),
    )
    assert labels(read(path)) == [
        "I.",
        "1.",
        "1.1.",
        "1.2.",
        "a)",
        "b)",
        "-",
        "+",
        "1.3.",
        "a)",
        "2.",
        "2.1.",
        "II.",
        "1.",
    ]


def test_two_lists_of_one_kind_count_on_unless_one_says_where_it_starts(tmp_path):
    numbering = abstract(0, level(0, "decimal", "%1.")) + num(1, 0) + num(2, 0) + num(3, 0, starts(0, 5))
    items = [numbered("Việc", 0, of) for of in (1, 1, 2, 3, 3, 1)]
    assert labels(read(word(tmp_path / "a.docx", *items, numbering=numbering))) == ["1.", "2.", "3.", "5.", "6.", "7."]


def test_a_level_may_never_begin_anew_or_only_after_a_high_level(tmp_path):
    numbering = abstract(
        0,
        level(0, "decimal", "Chương %1."),
        level(1, "upperLetter", "Mục %2."),
        level(2, "decimal", "Điều %3.", '<w:lvlRestart w:val="0"/>'),
        level(3, "decimal", "%4)", '<w:lvlRestart w:val="1"/>'),
    ) + num(1, 0)
    items = [numbered("x", at) for at in (0, 1, 2, 3, 2, 3, 1, 2, 3, 0, 2, 3)]
    assert read(word(tmp_path / "a.docx", *items, numbering=numbering)) == [
        "Chương 1. x", "Mục A. x", "Điều 1. x", "1) x", "Điều 2. x", "2) x", "Mục B. x", "Điều 3. x", "3) x",
        "Chương 2. x", "Điều 4. x", "1) x",
    ]  # fmt: skip


def test_legal_numbering_shows_roman_parents_in_digits_and_only_there(tmp_path):
    numbering = abstract(
        0, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2.", "<w:isLgl/>"), level(2, "decimal", "%1.%2.%3")
    ) + num(1, 0)
    items = [numbered("x", at) for at in (0, 0, 1, 2)]
    assert labels(read(word(tmp_path / "a.docx", *items, numbering=numbering))) == ["I.", "II.", "2.1.", "II.1.1"]


STYLES = """
    <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
    <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>
        <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/></w:style>
    <w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Của tôi"/><w:basedOn w:val="H2"/></w:style>
"""


def test_a_style_gives_its_list_and_the_list_gives_the_style_its_level(tmp_path):
    numbering = abstract(
        0,
        level(0, "upperRoman", "%1.", '<w:pStyle w:val="H1"/>'),
        level(1, "decimal", "%2.", '<w:pStyle w:val="H2"/>'),
    ) + num(1, 0)
    body = [styled("A", "H1"), styled("B", "H2"), styled("C", "Own"), styled("D", "H1"), styled("E", "H2")]
    off = styled("F", "H2", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    path = word(tmp_path / "a.docx", *body, off, numbering=numbering, styles=STYLES)
    assert read(path) == ["I. A", "1. B", "2. C", "II. D", "1. E", "F"]


def test_a_list_may_take_its_levels_from_a_list_style(tmp_path):
    numbering = (
        abstract(0, link='<w:numStyleLink w:val="Luat"/>')
        + abstract(1, level(0, "decimal", "Điều %1."), link='<w:styleLink w:val="Luat"/>')
        + num(1, 0)
        + num(2, 1)
    )
    path = word(tmp_path / "a.docx", numbered("x", 0, 1), numbered("y", 0, 2), numbering=numbering)
    assert read(path) == ["Điều 1. x", "Điều 2. y"]


def test_an_empty_number_counts_but_is_no_line_and_shows_in_a_column_of_numbers(tmp_path):
    numbering = OUTLINE + num(1, 0) + abstract(1, level(0, "decimal", "%1")) + num(2, 1)
    head = texts("TT", "Nội dung công việc", "Chủ trì")
    works = [row(cell(numbered("", 0, 2)), cell(plain(text)), cell(plain("Văn phòng"))) for text in ("Một việc", "Hai")]
    path = word(
        tmp_path / "a.docx",
        numbered("A", 0),
        numbered("", 0),
        numbered("B", 0),
        table(head, *works),
        numbering=numbering,
    )
    assert read(path) == [
        "I. A",
        "III. B",
        ("TT", "Nội dung công việc", "Chủ trì"),
        ("1", "Một việc", "Văn phòng"),
        ("2", "Hai", "Văn phòng"),
    ]


def test_a_deleted_paragraph_takes_no_number(tmp_path):
    gone = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
        '<w:del w:id="2"><w:r><w:delText>Bỏ</w:delText></w:r></w:del></w:p>'
    )
    path = word(tmp_path / "a.docx", numbered("A", 0), gone, numbered("B", 0), numbering=OUTLINE + num(1, 0))
    assert read(path) == ["I. A", "II. B"]


def test_a_sign_typed_after_an_automatic_sign_is_one_sign(tmp_path):
    path = word(tmp_path / "a.docx", numbered("- Tổ chức hội nghị.", 4), numbering=OUTLINE + num(1, 0))
    assert read(path) == ["- Tổ chức hội nghị."]


@pytest.mark.parametrize(
    ("count", "style", "shown"),
    [
        (4, "upperRoman", "IV"),
        (29, "lowerRoman", "xxix"),
        (2, "lowerLetter", "b"),
        (28, "upperLetter", "BB"),
        (7, "decimalZero", "07"),
        (3, "vietnameseCounting", "ba"),
        (12, "ordinal", "12"),
    ],
)
def test_numbers_are_written_as_their_format_says(count, style, shown):
    assert written(count, style) == shown


def test_numbers_in_words_are_vietnamese():
    assert [in_words(count) for count in (1, 4, 10, 11, 14, 15, 20, 21, 24, 35, 100)] == [
        "một", "bốn", "mười", "mười một", "mười bốn", "mười lăm", "hai mươi", "hai mươi mốt", "hai mươi tư",
        "ba mươi lăm", "100",
    ]  # fmt: skip
