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


def _rows(*rows: str) -> PlanReading:
    head, *others = rows
    return _read(head, "|" + "---|" * (head.count("|") - 1), *others)


@pytest.mark.parametrize(
    ("group", "work"),
    [
        ("Nhóm nhiệm vụ", "Nội dung công việc"),
        ("Nhiệm vụ trọng tâm", "Nhiệm vụ cụ thể"),
        ("Nội dung", "Công việc"),  # told by the cells: the first column repeats itself
        ("Nhiệm vụ", "Giải pháp"),
    ],
)
def test_of_a_column_of_groups_and_one_of_the_work_the_second_is_read(group: str, work: str) -> None:
    reading = _rows(
        f"| TT | {group} | {work} | Chủ trì | Hạn |",
        "| 1 | Đại hội cơ sở | Hướng dẫn 15 đơn vị làm điểm | Ban Tổ chức | 31/3/2025 |",
        "| 2 | Đại hội cơ sở | Thẩm định nhân sự khóa mới | Ban Tổ chức | 30/6/2025 |",
        "| 3 | Công tác nữ công | Mở lớp kỹ năng làm mẹ | Ban Nữ công | 20/10/2025 |",
    )
    assert [task.text for task in reading.tasks] == [
        "Hướng dẫn 15 đơn vị làm điểm",
        "Thẩm định nhân sự khóa mới",
        "Mở lớp kỹ năng làm mẹ",
    ]


def test_a_day_in_the_work_or_in_a_column_of_days_beats_the_month_before_it() -> None:
    reading = _rows(
        "| Tháng | Nội dung | Chủ trì |",
        "| 01 | Nộp báo cáo quyết toán trước ngày 25/01 | Ban Tài chính |",
        "| 03 | Hội thi gia chánh (ngày 07/3/2025) | Ban Nữ công |",
        "| 03 | Tập huấn theo Nghị quyết số 02/NQ-BCH ngày 05/3/2025 | Văn phòng |",
        "| Tháng 6 | Tuyên dương con đoàn viên nhân dịp 01/6 | Ban Nữ công |",
    )
    assert _dues(reading) == ["2025-01-25", "2025-03-07", "2025-03-31", "2025-06-30"]
    reading = _rows(
        "| Tháng | Ngày | Nội dung | Phụ trách |",
        "| 5 | 06 | Họp Ban Thường vụ mở rộng | Văn phòng |",
        "| 5 | 12 | Đối thoại với công nhân | Ban Chính sách |",
    )
    assert _dues(reading) == ["2025-05-06", "2025-05-12"]


@pytest.mark.parametrize(
    ("cell", "lead", "cooperating"),
    [
        ("Huỳnh Chí Công, Nguyễn Ngọc Lụa", ("Huỳnh Chí Công", "Nguyễn Ngọc Lụa"), ()),
        ("Danh Sóc Kha và Lã Thị Út", ("Danh Sóc Kha", "Lã Thị Út"), ()),
        ("Lê Minh Đức, Phó Chủ tịch", ("Lê Minh Đức, Phó Chủ tịch",), ()),
        ("Lê Thị Tâm (chính), Bùi Văn Quý", ("Lê Thị Tâm",), ("Bùi Văn Quý",)),
        ("Ban Tuyên giáo, Nữ công", ("Ban Tuyên giáo, Nữ công",), ()),
    ],
)
def test_persons_of_one_cell(cell: str, lead: tuple[str, ...], cooperating: tuple[str, ...]) -> None:
    (task,) = _rows(
        "| TT | Công việc | Người phụ trách | Hạn |", f"| 1 | Phát quà tại xưởng 2 | {cell} | 02/02/2025 |"
    ).tasks
    assert (task.lead, task.cooperating) == (lead, cooperating)


def test_of_bodies_under_lead_and_helpers_in_one_column_the_first_leads() -> None:
    (task,) = _rows(
        "| TT | Nội dung | Đơn vị chủ trì, phối hợp | Hạn |",
        "| 1 | Chuẩn bị hội nghị | Văn phòng; Ban Tổ chức; Ban Tài chính | 08/7/2025 |",
    ).tasks
    assert (task.lead, task.cooperating) == (("Văn phòng",), ("Ban Tổ chức", "Ban Tài chính"))


def test_a_table_that_begins_with_its_first_row_of_work() -> None:
    reading = _read(
        "| 1 | Rà soát danh sách đoàn viên khó khăn | Ban Chính sách | 15/01/2025 |",
        "| 2 | Chuẩn bị quà cho 500 đoàn viên | Văn phòng | 20/01/2025 |",
        "| 3 | Báo cáo kết quả về Tổng Liên đoàn | Văn phòng | 10/02/2025 |",
    )
    assert [task.lead for task in reading.tasks] == [("Ban Chính sách",), ("Văn phòng",), ("Văn phòng",)]
    assert _dues(reading) == ["2025-01-15", "2025-01-20", "2025-02-10"]


def test_people_are_given_work_where_it_stands_beside_them_and_money_gives_none() -> None:
    reading = _rows(
        "| TT | Họ và tên | Nhiệm vụ được phân công |",
        "| 1 | Nguyễn Văn An - Trưởng ban | - Phụ trách chung; - Duyệt kinh phí. |",
        "| 2 | Trần Thị Bích - Phó ban | - Xây dựng kịch bản; - Mời đại biểu. |",
    )
    assert [task.lead for task in reading.tasks] == [("Nguyễn Văn An - Trưởng ban",), ("Trần Thị Bích - Phó ban",)]
    members = _rows("| TT | Họ và tên | Nhiệm vụ trong Ban |", "| 1 | Nguyễn Văn An | Trưởng ban |")
    money = _rows("| TT | Nội dung chi | Số lượng | Đơn giá |", "| 1 | Thuê hội trường | 1 | 5.000.000 |")
    assert (members.tasks, money.tasks) == ((), ())


def test_rows_that_say_who_and_by_when_are_work_in_an_annex_of_targets() -> None:
    reading = _read(
        "II. CHỈ TIÊU",
        "| TT | Nội dung | Người thực hiện | Hoàn thành |",
        "|---|---|---|---|",
        "| 1 | Kết nạp 30 đoàn viên nghiệp đoàn | Phạm Đức Lương | 31/5/2025 |",
        "III. CHỈ TIÊU PHẤN ĐẤU",
        "| TT | Chỉ tiêu | Đơn vị phụ trách | Thời hạn |",
        "|---|---|---|---|",
        "| 1 | Kết nạp 2.000 đoàn viên | Ban Tổ chức | 30/11/2025 |",
    )
    assert [task.text for task in reading.tasks] == ["Kết nạp 30 đoàn viên nghiệp đoàn"]
    assert [(target.value, target.unit) for target in reading.targets] == [(2000, "đoàn viên")]


def test_who_has_charge_leads_not_the_board_that_the_work_belongs_to() -> None:
    reading = _read(
        "| TT | Tiểu ban | Nhiệm vụ | Phụ trách | Thời hạn |",
        "| 1 | Nội dung | Viết diễn văn khai mạc | Phùng Văn Thắng | 22/3/2025 |",
        "| 2 | Hậu cần | Bố trí xe đưa đón đại biểu | Phòng Tổng vụ | 28/3/2025 |",
    )
    assert [(task.text, task.lead) for task in reading.tasks] == [
        ("Viết diễn văn khai mạc", ("Phùng Văn Thắng",)),
        ("Bố trí xe đưa đón đại biểu", ("Phòng Tổng vụ",)),
    ]
