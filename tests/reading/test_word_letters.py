"""Letters in fonts from before Unicode, as their fonts show them."""

from __future__ import annotations

import pytest

from congdoan.documents.reading.extract.old_fonts import encoding_of
from congdoan.documents.reading.reader import read_file
from tests.reading.old_letters import tcvn3, vni
from tests.reading.words import cell, font, paragraph, plain, read, row, run, styled, table, word

STYLES = """
    <w:docDefaults><w:rPrDefault>
        <w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:rPrDefault></w:docDefaults>
    <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
    <w:style w:type="paragraph" w:styleId="Hoa"><w:name w:val="Hoa"/><w:basedOn w:val="a"/>
        <w:rPr><w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Moi"><w:name w:val="Moi"/><w:basedOn w:val="a"/>
        <w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/></w:rPr></w:style>
    <w:style w:type="character" w:styleId="Vni"><w:name w:val="Vni"/>
        <w:rPr><w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/></w:rPr></w:style>
"""


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        (".VnTime", "tcvn3"),
        (".VnArial Narrow", "tcvn3"),
        (".VnTimeH", "tcvn3-capitals"),
        (".VNTIMEH", "tcvn3-capitals"),
        ("VNI-Times", "vni"),
        ("VNI Helve", "vni"),
        ("Times New Roman", None),
        ("", None),
        (None, None),
    ],
)
def test_the_name_of_a_font_says_how_its_letters_are_stored(name, encoding):
    assert encoding_of(name) == encoding


def test_runs_of_several_fonts_make_one_sentence(tmp_path):
    sentence = paragraph(
        run("1. ", font("Times New Roman")),
        run(tcvn3("Tổ chức hội nghị"), font(".VnTime")),
        run(" cho cán bộ ", font("Times New Roman")),
        run(vni("công đoàn cơ sở"), font("VNI-Times")),
        run(tcvn3(" trước ngày 30/6/2023."), font(".VnArial")),
    )
    assert read(word(tmp_path / "a.docx", sentence)) == [
        "1. Tổ chức hội nghị cho cán bộ công đoàn cơ sở trước ngày 30/6/2023."
    ]


def test_a_letter_cut_between_two_runs_is_one_letter(tmp_path):
    halves = [run(part, font("VNI-Times")) for part in ("Ke", "á ho", "a", "ïch")]
    assert read(word(tmp_path / "a.docx", paragraph(*halves))) == ["Kế hoạch"]


def test_the_font_may_come_from_the_document_a_style_or_a_style_of_letters(tmp_path):
    path = word(
        tmp_path / "a.docx",
        plain(tcvn3("Căn cứ Nghị quyết của Ủy ban nhân dân")),
        styled(tcvn3("kế hoạch"), "Hoa"),
        styled("Điều lệ Công đoàn", "Moi"),
        paragraph(run(vni("Tổ chức Công đoàn"), "<w:rStyle w:val='Vni'/>")),
        paragraph(run(tcvn3("Quyết nghị"), "<w:caps/>")),
        styles=STYLES,
    )
    assert read(path) == [
        "Căn cứ Nghị quyết của Ủy ban nhân dân",
        "KẾ HOẠCH",
        "Điều lệ Công đoàn",
        "Tổ chức Công đoàn",
        "QUYẾT NGHỊ",
    ]


def test_a_soft_hyphen_is_a_letter_only_in_an_old_font(tmp_path):
    stored = run(tcvn3("Chủ t"), font(".VnTime")) + "<w:r><w:rPr>" + font(".VnTime") + "</w:rPr><w:softHyphen/></w:r>"
    kept = paragraph("công\u00ad", "<w:r><w:softHyphen/></w:r>", "đoàn")
    assert read(word(tmp_path / "a.docx", f"<w:p>{stored}</w:p>", kept)) == ["Chủ tư", "côngđoàn"]


def test_a_font_that_lies_changes_no_letter(tmp_path):
    path = word(
        tmp_path / "a.docx",
        paragraph(run("Thực hiện các nghị quyết", font(".VnTime"))),
        paragraph(run("các", font(".VnTime"))),
        paragraph(run(tcvn3("Thực hiện các nghị quyết của Đại hội"), font("Times New Roman"))),
    )
    assert read(path) == ["Thực hiện các nghị quyết", "các", "Thực hiện các nghị quyết của Đại hội"]


def test_a_whole_paper_in_an_old_font_is_read_with_its_table(tmp_path):
    def old(text: str) -> str:
        return paragraph(run(tcvn3(text), font(".VnTime")))

    def capitals(text: str) -> str:
        return paragraph(run(tcvn3(text.lower()), font(".VnTimeH")))

    head = [cell(old(text)) for text in ("TT", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian")]
    work = [cell(old(text)) for text in ("1", "Tổ chức tập huấn nghiệp vụ", "Ban Tổ chức", "Quý II/2023")]
    path = word(
        tmp_path / "a.docx",
        capitals("Liên đoàn Lao động tỉnh An Giang"),
        old("Số: 15/KH-LĐLĐ"),
        capitals("Cộng hòa xã hội chủ nghĩa Việt Nam"),
        old("Độc lập - Tự do - Hạnh phúc"),
        old("An Giang, ngày 20 tháng 01 năm 2023"),
        capitals("Kế hoạch"),
        old("Công tác công đoàn năm 2023"),
        capitals("I. Nội dung"),
        table(row(*head), row(*work)),
    )
    reading = read_file(path)
    assert (reading.header.type, reading.header.symbol) == ("kế hoạch", "15/KH-LĐLĐ")
    assert reading.header.issuer == "Liên đoàn Lao động tỉnh An Giang"
    assert [(task.text, task.lead) for task in reading.tasks] == [("Tổ chức tập huấn nghiệp vụ", ("Ban Tổ chức",))]
