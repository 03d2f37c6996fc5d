"""What may be cut or lost carries a doubt: names that the paper shows longer, helpers, days."""

from __future__ import annotations

import pytest

from congdoan.documents.reading.model import PlanReading, Task
from congdoan.documents.reading.reader import read_text

HEAD = """LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN
Số: 12/KH-LĐLĐ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Long An, ngày 05 tháng 01 năm 2024
KẾ HOẠCH
Công tác năm 2024
"""


def _read(body: str, head: str = HEAD) -> PlanReading:
    return read_text(head + body)


def _tasks(body: str, head: str = HEAD) -> list[Task]:
    return list(_read(body, head).tasks)


def test_a_lead_whose_name_goes_on_after_that_of_an_organ_is_read_without_or_doubted() -> None:
    task = _tasks("I. TỔ CHỨC THỰC HIỆN\n1. Ủy viên Ban Chấp hành đề cao trách nhiệm, phụ trách địa bàn.\n")[0]
    assert task.lead[0].endswith("Ủy viên Ban Chấp hành") or "lead_name" in task.doubts


@pytest.mark.parametrize(
    "lines",
    [
        ["Ban Tổ chức lập danh sách.", "Ban Tổ chức gửi báo cáo.", "Văn phòng thuê xe."],
        ["Ban Tổ chức chủ trì hội nghị.", "Ban Tổ chức chủ trì họp báo."],
    ],
)
def test_a_plain_name_is_not_doubted(lines: list[str]) -> None:
    body = "".join(f"{at}. {line}\n" for at, line in enumerate(lines, start=1))
    assert all("lead_name" not in task.doubts for task in _tasks(f"I. TỔ CHỨC THỰC HIỆN\n{body}"))


def test_a_name_that_the_same_words_always_follow_is_read_with_them_or_doubted() -> None:
    tasks = _tasks(
        "I. CÁC BƯỚC\n1. Thủ trưởng cơ sở giáo dục chuẩn bị báo cáo.\n2. Thủ trưởng cơ sở giáo dục trình bày báo cáo.\n"
    )
    assert all(task.lead == ("Thủ trưởng cơ sở giáo dục",) or "lead_name" in task.doubts for task in tasks)


def test_a_body_named_after_together_that_was_not_read_is_a_doubt() -> None:
    task = _tasks("I. NỘI DUNG\n1. Bàn cùng ban chấp hành công đoàn cơ sở, lập danh sách.\n")[0]
    assert task.cooperating or "cooperating_open" in task.doubts


def test_the_day_of_an_occasion_that_is_no_limit_is_a_doubt() -> None:
    task = _tasks("I. NỘI DUNG\n1. Đưa ứng dụng vào sử dụng chào mừng ngày thành lập Công đoàn (28/7/2024).\n")[0]
    assert task.due is not None or "due_passed_over" in task.doubts


def test_the_time_of_what_is_quoted_is_not_that_of_new_work() -> None:
    tasks = _tasks(
        "I. NỘI DUNG\n1. Hằng năm kiểm tra 30% công đoàn cơ sở.\nII. TỔ CHỨC THỰC HIỆN\n"
        "1. Ủy ban Kiểm tra chủ trì nội dung “Hằng năm kiểm tra 30% công đoàn cơ sở”; xây dựng kế hoạch giám sát.\n"
    )
    assert [task.due and task.due.recurrence for task in tasks] == ["yearly", None]


def test_two_nouns_of_one_figure_are_a_doubt() -> None:
    reading = _read("I. CHỈ TIÊU\n1. Phát triển mới 5.000 đoàn viên, hội viên.\n2. Kết nạp 200 đảng viên.\n")
    doubted = [reading.text[one.start : one.end] for one in reading.warnings if one.code == "target_unit"]
    assert doubted == ["Phát triển mới 5.000 đoàn viên, hội viên."]


@pytest.mark.parametrize(
    ("said", "texts"),
    [
        ("Văn phòng gửi kế hoạch trước 30/6/2024. Các nhiệm vụ cụ thể theo Phụ lục kèm theo.", ["Văn phòng gửi"]),
        (
            "Công đoàn ngành, căn cứ Kế hoạch, xây dựng chương trình phù hợp với đơn vị và tổ chức thực hiện.",
            ["Công đoàn ngành"],
        ),
    ],
)
def test_only_sentences_with_work_of_their_own_are_work(said: str, texts: list[str]) -> None:
    tasks = _tasks(f"I. NỘI DUNG\n1. Mở lớp.\nII. TỔ CHỨC THỰC HIỆN\n{said}\n")
    assert [text for task, text in zip(tasks[1:], texts, strict=True) if not task.text.startswith(text)] == []


def test_what_stands_under_a_report_that_was_passed_tells_of_the_year() -> None:
    resolution = HEAD.replace("12/KH-LĐLĐ", "15/NQ-LĐLĐ").replace("KẾ HOẠCH", "NGHỊ QUYẾT")
    body = (
        "I. Thông qua Báo cáo kết quả hoạt động năm 2023\n"
        "Năm 2023, các cấp công đoàn kết nạp mới 12.860 đoàn viên, thành lập 41 công đoàn cơ sở.\n"
        "II. Nhiệm vụ năm 2024\n1. Mở lớp tập huấn.\n"
    )
    assert [task.text for task in _tasks(body, resolution)] == ["Mở lớp tập huấn."]
