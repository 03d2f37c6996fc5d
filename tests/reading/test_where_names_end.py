"""Where the name of a body ends before what it does, when and why, and bodies that say their first words once."""

from __future__ import annotations

from itertools import cycle, islice

import pytest

from congdoan.documents.reading.assignment.units import units_from, units_in_cell
from congdoan.documents.reading.model import Task
from congdoan.documents.reading.reader import read_text

HEAD = """LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN
Số: 12/KH-LĐLĐ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Long An, ngày 05 tháng 01 năm 2024
KẾ HOẠCH
Công tác năm 2024
I. NỘI DUNG
"""
NAMES = (
    "UBND các huyện, thị xã, thành phố",
    "Ban Chính sách - Pháp luật và Quan hệ lao động",
    "Văn phòng",
    "Trường Đại học Tôn Đức Thắng",
    "Trường Trung cấp nghề Đức Hòa",
    "Trường Phổ thông Dân tộc nội trú tỉnh",
    "Chi nhánh Công ty Cổ phần Cấp nước Bến Lức",
    "Công ty TNHH MTV Xổ số kiến thiết Long An",
    "Bệnh viện Y học cổ truyền",
    "Hội Bảo trợ bệnh nhân nghèo",
    "Quỹ Trợ vốn công nhân lao động nghèo",
    "Tổ Công tác giúp việc",
    "Công đoàn bộ phận",
    "Câu lạc bộ Nữ công nhân nhà trọ",
    "Các cơ quan thông tấn, báo chí",
    "Sở Lao động - Thương binh và Xã hội",
    "Công đoàn ngành Giáo dục",
    "Cụm thi đua số 3",
    "Thủ trưởng các cơ quan, đơn vị",
)
FOLLOWS = (
    "tùy điều kiện thực tế tổ chức hội thi",
    "tuỳ theo khả năng hỗ trợ quà cho công nhân",
    "dựa trên danh sách đã duyệt trao quà",
    "xuất phát từ nhu cầu thực tế mở lớp ngoại ngữ",
    "dưới sự chỉ đạo của cấp ủy tổ chức đại hội",
    "qua khảo sát đề xuất danh sách",
    "vì lợi ích đoàn viên ký kết chương trình phúc lợi",
    "tranh thủ sự ủng hộ của doanh nghiệp",
    "nhất là các đơn vị đông công nhân tổ chức khám sức khỏe",
    "tối thiểu mỗi năm tổ chức 01 hội nghị",
    "một tháng một lần tổ chức giao ban",
    "đầu mỗi quý đăng ký nội dung",
    "cuối năm bình xét thi đua",
    "thường kỳ tổ chức sinh hoạt chuyên đề",
    "riêng quý IV tổ chức thêm 01 hội thi",
    "từng bước nâng mức hỗ trợ",
    "nhanh chóng hoàn thiện hồ sơ",
    "hết sức quan tâm đến lao động nữ",
    "vừa tuyên truyền vừa vận động đoàn viên",
    "bên cạnh đó tổ chức hội thao",
    "song song đó mở lớp tập huấn",
    "đúng thời gian quy định nộp báo cáo",
    "đồng thời rà soát danh sách",
    "phụ trách và phối hợp với Sở Nội vụ mở lớp",
    "giữ vai trò chủ trì hội nghị",
    "được quyền lựa chọn hình thức thi",
    "đi cơ sở nắm tình hình",
    "chiêu sinh lớp đại học tại chức",
    "ứng kinh phí mua vé xe",
    "nói chuyện chuyên đề với công nhân",
    "truyền đạt nghị quyết",
)
COUNT = 217
"""Every name stands before most of what follows."""


@pytest.mark.parametrize(("name", "follows"), [*islice(zip(cycle(NAMES), cycle(FOLLOWS), strict=False), COUNT)])
def test_a_name_ends_before_what_its_body_does(name: str, follows: str) -> None:
    text = f"{name} {follows}."
    units, end = units_from(text, 0, len(text))
    assert ([unit.name for unit in units], end) == ([name], len(name))


