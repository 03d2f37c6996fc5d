"""What recognition misreads time and again is mended: tones by the words beside them, dirt, signs in symbols."""

from __future__ import annotations

import pytest

from congdoan.documents.reading.extract.scan_lines import mend
from congdoan.documents.reading.extract.source import Source, SourceLine
from congdoan.documents.reading.reader import silent, understand

MISREAD = [
    ("Giao Ban Tố chức chủ trì", "Giao Ban Tổ chức chủ trì"),
    ("ỦY BAN KIẾM TRA", "ỦY BAN KIỂM TRA"),
    ("Tống Liên đoàn Lao động Việt Nam", "Tổng Liên đoàn Lao động Việt Nam"),
    ("đối mới tố chức và hoạt động", "đổi mới tổ chức và hoạt động"),
    ("triến khai bảo hiếm xã hội", "triển khai bảo hiểm xã hội"),
    ("Quyết định số 45/QĐ-UBNĐ", "Quyết định số 45/QĐ-UBND"),
]
RIGHT = [
    "tiếp nhận tố cáo, đối thoại với người lao động",
    "Nguyễn Văn Tố phụ trách; kiếm thêm việc làm",
    "nộp bảo hiểm xã hội, nộp báo cáo",
    "phân bổ tại chỗ",
    "đi đôi với phát huy sự chủ động",
    "chấn chỉnh và xử lý nghiêm",
    "chỉnh và xử lý nghiêm các vi phạm",
    "đôi với phát huy sự chủ động",
    "những thủ tục hành chính đang thực hiện",
    "đ/c Lê Thị Kiếm, Phó Chủ tịch",
    "",
]


@pytest.mark.parametrize(("read", "meant"), [*MISREAD, *((one, one) for one in RIGHT)])
def test_a_tone_is_mended_where_only_one_other_makes_known_words(read: str, meant: str) -> None:
    line = SourceLine(read)
    mend(line)
    assert line.text == meant


DIRTY = [
    ("ˆ 4. LĐLĐ các huyện", "4. LĐLĐ các huyện"),
    ("_3.1. Phát động phong trào", "3.1. Phát động phong trào"),
    (": 5. Văn phòng giúp việc", "5. Văn phòng giúp việc"),
    ("5, Các đơn vị trực thuộc", "5. Các đơn vị trực thuộc"),
    ("Điều.2. Nhiệm vụ của Tổ công tác", "Điều 2. Nhiệm vụ của Tổ công tác"),
    (".Thành lập công đoàn cơ sở", "Thành lập công đoàn cơ sở"),
    ("Kế hoạch số 232/KH-TL.Đ và 18/TB-LĐLPĐ", "Kế hoạch số 232/KH-TLĐ và 18/TB-LĐLĐ"),
    ("- Văn phòng; 5, 6 và 7", "- Văn phòng; 5, 6 và 7"),
    ("“Mái ấm công đoàn”", "“Mái ấm công đoàn”"),
    ("+ 2. Tổng hợp", "+ 2. Tổng hợp"),
]


@pytest.mark.parametrize(("read", "meant"), DIRTY)
def test_dirt_before_a_number_and_in_a_symbol_goes(read: str, meant: str) -> None:
    line = SourceLine(read)
    mend(line)
    assert line.text == meant


def _outline(*lines: str) -> list[str]:
    """The numbers of the sections that a scan with these lines has, those inside another after a blank."""
    head = ["LIÊN ĐOÀN LAO ĐỘNG TỈNH AN GIANG", "Số: 15/KH-LĐLĐ", "KẾ HOẠCH", "Công tác năm 2023"]
    source = Source("scan", wrapped=True, ocr=True, items=[SourceLine(text) for text in [*head, *lines]])
    blocks = understand(source, silent).found.tree.blocks
    return [f"{' ' if block.parent else ''}{block.number}" for block in blocks if block.marker]


def test_numbers_that_a_scan_repeats_follow_their_order_and_letters_stay_letters() -> None:
    chapters = ("CHƯƠNG I", "Quan điểm", "CHƯƠNG II", "Mục tiêu", "CHƯƠNG II", "Nhiệm vụ", "CHƯƠNG IV", "Thực hiện")
    assert _outline(*chapters) == ["I", "II", "III", "IV"]
    assert _outline("I. Mục đích", "II. Nội dung", "II. Thực hiện") == ["I", "II", "III"]
    assert _outline("A. Mục đích", "B. Nội dung", "I. Chăm lo", "C. Giải pháp", "D. Kinh phí") == [
        "A",
        "B",
        " I",
        "C",
        "D",
    ]
    assert _outline("MỤC TIÊU", "1. Mục tiêu chung", "II. NHIỆM VỤ", "1. Khảo sát")[-1] == " II.1"
