"""Papers that say what an inspection found: what it asks for is the work, and whose it is stands over it."""

from __future__ import annotations

from congdoan.documents.reading.model import PlanReading
from congdoan.documents.reading.reader import read_text

MINUTES = """LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN
Số: 11/BB-LĐLĐ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Long An, ngày 14 tháng 7 năm 2022
BIÊN BẢN
Kiểm tra việc thu, chi tài chính công đoàn tại Công đoàn cơ sở Công ty Dệt An Lạc
I. THÀNH PHẦN
- Ông Trần Văn Tám, Trưởng đoàn.
II. NỘI DUNG, KẾT QUẢ KIỂM TRA
1. Đã thu đoàn phí 214.380.000 đồng, đạt 96% dự toán.
2. Chưa ban hành quy chế chi tiêu nội bộ.
III. KIẾN NGHỊ CỦA ĐOÀN KIỂM TRA
1. Đối với Ban Chấp hành Công đoàn cơ sở
1.1. Ban hành quy chế chi tiêu nội bộ trước ngày 15/8/2022.
1.2. Báo cáo kết quả khắc phục trong vòng 30 ngày kể từ ngày lập biên bản.
2. Kiến nghị Công an huyện
- Nhắc nhở chủ nhà trọ đăng ký tạm trú vào ngày cuối tháng.
"""


def _work(reading: PlanReading) -> list[tuple[str, tuple[str, ...], str]]:
    dues = [task.due for task in reading.tasks]
    return [
        (task.text.split(" ")[0], task.lead, str(due.date or due.recurrence) if due else "")
        for task, due in zip(reading.tasks, dues, strict=True)
    ]


def test_what_was_found_is_no_work_and_what_is_asked_for_is() -> None:
    assert _work(read_text(MINUTES)) == [
        ("Ban", ("Ban Chấp hành Công đoàn cơ sở",), "2022-08-15"),
        ("Báo", ("Ban Chấp hành Công đoàn cơ sở",), "2022-08-13"),
        ("Nhắc", ("Công an huyện",), "monthly"),
    ]


def test_minutes_of_a_meeting_ask_others_for_what_is_no_work_of_their_own() -> None:
    meeting = MINUTES.replace("Kiểm tra việc thu, chi tài chính công đoàn", "Họp ban chấp hành quý II")
    assert "Nhắc" not in [first for first, _, _ in _work(read_text(meeting))]
