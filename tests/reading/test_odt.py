"""OpenDocument papers: numbers, notes, changes and tables as LibreOffice shows them, without LibreOffice."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from congdoan.documents.reading.errors import UnreadableFile
from congdoan.documents.reading.extract.odt import read_odt
from congdoan.documents.reading.extract.source import SourceLine
from congdoan.documents.reading.reader import read_file
from tests.reading.old_letters import tcvn3

_SPACES = {
    **{name: name for name in ("office", "text", "table", "style", "svg")},
    "draw": "drawing", "fo": "xsl-fo-compatible", "svg": "svg-compatible",
}  # fmt: skip
NAMES = " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for short, name in _SPACES.items())
LOEXT = 'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'


def odt(path: Path, *body: str, styles: str = "") -> Path:
    parts = f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{''.join(body)}"
    content = f"<office:document-content {NAMES} {LOEXT}>{parts}</office:text></office:body></office:document-content>"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return path


def read(path: Path) -> list[str | tuple[str, ...]]:
    return [item.text if isinstance(item, SourceLine) else item.cells for item in read_odt(path).items]


def p(text: str, style: str = "P") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def items(*content: str, style: str = "L", more: str = "") -> str:
    held = "".join(f"<text:list-item>{one}</text:list-item>" for one in content)
    name = f' text:style-name="{style}"' if style else ""
    return f"<text:list{name}{more}>{held}</text:list>"


def number(level: int, form: str, more: str = "") -> str:
    return f'<text:list-level-style-number text:level="{level}" style:num-format="{form}" {more}/>'


LIST = (
    '<text:list-style style:name="L">'
    + number(1, "I", 'style:num-suffix="."')
    + number(2, "1", 'style:num-suffix="."')
    + number(3, "1", 'style:num-suffix="." text:display-levels="2"')
    + number(4, "a", 'loext:num-list-format="%4%)"')
    + '<text:list-level-style-bullet text:level="5" text:bullet-char="-"/></text:list-style>'
)


def test_lists_are_numbered_on_every_level(tmp_path):
    fourth = items(p("a") + items(p("e"), style=""), p("b"), style="")
    third = items(p("x"), p("y") + fourth, style="")
    path = odt(tmp_path / "a.odt", items(p("A") + items(p("B") + third, p("C"), style=""), p("D")), styles=LIST)
    assert read(path) == ["I. A", "1. B", "1.1. x", "1.2. y", "a) a", "- e", "b) b", "2. C", "II. D"]


def test_a_list_begins_anew_unless_it_continues_one(tmp_path):
    path = odt(
        tmp_path / "a.odt",
        items(p("A"), p("B"), more=' xml:id="l1"'),
        items(p("C")),
        items(p("D"), more=' text:continue-list="l1"'),
        items(p("E"), more=' text:continue-numbering="true"'),
        '<text:list text:style-name="L"><text:list-header>' + p("không số") + "</text:list-header>"
        '<text:list-item text:start-value="7">' + p("F") + p("thêm") + "</text:list-item></text:list>",
        styles=LIST,
    )
    assert read(path) == ["I. A", "II. B", "I. C", "III. D", "IV. E", "không số", "VII. F", "thêm"]


def test_headings_are_numbered_by_the_outline(tmp_path):
    outline = (
        "<text:outline-style>"
        '<text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format="1" style:num-suffix="."/></text:outline-style>'
    )
    heads = [
        f'<text:h text:outline-level="{level}">{text}</text:h>'
        for level, text in ((1, "A"), (2, "B"), (2, "C"), (1, "D"))
    ]
    assert read(odt(tmp_path / "a.odt", *heads, styles=outline)) == ["I. A", "1. B", "2. C", "II. D"]


def test_spaces_breaks_links_and_boxes_are_words_and_comments_are_not(tmp_path):
    box = f"<draw:frame><draw:text-box>{p('CỘNG HÒA XÃ HỘI')}</draw:text-box></draw:frame>"
    comment = f"<office:annotation>{p('bỏ')}</office:annotation>"
    path = odt(
        tmp_path / "a.odt",
        p(f'1. Tổ<text:s text:c="3"/>chức<text:tab/><text:a>hội nghị</text:a>{comment}.'),
        p("- Một.<text:line-break/>- Hai."),
        p(box),
        "<text:table-of-content><text:index-body>" + p("I. A 1") + "</text:index-body></text:table-of-content>",
    )
    assert read(path) == ["1. Tổ chức hội nghị.", "- Một.", "- Hai.", "CỘNG HÒA XÃ HỘI"]


def test_changes_are_read_as_accepted_with_a_warning_and_notes_stand_last(tmp_path):
    deletion = f"<text:deletion>{p('hội thảo')}</text:deletion>"
    gone = f"<text:tracked-changes><text:changed-region>{deletion}</text:changed-region></text:tracked-changes>"
    body = f"<text:note-body>{p('Theo Nghị quyết số 18-NQ/TW.')}</text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"
    path = odt(
        tmp_path / "a.odt",
        gone,
        p("I. NỘI DUNG"),
        p(f"1. Tổ chức{note} hội nghị<text:change text:change-id='c'/> cán bộ."),
    )
    reading = read_file(path)
    assert [task.text for task in reading.tasks] == ["Tổ chức hội nghị cán bộ."]
    assert reading.text.endswith("\n[1] Theo Nghị quyết số 18-NQ/TW.\n")
    assert "tracked_changes" in {warning.code for warning in reading.warnings}


def test_fonts_and_capitals_come_from_styles_and_their_parents(tmp_path):
    def style(name: str, family: str, properties: str, parent: str = "") -> str:
        over = f' style:parent-style-name="{parent}"' if parent else ""
        look = f"<style:text-properties {properties}/>"
        return f'<style:style style:name="{name}" style:family="{family}"{over}>{look}</style:style>'

    styles = (
        '<style:font-face style:name="F1" svg:font-family="&apos;.VnTime&apos;"/>'
        + style("Old", "paragraph", 'style:font-name="F1"')
        + style("Child", "paragraph", 'fo:font-weight="bold"', "Old")
        + style("Hoa", "paragraph", 'fo:text-transform="uppercase"')
        + style("New", "text", 'fo:font-family="Times New Roman"')
        + style("An", "text", 'text:display="none"')
    )
    path = odt(
        tmp_path / "a.odt",
        p(tcvn3("Kế hoạch ") + '<text:span text:style-name="New">của Tổng Liên đoàn</text:span>', "Child"),
        p('kế hoạch<text:span text:style-name="An"> ẩn</text:span>', "Hoa"),
        styles=styles,
    )
    assert read(path) == ["Kế hoạch của Tổng Liên đoàn", "KẾ HOẠCH"]


def test_merged_cells_hold_for_their_rows(tmp_path):
    def cells(*content: str) -> str:
        made = (one if one.startswith("<") else f"<table:table-cell>{p(one)}</table:table-cell>" for one in content)
        return f"<table:table-row>{''.join(made)}</table:table-row>"

    lead = f'<table:table-cell table:number-rows-spanned="2">{p("Ban Tổ chức")}</table:table-cell>'
    covered = "<table:covered-table-cell/>"
    wide = f'<table:table-cell table:number-columns-spanned="3">{p("A. TỔ CHỨC")}</table:table-cell>' + covered * 2
    head = f"<table:table-header-rows>{cells('TT', 'Nội dung', 'Chủ trì')}</table:table-header-rows>"
    rows = [
        cells(wide),
        cells("1", "Rà soát", lead),
        cells("2", "Kiểm tra", covered),
        cells("3", "Báo cáo", "Văn phòng"),
    ]
    assert read(odt(tmp_path / "a.odt", f"<table:table>{head}{''.join(rows)}</table:table>")) == [
        ("TT", "Nội dung", "Chủ trì"),
        ("A. TỔ CHỨC", "", ""),
        ("1", "Rà soát", "Ban Tổ chức"),
        ("2", "Kiểm tra", "Ban Tổ chức"),
        ("3", "Báo cáo", "Văn phòng"),
    ]


@pytest.mark.parametrize("content", [b"", b"<a/>", b"<office:document-content"])
def test_a_broken_paper_says_so(content, tmp_path):
    path = tmp_path / "a.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    with pytest.raises(UnreadableFile, match="hỏng"):
        read_file(path)
