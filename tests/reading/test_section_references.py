"""How the implementation part says which sections it hands out: from inside out, from outside in, what is left."""

from __future__ import annotations

import pytest

from congdoan.documents.reading.reader import read_text

PARTS = """LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN
Số: 12/HD-LĐLĐ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Long An, ngày 05 tháng 01 năm 2024
HƯỚNG DẪN
Công tác tuyên giáo, nữ công năm 2024
PHẦN THỨ NHẤT
NHIỆM VỤ CÔNG TÁC TUYÊN GIÁO
I. Công tác tuyên truyền
1. Tuyên truyền nghị quyết đại hội công đoàn các cấp.
2. Mở chuyên mục người lao động trên báo tỉnh.
II. Phong trào thi đua
1. Phát động thi đua lao động giỏi, lao động sáng tạo.
2. Biểu dương công nhân lao động tiêu biểu.
PHẦN THỨ HAI
NHIỆM VỤ CÔNG TÁC NỮ CÔNG
I. Công tác vận động
1. Tập huấn nghiệp vụ cho cán bộ nữ công.
2. Tổ chức hội thi nấu ăn cho nữ công nhân.
II. Thực hiện chính sách
1. Giám sát việc thực hiện chế độ lao động nữ.
2. Vận động lắp đặt phòng vắt, trữ sữa.
PHẦN THỨ BA
TỔ CHỨC THỰC HIỆN
"""
PLACES = ("1.I.1", "1.I.2", "1.II.1", "1.II.2", "2.I.1", "2.I.2", "2.II.1", "2.II.2")


def given(order: str) -> list[str]:
    """Which of the eight tasks the order gives to the Ban Tổ chức."""
    tasks = read_text(f"{PARTS}{order}\n").tasks[: len(PLACES)]
    return [place for place, task in zip(PLACES, tasks, strict=True) if task.lead == ("Ban Tổ chức",)]


@pytest.mark.parametrize(
    ("sections", "places"),
    [
        ("điểm 2 mục I phần thứ nhất", ["1.I.2"]),
        ("điểm 2, mục I, phần thứ nhất", ["1.I.2"]),
        ("khoản 2, mục II, Phần thứ hai", ["2.II.2"]),
        ("điểm 1 và điểm 2, mục II, phần thứ nhất", ["1.II.1", "1.II.2"]),
        ("các điểm 1, 2 mục I phần thứ hai", ["2.I.1", "2.I.2"]),
        ("nội dung 2, mục I và nội dung 1, mục II phần thứ nhất", ["1.I.2", "1.II.1"]),
        ("điểm 2, mục I; điểm 1, điểm 2 mục II phần thứ nhất; điểm 2 mục II phần thứ hai",
         ["1.I.2", "1.II.1", "1.II.2", "2.II.2"]),
        ("từ điểm 1 đến điểm 2, mục II, phần thứ hai", ["2.II.1", "2.II.2"]),
        ("phần thứ nhất, mục I, điểm 2", ["1.I.2"]),
        ("mục I (điểm 1) phần thứ nhất", ["1.I.1"]),
        ("điểm 1 (mục I), điểm 2 (mục II) phần thứ nhất", ["1.I.1", "1.II.2"]),
        ("mục I và mục II, phần thứ nhất", ["1.I.1", "1.I.2", "1.II.1", "1.II.2"]),
        ("mục I, phần thứ hai", ["2.I.1", "2.I.2"]),
    ],
)  # fmt: skip
def test_sections_stand_within_those_named_around_them(sections: str, places: list[str]) -> None:
    assert given(f"1. Ban Tổ chức chủ trì {sections}.") == places


def test_what_nobody_else_has_of_one_section_is_not_what_is_left_of_the_whole() -> None:
    others = "2. Văn phòng chủ trì điểm 1 mục II phần thứ nhất."
    assert given(f"1. Ban Tổ chức chủ trì các nội dung chưa phân công tại mục II phần thứ nhất.\n{others}") == [
        "1.II.2"
    ]


PLAN = """LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN
Số: 12/KH-LĐLĐ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Long An, ngày 05 tháng 01 năm 2024
KẾ HOẠCH
Công tác năm 2024
II. NỘI DUNG
1. Công tác tuyên truyền, giáo dục
1.1. Tổ chức 20 hội nghị phổ biến pháp luật.
1.2. Mở chuyên mục về người lao động trên báo tỉnh.
2. Công tác phát triển đoàn viên
2.1. Thành lập mới 30 công đoàn cơ sở.
2.2. Kết nạp mới 5.000 đoàn viên.
III. TỔ CHỨC THỰC HIỆN
"""
G, B, V = "Ban Tuyên giáo", "Ban Tổ chức", "Văn phòng"


@pytest.mark.parametrize(
    ("orders", "leads"),
    [
        ("1. Ban Tuyên giáo: tham mưu nhiệm vụ thứ nhất.\n2. Ban Tổ chức: nhiệm vụ thứ hai.", [G, G, B, B]),
        ("1. Ban Tuyên giáo thực hiện nhiệm vụ thứ nhất và thứ hai.", [G, G, G, G]),
        ("1. Ban Tuyên giáo phụ trách từ 1.1 đến 1.2; Ban Tổ chức phụ trách 2.1, 2.2.", [G, G, B, B]),
        ("1. Công tác tuyên truyền, giáo dục: Ban Tuyên giáo chủ trì.\n2. Công tác phát triển đoàn viên: Ban Tổ chức.",
         [G, G, B, B]),
        ("1. Nhiệm vụ năm sau do Văn phòng tham mưu.", [None] * 4),
    ],
)  # fmt: skip
def test_sections_are_called_by_ordinals_ranges_and_titles(orders: str, leads: list[str | None]) -> None:
    tasks = [task for task in read_text(f"{PLAN}{orders}\n").tasks if task.section.startswith("II.")]
    assert [task.lead[0] if task.lead else None for task in tasks] == leads
