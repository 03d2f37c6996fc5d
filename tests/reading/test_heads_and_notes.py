"""What stands around the work of a paper: heads of pages, names in full, notes, the paper itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from congdoan.documents.reading import reader
from congdoan.documents.reading.extract.plain import source_of_text
from congdoan.documents.reading.extract.scan_lines import mend
from congdoan.documents.reading.extract.source import SourceLine
from congdoan.documents.reading.reader import read_text

LETTERHEAD = """LIÊN ĐOÀN LAO ĐỘNG TỈNH GIA LAI
{organ}
Số: 62/{symbol}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Pleiku, ngày 11 tháng 7 năm 2024
"""
PLAN = LETTERHEAD.format(organ="CÔNG ĐOÀN NGÀNH XÂY DỰNG", symbol="KH-CĐXD") + "KẾ HOẠCH\n"


@pytest.mark.parametrize(
    ("sentence", "issuer"),
    [
        ("Ban Thường vụ Liên đoàn Lao động thành phố Pleiku đề nghị:", "Liên đoàn Lao động thành phố Pleiku"),
        ("Ban Thường vụ Liên đoàn Lao động thành phố đề nghị:", "LĐLĐ thành phố Pleiku"),
    ],
)
def test_an_issuer_in_short_is_named_as_its_paper_names_it_in_full(sentence: str, issuer: str) -> None:
    letter = LETTERHEAD.format(organ="LĐLĐ THÀNH PHỐ PLEIKU", symbol="LĐLĐ") + (
        f"V/v rà soát lao động\nKính gửi: Các công đoàn cơ sở.\n{sentence}\n1. Công đoàn cơ sở lập danh sách.\n"
    )
    assert read_text(letter).header.issuer == issuer


def test_the_basis_in_brackets_after_a_subject_is_none_of_it() -> None:
    paper = PLAN + "Công tác công đoàn năm 2025 (Thực hiện Nghị quyết số 01/NQ-BCH ngày 08/01/2025)\nI. NỘI DUNG\n"
    assert read_text(paper).header.subject == "Công tác công đoàn năm 2025"


def test_the_conclusion_that_a_notice_makes_known_is_not_cited_at_its_end() -> None:
    notice = LETTERHEAD.format(organ="CÔNG ĐOÀN NGÀNH Y TẾ", symbol="TB-CĐN") + (
        "THÔNG BÁO\nKết luận Hội nghị Ban Chấp hành Công đoàn ngành lần thứ 8\nI. Nhiệm vụ\n1. Rà soát đoàn viên.\n"
        "Trên đây là kết luận Hội nghị lần thứ 8, đề nghị các đơn vị thực hiện.\n"
    )
    assert read_text(notice).citations == ()


@pytest.mark.parametrize(
    "note",
    [
        "Các biểu mẫu được gửi qua nhóm Zalo “CĐCS”. Mọi vướng mắc xin liên hệ số 0269 3824 111.",
        "Mọi thắc mắc xin liên hệ đồng chí Lan, điện thoại 0905 111 222.",
        "Mẫu báo cáo đăng trên trang thông tin điện tử của Công đoàn ngành.",
    ],
)
def test_where_forms_lie_and_whom_to_call_is_no_work(note: str) -> None:
    paper = f"{PLAN}Công tác năm 2024\nI. NỘI DUNG\n1. Mở lớp tập huấn.\n2. Lập danh sách.\n{note}\n"
    assert [task.text for task in read_text(paper).tasks] == ["Mở lớp tập huấn.", "Lập danh sách."]


def test_heads_of_pages_stand_by_their_numbers_in_copied_text() -> None:
    head = "Công đoàn ngành Xây dựng - Kế hoạch công tác năm 2024"
    paper = (
        f"{PLAN}Công tác năm 2024\nI. NỘI DUNG\n1. Đo kiểm môi trường lao động, hoàn thành trước ngày\n2\n{head}\n"
        f"30/11/2024.\n2. Mở lớp tập huấn cho cán bộ công đoàn cơ sở trong quý\n3\n{head}\nIV/2024.\n3. In tài liệu.\n"
    )
    tasks = read_text(paper).tasks
    assert [str(task.due.date) if task.due else None for task in tasks] == ["2024-11-30", "2024-12-31", None]


@pytest.mark.parametrize(
    ("read", "mended"),
    [("_3.1. Phát động phong trào", "3.1. Phát động phong trào"), ("'2. Mở lớp", "2. Mở lớp"), ("_____", "_____")],
)
def test_a_speck_before_a_number_of_a_scan_is_dropped(read: str, mended: str) -> None:
    line = SourceLine(read)
    mend(line)
    assert line.text == mended


def test_a_part_misread_in_a_scan_is_that_which_has_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = (
        f"{PLAN}Công tác năm 2024\nI. MỤC ĐÍCH\nNâng cao chất lượng.\nII. CHỈ TIÊU\n1. Kết nạp 100 đoàn viên.\n"
        "III. NHIỆM VỤ\n1. Truyền thông\n1.1. Viết tin, bài.\n2. Tổ chức\n2.1. Sắp xếp công đoàn cơ sở.\n"
        "IV. TỔ CHỨC THỰC HIỆN\n1. Ban Tổ chức: chủ trì mục 2 phần II.\n"
    )
    assert [task.lead for task in read_text(paper).tasks] == [(), ()]
    monkeypatch.setattr(reader, "source_of_text", lambda text: replace(source_of_text(text), kind="scan"))
    task = reader.read_text(paper).tasks[1]
    assert (task.lead, task.doubts) == (("Ban Tổ chức",), ("lead_scope",))


@pytest.mark.parametrize(
    ("sentence", "doubted"),
    [
        ("1. Thi trực tuyến tìm hiểu Luật Công đoàn.", True),
        ("1. Tuyên truyền, phổ biến Bộ luật Lao động.", True),
        ("1. Hỗ trợ theo Điều 44 Bộ luật Lao động.", False),
    ],
)
def test_a_law_that_work_is_about_is_a_citation_not_all_would_count(sentence: str, doubted: bool) -> None:
    reading = read_text(f"{PLAN}Công tác năm 2024\nI. NỘI DUNG\n{sentence}\n")
    assert len(reading.citations) == 1
    assert ("citation_unsure" in {warning.code for warning in reading.warnings}) is doubted
