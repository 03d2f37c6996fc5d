from dataclasses import replace
from datetime import date

import pytest

from congdoan.core.printing import wording
from congdoan.core.printing.paper import Annex, Paragraph, Signer, Style, Table
from tests.printing.sample import plan


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Liên đoàn Lao động tỉnh Bến Tre", ["LIÊN ĐOÀN LAO ĐỘNG", "TỈNH BẾN TRE"]),
        ("Tổng Liên đoàn Lao động Việt Nam", ["TỔNG LIÊN ĐOÀN", "LAO ĐỘNG VIỆT NAM"]),
        ("Công đoàn cơ sở Trường Mầm non", ["CÔNG ĐOÀN CƠ SỞ", "TRƯỜNG MẦM NON"]),
        ("LĐLĐ huyện Ba Tri", ["LĐLĐ HUYỆN BA TRI"]),
        ("Một-tên-dài-viết-liền-không-có-chỗ-cắt", ["MỘT-TÊN-DÀI-VIẾT-LIỀN-KHÔNG-CÓ-CHỖ-CẮT"]),
    ],
)
def test_a_long_organ_name_is_cut_into_two_even_lines(name, lines):
    assert wording.organ_lines(name) == lines


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2022, 9, 12), "ngày 12 tháng 9 năm 2022"),
        (date(2022, 2, 5), "ngày 05 tháng 02 năm 2022"),
        (date(2022, 10, 9), "ngày 09 tháng 10 năm 2022"),
        (None, "ngày\u00a0\u00a0\u00a0\u00a0\u00a0tháng\u00a0\u00a0\u00a0\u00a0\u00a0năm 2022"),
    ],
)
def test_days_under_ten_and_january_and_february_have_two_figures(day, words):
    assert wording.date_words(day, 2022) == words


def test_a_paper_without_a_number_leaves_room_for_it():
    paper = replace(plan(), symbol="/KH-LĐLĐ")
    assert wording.symbol_line(paper) == "Số: \u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/KH-LĐLĐ"


def test_recipients_end_with_semicolons_and_the_last_with_a_full_stop():
    paper = replace(plan(), recipients=("- Như trên;", "Lưu: VT."))
    assert wording.recipients(paper) == ["- Như trên;", "- Lưu: VT."]


def test_the_authority_stands_before_the_office():
    signer = Signer("TM.", ("Ban Thường vụ", "KT. Chủ tịch", "Phó Chủ tịch"), "Nguyễn Văn An")
    assert wording.office_lines(signer, Style.STATE) == ["TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    assert wording.office_lines(signer, Style.PARTY) == ["T/M BAN THƯỜNG VỤ", "K/T CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    assert wording.office_lines(Signer("", ("Chủ tịch",), "A"), Style.STATE) == ["CHỦ TỊCH"]


def test_several_annexes_are_numbered_in_roman_figures():
    body = (Paragraph("một"), Annex("A"), Paragraph("hai"), Annex("B", landscape=True))
    main, first, second = wording.sections(replace(plan(), body=body))
    assert main.blocks == (Paragraph("một"),)
    assert (first.label, first.title, first.blocks) == ("Phụ lục I", "A", (Paragraph("hai"),))
    assert (second.label, second.landscape, second.blocks) == ("Phụ lục II", True, ())


def test_a_single_annex_has_no_number_and_names_its_paper():
    paper = plan(annex=True)
    assert wording.sections(paper)[1].label == "Phụ lục"
    assert wording.annex_reference(paper) == (
        "(Kèm theo Kế hoạch số 34/KH-LĐLĐ ngày 12 tháng 9 năm 2022 của Liên đoàn Lao động tỉnh Bến Tre)"
    )


def test_a_table_with_a_missing_cell_is_refused():
    with pytest.raises(ValueError, match="as many cells"):
        Table(("A", "B"), (("một",),))
    with pytest.raises(ValueError, match="one width"):
        Table(("A", "B"), (), (1,))


def test_a_basis_that_leads_on_to_the_text_keeps_its_colon():
    paper = replace(plan(), legal_bases=("Thực hiện Kế hoạch số 241/KH-TLĐ, xây dựng kế hoạch như sau:",))
    assert wording.legal_bases(paper)[-1].endswith("như sau:")
