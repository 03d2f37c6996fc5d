"""Tone marks that recognition misreads are mended by the words beside them, and nothing else is touched."""

from __future__ import annotations

import pytest

from congdoan.documents.reading.extract.scan_lines import mend
from congdoan.documents.reading.extract.source import SourceLine

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
    "đ/c Lê Thị Kiếm, Phó Chủ tịch",
    "",
]


@pytest.mark.parametrize(("read", "meant"), [*MISREAD, *((one, one) for one in RIGHT)])
def test_a_tone_is_mended_where_only_one_other_makes_known_words(read: str, meant: str) -> None:
    line = SourceLine(read)
    mend(line)
    assert line.text == meant
