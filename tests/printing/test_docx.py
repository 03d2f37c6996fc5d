from dataclasses import replace
from io import BytesIO

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from congdoan.core.printing.docx import to_docx
from congdoan.core.printing.paper import Paper, Paragraph, Style, Urgency
from tests.printing.sample import plan


def opened(paper: Paper):
    return docx.Document(BytesIO(to_docx(paper)))


def words(document) -> str:
    return "\n".join(text.text for text in document.element.body.iter(qn("w:t")))


def test_the_word_file_has_the_parts_of_an_official_paper():
    text = words(opened(plan()))
    for part in (
        "LIÊN ĐOÀN LAO ĐỘNG\nTỈNH BẾN TRE",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        "Số: 34/KH-LĐLĐ",
        "Bến Tre, ngày 12 tháng 9 năm 2022",
        "KẾ HOẠCH\nCải cách hành chính",
        "Nơi nhận:",
        "TM. BAN THƯỜNG VỤ\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Thị Hồng Ánh",
    ):
        assert part in text


def test_the_page_is_a4_with_the_margins_of_decree_30():
    page = opened(plan()).sections[0]
    sizes = (
        page.page_width,
        page.page_height,
        page.top_margin,
        page.bottom_margin,
        page.left_margin,
        page.right_margin,
    )
    assert [round(size.mm) for size in sizes] == [210, 297, 20, 20, 30, 20]


def test_the_first_page_has_no_number_and_the_next_ones_have():
    page = opened(plan()).sections[0]
    assert page.different_first_page_header_footer
    assert "PAGE" in page.header._element.xml
    assert "PAGE" not in page.first_page_header._element.xml


def test_an_annex_lies_across_counts_its_own_pages_and_repeats_its_header():
    document = opened(plan(annex=True))
    annex = document.sections[-1]
    assert annex.orientation == WD_ORIENT.LANDSCAPE
    assert annex._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
    table = document.tables[-1]
    assert len(table.rows) == 41
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_the_last_words_of_the_body_stay_with_the_signature():
    kept = [paragraph.text for paragraph in opened(plan()).paragraphs if paragraph.paragraph_format.keep_with_next]
    assert any(text.startswith("Trên đây là kế hoạch") for text in kept)


def test_headings_are_headings():
    styles = [(p.style.name, p.text) for p in opened(plan()).paragraphs if p.style.name.startswith("Heading")]
    assert ("Heading 2", "II. NỘI DUNG") in styles
    assert ("Heading 4", "2.2. Về tổ chức bộ máy") in styles


def test_a_draft_has_its_watermark_on_every_page():
    page = opened(replace(plan(), is_draft=True)).sections[0]
    assert "DỰ THẢO" in page.header._element.xml
    assert "DỰ THẢO" in page.first_page_header._element.xml
    assert "DỰ THẢO" not in opened(plan()).sections[0].header._element.xml


def test_a_letter_and_a_party_paper_have_their_own_heads():
    letter = replace(plan(), is_letter=True, addressees=("Các ban",), urgency=Urgency.URGENT)
    text = words(opened(letter))
    assert "V/v Cải cách hành chính" in text
    assert "Kính gửi: Các ban" in text
    assert "KHẨN" in text
    assert "KẾ HOẠCH\n" not in text
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in words(opened(replace(plan(), style=Style.PARTY)))


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_makes_a_word_file_that_opens(text):
    assert opened(replace(plan(), subject=text, body=(Paragraph(text),)))
