from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pypdfium2
from hypothesis import given, settings
from hypothesis import strategies as st

from congdoan.core.printing.glyphs import _shown, printable
from congdoan.core.printing.paper import Heading, PageBreak, Paper, Paragraph, Style, Table, Urgency
from congdoan.core.printing.pdf import to_pdf
from tests.printing.sample import plan


def pages(paper: Paper) -> list[str]:
    document = pypdfium2.PdfDocument(to_pdf(paper))
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def with_body(*blocks) -> Paper:
    return replace(plan(), body=blocks)


def test_the_plan_prints_as_pdf_a():
    content = to_pdf(plan())
    assert content.startswith(b"%PDF-1.7")
    assert b"<pdfaid:part>2</pdfaid:part>" in content
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in content


def test_the_printed_plan_has_the_parts_of_an_official_paper():
    printed = pages(plan())
    for words in (
        "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH BẾN TRE",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 34/KH-LĐLĐ",
        "Bến Tre, ngày 12 tháng 9 năm 2022",
        "KẾ HOẠCH Cải cách hành chính trong hệ thống Công đoàn đến năm 2025",
        "I. MỤC ĐÍCH, YÊU CẦU",
    ):
        assert words in printed[0]
    assert "Nơi nhận:" in printed[-1]
    assert "TM. BAN THƯỜNG VỤ KT. CHỦ TỊCH PHÓ CHỦ TỊCH" in printed[-1]
    assert "Nguyễn Thị Hồng Ánh" in printed[-1]


def test_nothing_of_the_plan_is_lost():
    printed = " ".join(pages(plan())).split()
    for block in plan().body:
        assert set(block.text.split()) <= set(printed)


def test_page_numbers_begin_on_the_second_page_and_anew_in_an_annex():
    printed = pages(plan(annex=True))
    first_of_annex = next(at for at, page in enumerate(printed) if page.startswith("Phụ lục"))
    assert not printed[0].startswith("1")
    assert [page.split()[0] for page in printed[1:first_of_annex]] == [str(n + 2) for n in range(first_of_annex - 1)]
    assert printed[first_of_annex + 1].startswith("2 ")


def test_a_wide_annex_lies_across_and_repeats_its_header():
    document = pypdfium2.PdfDocument(to_pdf(plan(annex=True)))
    assert [page.get_width() > page.get_height() for page in document][-3:] == [False, True, True]
    assert "Nội dung công việc" in pages(plan(annex=True))[-1]


def test_signs_of_the_typesetting_language_print_as_they_are():
    text = '#strong[x] $a^2$ *đậm* _nghiêng_ <nhãn> @tên `mã` // ghi chú \\ "nháy" -- #sys.inputs'
    assert text in pages(with_body(Paragraph(text)))[0]


def test_a_symbol_stays_on_one_line():
    text = "Quy chế phối hợp số 02/QCPH-LĐLĐ-LHPN-ĐTN-CCB "
    document = pypdfium2.PdfDocument(to_pdf(with_body(Paragraph(text * 20))))
    assert document[0].get_textpage().get_text_range().count("02/QCPH-LĐLĐ-LHPN-ĐTN-CCB") == 20


def test_every_character_of_the_font_prints():
    characters = sorted(_shown() - {"\n"})
    lines = ["".join(characters[at : at + 60]) for at in range(0, len(characters), 60)]
    assert to_pdf(with_body(*map(Paragraph, lines)))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_prints(text):
    assert to_pdf(replace(with_body(Paragraph(text), Heading(2, "1.", text), Table((text,), ((text,),))), subject=text))


def test_what_the_font_lacks_is_shown_as_an_empty_box():
    assert printable("a\uf0b7 中 tie\u0302\u0301ng\x07\u200b\tx") == "a• □ tiếng x"


def test_a_letter_has_its_subject_under_the_symbol_and_no_title():
    letter = replace(plan(), is_letter=True, symbol="12/LĐLĐ-VP", addressees=("Các ban", "Công đoàn ngành"), body=())
    printed = pages(letter)[0]
    assert "12/LĐLĐ-VP V/v Cải cách hành chính" in printed
    assert "Kính gửi: - Các ban; - Công đoàn ngành." in printed
    assert "KẾ HOẠCH" not in printed


def test_a_draft_and_an_urgent_paper_say_so():
    printed = pages(replace(plan(), is_draft=True, urgency=Urgency.EXPRESS))
    assert "HỎA TỐC" in printed[0]
    assert all("DỰ THẢO" in page for page in printed)


def test_a_party_paper_has_the_party_header():
    printed = pages(replace(plan(), style=Style.PARTY, symbol="34-KH/ĐĐ"))[0]
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in printed
    assert "Số 34-KH/ĐĐ" in printed
    assert "CỘNG HÒA" not in printed


def test_a_heading_is_never_left_at_the_bottom_of_a_page():
    for lines in range(20, 40):
        body = [Paragraph("một dòng")] * lines + [Heading(1, "II.", "NỘI DUNG"), Paragraph("Theo sau.")]
        for page in pages(with_body(*body)):
            assert ("NỘI DUNG" in page) == ("Theo sau." in page)


def test_the_signature_never_stands_alone_on_a_page():
    for lines in range(15, 40):
        last = pages(with_body(*[Paragraph("một dòng")] * lines, Paragraph("Nơi cuối cùng.")))[-1]
        assert "Nơi cuối cùng." in last
        assert "Nguyễn Thị Hồng Ánh" in last


def test_a_body_may_be_empty_or_end_with_a_long_table():
    assert len(pages(with_body())) == 1
    table = Table(("A",), tuple((str(n),) for n in range(120)))
    assert "119" in " ".join(pages(with_body(Paragraph("a"), table)))
    assert len(pages(with_body(Paragraph("a"), PageBreak()))) == 2


def test_a_page_break_begins_a_page():
    assert "sau" in pages(with_body(Paragraph("trước"), PageBreak(), Paragraph("sau")))[1]


def test_the_same_paper_gives_the_same_bytes():
    assert to_pdf(plan()) == to_pdf(plan())


def test_several_threads_print_at_once():
    papers = [with_body(Paragraph(f"Bản {n}")) for n in range(24)]
    with ThreadPoolExecutor(6) as pool:
        printed = list(pool.map(pages, papers))
    assert all(f"Bản {n}" in page[0] for n, page in enumerate(printed))
