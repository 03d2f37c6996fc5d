"""Papers saved as web pages, often under the name .doc, and web archives."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from congdoan.documents.reading.extract.html import read_html
from congdoan.documents.reading.extract.source import SourceLine
from congdoan.documents.reading.reader import read_file

PAGE = """<!DOCTYPE html>
<html><head><title>Văn bản</title><style>p {color: red}</style><script>alert(1)</script></head><body>
<nav><a href="/">Trang chủ</a></nav>
<table><tr><td><b>LĐLĐ TỈNH AN GIANG</b><br>Số: 15/KH-LĐLĐ</td>
<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</td></tr>
<tr><td></td><td><i>An Giang, ngày 20 tháng 01
năm 2023</i></td></tr></table>
<p align=center><b>KẾ HOẠCH</b></p>
<p align=center>Công tác công đoàn&nbsp;năm 2023</p>
<p>I. NỘI DUNG</p>
<p>1. Giao Ban T&#7893; chức rà soát quy chế<span style="display:none"> ẩn</span> <del>cũ</del>trước
ngày 30/6/2023.</p>
<ol type="a"><li>Công khai thủ tục.<li><p>Tổ chức tập huấn.</p></ol>
<ul><li>Phát động thi đua.</li></ul>
<table border=1><thead><tr><th rowspan=2>TT</th><th rowspan=2>Nội dung</th><th colspan=2>Phân công</th></tr>
<tr><th>Chủ trì</th><th>Phối hợp</th></tr></thead>
<tr><td>1</td><td>Kiểm tra cơ sở</td><td rowspan=2>Ủy ban kiểm tra</td><td>Văn phòng</td></tr>
<tr><td>2</td><td>Giám sát chuyên đề</td><td>Ban Tổ chức</td></tr></table>
</body></html>"""


def read(path: Path) -> list[str | tuple[str, ...]]:
    return [item.text if isinstance(item, SourceLine) else item.cells for item in read_html(path).items]


def archive() -> bytes:
    message = EmailMessage()
    message["MIME-Version"] = "1.0"
    message.set_content("xem bằng trình duyệt")
    message.add_related(PAGE.encode(), maintype="text", subtype="html")
    return bytes(message)


@pytest.mark.parametrize("data", [PAGE.encode(), PAGE.encode("utf-16"), archive()], ids=["utf-8", "utf-16", "archive"])
def test_a_page_is_read_in_lines_and_rows(data, tmp_path):
    path = tmp_path / "ke-hoach.doc"
    path.write_bytes(data)
    assert read(path) == [
        "LĐLĐ TỈNH AN GIANG",
        "Số: 15/KH-LĐLĐ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "An Giang, ngày 20 tháng 01 năm 2023",
        "KẾ HOẠCH",
        "Công tác công đoàn năm 2023",
        "I. NỘI DUNG",
        "1. Giao Ban Tổ chức rà soát quy chế trước ngày 30/6/2023.",
        "a) Công khai thủ tục.",
        "b) Tổ chức tập huấn.",
        "- Phát động thi đua.",
        ("TT", "Nội dung", "Phân công", ""),
        ("TT", "Nội dung", "Chủ trì", "Phối hợp"),
        ("1", "Kiểm tra cơ sở", "Ủy ban kiểm tra", "Văn phòng"),
        ("2", "Giám sát chuyên đề", "Ủy ban kiểm tra", "Ban Tổ chức"),
    ]


def test_a_page_is_a_paper_whatever_its_name(tmp_path):
    path = tmp_path / "ke-hoach.doc"
    path.write_bytes(PAGE.encode())
    reading = read_file(path)
    assert (reading.header.symbol, reading.header.issuer) == ("15/KH-LĐLĐ", "LĐLĐ tỉnh An Giang")
    assert [task.lead for task in reading.tasks][-2:] == [("Ủy ban kiểm tra",)] * 2


@pytest.mark.parametrize("data", [b"<html>", b"<html><body></body></html>", b"<html>" + b"<div>" * 5000 + b"x"])
def test_an_empty_or_endless_page_is_read_or_refused(data, tmp_path):
    from congdoan.documents.reading.errors import UnreadableFile

    path = tmp_path / "a.html"
    path.write_bytes(data)
    try:
        assert read_file(path).text
    except UnreadableFile as error:
        assert error.message.endswith(".")
