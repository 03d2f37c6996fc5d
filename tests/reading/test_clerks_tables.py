"""Tables as clerks fill them in: months with a mark, cells that say "as above", short names, a lead over the table."""

from __future__ import annotations

import pytest

from congdoan.documents.reading.model import PlanReading
from congdoan.documents.reading.reader import read_text

LETTERHEAD = """CÔNG ĐOÀN TỔNG CÔNG TY CẤP NƯỚC
Số: 05/KH-CĐCN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Long An, ngày 10 tháng 01 năm 2025
KẾ HOẠCH
Công tác nữ công năm 2025
I. NỘI DUNG
"""


def _read(*lines: str) -> PlanReading:
    return read_text(LETTERHEAD + "\n".join(lines))


def _dues(reading: PlanReading) -> list[str]:
    return [str(task.due.date or task.due.recurrence) if task.due else "" for task in reading.tasks]


def test_the_last_month_with_a_mark_is_when_the_work_ends() -> None:
    reading = _read(
        "| Stt | Hoạt động | Phụ trách | T1 | T2 | T3 | T4 |",
        "|---|---|---|---|---|---|---|",
        "| 1 | Tổ chức họp mặt đầu năm | Ban Nữ công |  | x |  |  |",
        "| 2 | Khám sức khỏe cho nữ lao động | Ban Chính sách |  | x | x |  |",
        "| 3 | Tuyên truyền phòng, chống quấy rối | Ban Tuyên giáo | x | x | x | x |",
    )
    assert _dues(reading) == ["2025-02-28", "2025-03-31", "ongoing"]


def test_a_cell_that_says_as_above_is_that_above_and_short_names_are_those_explained() -> None:
    reading = _read(
        "Biểu phân công kèm theo Kế hoạch này (viết tắt: TVT – Thư viện tỉnh; TTVH – Trung tâm Văn hóa tỉnh).",
        "| Stt | Hoạt động | Chủ trì | Phối hợp |",
        "|---|---|---|---|",
        "| 1 | Khảo sát nhu cầu đọc của công nhân | TVT | Ban Nữ công |",
        "| 2 | Mua bổ sung sách pháp luật | nt | - nt - |",
        "| 3 | Tổ chức hội thi kể chuyện theo sách | TTVH | TVT |",
    )
    assert [(task.lead, task.cooperating) for task in reading.tasks] == [
        (("Thư viện tỉnh",), ("Ban Nữ công",)),
        (("Thư viện tỉnh",), ("Ban Nữ công",)),
        (("Trung tâm Văn hóa tỉnh",), ("Thư viện tỉnh",)),
    ]


def test_a_body_named_over_a_table_leads_its_rows() -> None:
    reading = _read(
        "Đơn vị thực hiện: BAN TỔ CHỨC - KIỂM TRA",
        "| Stt | Nhiệm vụ | Hạn hoàn thành |",
        "|---|---|---|",
        "| 1 | Hướng dẫn đại hội điểm | 30/4/2025 |",
        "Đơn vị thực hiện: BAN CHÍNH SÁCH - NỮ CÔNG",
        "| Stt | Nhiệm vụ | Hạn hoàn thành |",
        "|---|---|---|",
        "| 1 | Tổ chức ngày hội nữ trí thức | 17/10/2025 |",
        "| 2 | Rà soát danh sách nhà trẻ | Quí IV |",
    )
    assert [task.lead for task in reading.tasks] == [
        ("Ban Tổ chức - Kiểm tra",),
        ("Ban Chính sách - Nữ công",),
        ("Ban Chính sách - Nữ công",),
    ]
    assert _dues(reading) == ["2025-04-30", "2025-10-17", "2025-12-31"]


@pytest.mark.parametrize(
    "head",
    [
        "Đoàn kiểm tra do đồng chí làm trưởng đoàn",
        "Trưởng đoàn kiểm tra",
        "Đồng chí trưởng đoàn",
        "Người làm tổ trưởng",
        "Cán bộ gánh việc",  # unknown words: people stand under them
    ],
)
def test_who_heads_a_delegation_leads_its_row(head: str) -> None:
    reading = _read(
        f"| Stt | Nội dung kiểm tra | {head} | Thời gian |",
        "|---|---|---|---|",
        "| 1 | Kiểm tra tài chính Công đoàn ngành Y tế | Nguyễn Thị Bích Thủy | Tháng 5/2025 |",
        "| 2 | Kiểm tra tài chính LĐLĐ huyện Vĩnh Thạnh | Trần Văn Tám | Tháng 8/2025 |",
    )
    assert [task.lead for task in reading.tasks] == [("Nguyễn Thị Bích Thủy",), ("Trần Văn Tám",)]
