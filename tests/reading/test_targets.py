"""A target's figure and unit are read as printed; where either may be cut, missing or another's, that is doubted."""

from __future__ import annotations

import pytest

from congdoan.documents.reading.model import PlanReading
from congdoan.documents.reading.reader import read_text

PLAN = """LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN
Số: 12/KH-LĐLĐ
Long An, ngày 05 tháng 01 năm 2024
KẾ HOẠCH
Công tác năm 2024
I. CHỈ TIÊU
"""


def _read(line: str) -> PlanReading:
    return read_text(f"{PLAN}1. {line}\nII. NỘI DUNG\n1. Ban Tổ chức mở lớp tập huấn.\n")


@pytest.mark.parametrize(
    ("line", "value", "unit"),
    [
        ("Vận động hiến 600 đơn vị máu.", 600, "đơn vị máu"),
        ("Trao ít nhất 1.500 suất học bổng cho con công nhân.", 1500, "suất học bổng"),
        ("Mỗi năm thăm ít nhất 200 gia đình thuyền viên.", 200, "gia đình thuyền viên"),
        ("Có 30 tư vấn viên được cấp thẻ.", 30, "tư vấn viên"),
        ("Kết nạp từ 500 quần chúng là công nhân vào Đảng.", 500, "quần chúng"),
        ("Dạy bơi cho 6.000 lượt trẻ em.", 6000, "lượt trẻ em"),
        ("Ít nhất 20 bản thỏa ước xếp loại A.", 20, "bản thỏa ước"),
        ("Xây dựng mới 04 điểm sinh hoạt văn hóa công nhân.", 4, "điểm sinh hoạt văn hóa công nhân"),
        ("Hỗ trợ xây, sửa 06 “Mái ấm Công đoàn”.", 6, "“Mái ấm Công đoàn”"),
        ("Hoàn thành 3.400 căn hộ nhà ở xã hội.", 3400, "căn hộ"),
        ("Trồng mới 120 ha rừng.", 120, "ha"),
        ("Tỷ lệ dự án duy trì sau 03 năm đạt tối thiểu 65%.", 65, "%"),
        ("Giảm tỷ lệ nghỉ việc của lao động nữ nuôi con dưới 36 tháng xuống dưới 15%.", 15, "%"),
        ("Doanh nghiệp có từ 25 lao động trở lên có công đoàn đạt 90%.", 90, "%"),
        ("Có từ 180 triệu đồng trở lên cho Quỹ.", 180, "triệu đồng"),
        ("Kết nạp mới 10.000 đoàn viên công đoàn, thành lập 30 công đoàn cơ sở.", 10000, "đoàn viên"),
        ("Giới thiệu ít nhất 120 đoàn viên ưu tú cho Đảng.", 120, "đoàn viên ưu tú"),
        ("Biểu dương 50 công nhân tiêu biểu trong Tháng Công nhân.", 50, "công nhân tiêu biểu"),
        ("Khen thưởng 20 cán bộ công đoàn xuất sắc.", 20, "cán bộ công đoàn xuất sắc"),
        ("Lắp 03 tủ (ki ốt) tra cứu tại khu nhà trọ.", 3, "tủ (ki ốt) tra cứu"),
        ("Đầu tư ít nhất 01 khu nhà ở xã hội cho công nhân.", 1, "khu nhà ở xã hội"),
        ("Phát triển mới 5.000 đoàn viên, hội viên.", 5000, "đoàn viên, hội viên"),
    ],
)
def test_the_unit_is_the_whole_noun_and_the_figure_that_of_the_target(line: str, value: float, unit: str) -> None:
    assert [(target.value, target.unit) for target in _read(line).targets] == [(value, unit)]


@pytest.mark.parametrize(
    "line",
    [
        "Đào tạo 40 cán bộ nguồn trong năm.",
        "Xây dựng mới 05 phòng vắt, trữ sữa mẹ tại doanh nghiệp.",
        "Lắp đặt thêm 05 phòng (cabin) vắt, trữ sữa mẹ.",
        "Giới thiệu 350 đoàn viên ưu tú, cán bộ nguồn cho Đảng.",
    ],
)
def test_a_unit_that_may_go_on_is_doubted(line: str) -> None:
    assert "target_unit" in {warning.code for warning in _read(line).warnings}


@pytest.mark.parametrize(
    "line", ["Kết nạp mới 12.000 đoàn viên.", "Vận động 90 triệu đồng cho quỹ.", "Trên 90% công đoàn cơ sở vững mạnh."]
)
def test_a_plain_unit_is_not_doubted(line: str) -> None:
    assert "target_unit" not in {warning.code for warning in _read(line).warnings}


def test_the_head_and_the_rows_without_figures_of_a_table_to_fill_in_are_no_targets() -> None:
    table = (
        "STT | Chỉ tiêu | Đơn vị tính | Năm 2024\n1 | Lượt đoàn viên học trực tuyến | Lượt |  \n"
        "2 | Công nhân qua đào tạo nghề | % | 70\n"
    )
    assert [target.value for target in read_text(PLAN + table).targets] == [70]