SHARED = [
    ("Các Sở: Nội vụ, Y tế, Tài chính", ["Sở Nội vụ", "Sở Y tế", "Sở Tài chính"]),
    ("các sở Nội vụ, Giáo dục và Đào tạo", ["sở Nội vụ", "sở Giáo dục và Đào tạo"]),
    ("các Sở Nội vụ, Y tế; Công an tỉnh", ["Sở Nội vụ", "Sở Y tế", "Công an tỉnh"]),
    ("Các Sở: Văn hóa, Thể thao và Du lịch, Y tế", ["Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế"]),
    ("Các Ban Tổ chức, Tài chính và Tuyên giáo", ["Ban Tổ chức", "Ban Tài chính", "Ban Tuyên giáo"]),
    ("Các Ban Tổ chức, Tài chính, Văn phòng", ["Ban Tổ chức", "Ban Tài chính", "Văn phòng"]),
    ("Các phòng Nội vụ, Tài chính - Kế hoạch huyện", ["phòng Nội vụ", "phòng Tài chính - Kế hoạch huyện"]),
    ("Công đoàn ngành Giáo dục, Y tế", ["Công đoàn ngành Giáo dục", "Công đoàn ngành Y tế"]),
    ("UBND huyện Ba Tri, Bình Đại, Thạnh Phú", ["UBND huyện Ba Tri", "UBND huyện Bình Đại", "UBND huyện Thạnh Phú"]),
    ("UBND huyện Ba Tri, huyện Bình Đại", ["UBND huyện Ba Tri", "UBND huyện Bình Đại"]),
    ("LĐLĐ huyện Đức Hòa, Bến Lức", ["LĐLĐ huyện Đức Hòa", "LĐLĐ huyện Bến Lức"]),
    (
        "LĐLĐ huyện Đức Hòa, Đức Huệ và thành phố Tân An, Công đoàn Khu kinh tế",
        ["LĐLĐ huyện Đức Hòa", "LĐLĐ huyện Đức Huệ", "LĐLĐ thành phố Tân An", "Công đoàn Khu kinh tế"],
    ),
    ("LĐLĐ huyện Đức Hòa, Công an tỉnh", ["LĐLĐ huyện Đức Hòa", "Công an tỉnh"]),
    ("UBND các huyện Ba Tri, Bình Đại, Thạnh Phú", ["UBND các huyện Ba Tri, Bình Đại, Thạnh Phú"]),
    ("UBND các xã Bến Lức, Bản Sen", ["UBND các xã Bến Lức, Bản Sen"]),
    ("UBND các huyện: Ba Tri, Bình Đại", ["UBND các huyện: Ba Tri, Bình Đại"]),
    (
        "Công đoàn các trường THPT Hùng Vương, Lê Quý Đôn, Nguyễn Du",
        ["Công đoàn các trường THPT Hùng Vương, Lê Quý Đôn, Nguyễn Du"],
    ),
    ("Các công ty Ching Luh, Dệt Long An", ["Các công ty Ching Luh, Dệt Long An"]),
    ("Các đồng chí Nguyễn Văn An, Lê Thị Bình", ["Nguyễn Văn An", "Lê Thị Bình"]),
    ("các doanh nghiệp và người lao động", ["các doanh nghiệp", "người lao động"]),
    ("Cụm trưởng, Cụm phó", ["Cụm trưởng", "Cụm phó"]),
]


@pytest.mark.parametrize(("bodies", "names"), SHARED)
@pytest.mark.parametrize(
    "follows", [" tổ chức hội thi", " tùy tình hình thực tế mở lớp", " có trách nhiệm báo cáo", ""]
)
def test_bodies_that_say_their_first_words_once(bodies: str, names: list[str], follows: str) -> None:
    text = bodies + follows
    units, end = units_from(text, 0, len(text))
    assert ([unit.name for unit in units], end) == (names, len(bodies))


@pytest.mark.parametrize(("bodies", "names"), SHARED)
def test_they_are_read_alike_in_a_cell(bodies: str, names: list[str]) -> None:
    assert [unit.name for unit in units_in_cell(bodies, 0, len(bodies))] == names


def _first(words: str) -> Task:
    return read_text(f"{HEAD}1. {words}\n2. Văn phòng lưu trữ hồ sơ các cuộc họp.\n").tasks[0]


def test_they_lead_and_help_in_sentences_and_under_headings() -> None:
    led = _first("Giao các Sở: Nội vụ, Y tế mở lớp tập huấn.")
    helped = _first("Ban Đô thị phối hợp với UBND huyện Ba Tri, Bình Đại mở lớp tập huấn.")
    under = _first("LĐLĐ huyện Đức Hòa, Bến Lức\n- Mở lớp tập huấn.\n- Tổ chức hội thi nấu ăn.")
    persons = _first("Các đồng chí Nguyễn Văn An, Lê Thị Bình chuẩn bị hội trường.")
    assert led.lead == ("Sở Nội vụ", "Sở Y tế")
    assert helped.cooperating == ("UBND huyện Ba Tri", "UBND huyện Bình Đại")
    assert under.lead == ("LĐLĐ huyện Đức Hòa", "LĐLĐ huyện Bến Lức")
    assert persons.lead == ("Nguyễn Văn An", "Lê Thị Bình")
