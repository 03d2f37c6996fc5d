"""Who leads by where it is said: the nearest words win over a section's lead, that over who has the whole paper."""

from __future__ import annotations

from itertools import product

import pytest

from congdoan.documents.reading.model import PlanReading
from congdoan.documents.reading.reader import read_text

PLAN = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG NAM
Số: 2047/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Quảng Nam, ngày 21 tháng 3 năm 2024
KẾ HOẠCH
Triển khai Tháng hành động về An toàn, vệ sinh lao động năm 2024

II. NỘI DUNG
"""
FOUR = """1. Phát hành bản tin về an toàn lao động.
2. Tổ chức chiếu phim lưu động.
3. Trao 50 suất học bổng.
4. Thăm công nhân ốm đau.
III. TỔ CHỨC THỰC HIỆN
"""
OTHER = "9. Công an tỉnh tuần tra khu nhà trọ công nhân.\n"
A, B, C = "Sở Nội vụ", "Sở Y tế", "Sở Tài chính"


def _read(body: str) -> PlanReading:
    return read_text(PLAN + body)


def _leads(body: str, count: int = 4) -> list[tuple[str, ...]]:
    return [task.lead for task in _read(body).tasks[:count]]


def _led(body: str, count: int = 4) -> list[str]:
    return ["|".join(lead) for lead in _leads(body, count)]


WHOLE = [
    "chủ trì, phối hợp với các đơn vị tổ chức triển khai thực hiện có hiệu quả Kế hoạch này",
    "chủ trì, phối hợp với các đơn vị triển khai thực hiện đồng bộ, hiệu quả Kế hoạch",
    "chủ trì tổ chức thực hiện nghiêm túc Kế hoạch này; báo cáo kết quả",
    "chủ trì tham mưu, triển khai thực hiện các nội dung, nhiệm vụ nêu trong Kế hoạch",
    "chủ trì, phối hợp với các đơn vị thực hiện Kế hoạch, đảm bảo tiến độ, chất lượng",
    "chủ trì, hướng dẫn, đôn đốc, tổ chức thực hiện Kế hoạch",
    "là cơ quan thường trực, chủ trì, phối hợp với các sở, ngành tổ chức thực hiện Kế hoạch này",
    "làm đầu mối, chủ trì triển khai thực hiện Kế hoạch này, tổng hợp báo cáo",
    "chủ trì, điều phối chung việc triển khai thực hiện Kế hoạch này",
]
NOT_WHOLE = [
    "là cơ quan thường trực, chủ trì theo dõi, đôn đốc việc thực hiện Kế hoạch",
    "là đầu mối theo dõi, đôn đốc, tổng hợp kết quả thực hiện Kế hoạch",
    "chủ trì theo dõi, đôn đốc các đơn vị tổ chức thực hiện Kế hoạch",
    "chủ trì bố trí kinh phí thực hiện Kế hoạch",
    "chủ trì hướng dẫn các địa phương triển khai thực hiện Kế hoạch này",
    "chủ trì thực hiện kế hoạch đào tạo nghề cho 200 công nhân",
    "chủ trì, tổ chức thực hiện Kế hoạch này trên địa bàn huyện",
]
FORMS = ["1. {who} {says}.\n", "1. Giao {who} {says}.\n", "1. {who}: {says}.\n"]


@pytest.mark.parametrize(("form", "says"), list(product(FORMS, WHOLE)))
def test_who_carries_out_the_whole_paper_leads_what_nobody_else_leads(form: str, says: str) -> None:
    orders = form.format(who=A, says=says) + f"2. {B} chủ trì thực hiện mục 4 phần II.\n{OTHER}"
    assert _led(FOUR + orders) == [A, A, A, B]


@pytest.mark.parametrize(("form", "says"), list(product(FORMS, NOT_WHOLE)))
def test_who_follows_up_urges_or_pays_leads_nothing_else(form: str, says: str) -> None:
    assert _led(FOUR + form.format(who=A, says=says) + OTHER) == [""] * 4


def test_all_of_a_kind_do_not_lead_the_whole_paper() -> None:
    assert _led(f"{FOUR}1. Các sở, ngành chủ trì tổ chức thực hiện Kế hoạch này.\n{OTHER}") == [""] * 4


BODIES = [
    "UBND các huyện, thành phố",
    "Các doanh nghiệp",
    "Trung tâm Y tế tỉnh",
    "Cấp huyện và tương đương",
    "Cấp cơ sở",
]
SAYS = [
    "lựa chọn ít nhất một mô hình điểm.",
    "rà soát, lập danh sách công nhân khó khăn.",
    "căn cứ tình hình thực tế tổ chức hoạt động phù hợp.",
    "cần đổi mới hình thức tuyên truyền.",
]


@pytest.mark.parametrize(("body", "says"), list(product(BODIES, SAYS)))
def test_the_body_of_a_sentence_does_it_whoever_leads_its_section(body: str, says: str) -> None:
    text = (
        f"1. Tuyên truyền\n- In 500 tờ rơi.\n- {body} {says}\nIII. TỔ CHỨC THỰC HIỆN\n1. {A} chủ trì mục 1 phần II.\n"
    )
    assert _led(text, 2) == [A, body]


@pytest.mark.parametrize("each", ["Mỗi doanh nghiệp có ít nhất", "Hằng năm, mỗi công đoàn cơ sở tổ chức"])
def test_what_each_is_to_reach_is_led_by_whoever_leads_the_section(each: str) -> None:
    text = f"1. Tuyên truyền\n- {each} một hội nghị.\nIII. TỔ CHỨC THỰC HIỆN\n1. {A} chủ trì mục 1 phần II.\n"
    assert _led(text, 1) == [A]


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("1.2. Đối với CĐCS:", "CĐCS"),
        ("1.2. UBND cấp xã", "UBND cấp xã"),
        ("1.2. Hoạt động do UBND cấp xã tổ chức", "UBND cấp xã"),
        ("1.2. Nhóm nhiệm vụ do Công an tỉnh phụ trách", "Công an tỉnh"),
        ("1.2. Ở cấp cơ sở", A),
    ],
)
def test_a_heading_inside_a_section_says_more_than_who_has_the_section(heading: str, body: str) -> None:
    text = f"1. Tuyên truyền\n1.1. In 500 tờ rơi.\n{heading}\n- Treo băng rôn.\n- Phát thanh hằng ngày.\n"
    assert _led(f"{text}III. TỔ CHỨC THỰC HIỆN\n1. {A} chủ trì mục 1 phần II.\n", 3) == [A, body, body]


@pytest.mark.parametrize(
    "rest",
    [
        f"Những nội dung chưa phân công, {C} chủ trì thực hiện.",
        f"Phần còn lại {C} phụ trách.",
        f"Đối với các nội dung không giao cụ thể, {C} chịu trách nhiệm thực hiện.",
        f"Các nội dung khác trong Kế hoạch này, giao {C} chủ trì.",
        f"Các mục còn lại, {C} phối hợp với các ngành thực hiện.",
    ],
)
def test_what_is_left_may_stand_before_who_has_it(rest: str) -> None:
    assert _led(f"{FOUR}1. {A} chủ trì mục 1.\n2. {B} chủ trì mục 2.\n3. {rest}\n") == [A, B, C, C]


@pytest.mark.parametrize(
    ("orders", "expected"),
    [
        (
            f"1. {A} chủ trì mục 1, 2; phối hợp với Công an tỉnh thực hiện mục 3.\n2. {C} chủ trì mục 3, 4.",
            [A, A, C, C],
        ),
        (f"1. {A} chủ trì mục 1; hỗ trợ {C} triển khai mục 2.\n2. {C} chủ trì mục 2, 3, 4.", [A, C, C, C]),
        (f"1. {A} chủ trì mục 1 đến mục 3, trừ mục 2 do {B} chủ trì.\n2. {C} chủ trì mục 4.", [A, B, A, C]),
    ],
)
def test_who_helps_and_what_is_left_out_of_a_range(orders: str, expected: list[str]) -> None:
    assert _led(f"{FOUR}{orders}\n") == expected


def test_a_line_that_says_who_leads_stands_over_the_items_of_its_heading() -> None:
    text = (
        "1. Công tác tuyên truyền\nChủ trì: Sở Y tế; phối hợp: Công an tỉnh\n- Dựng 10 pa nô.\n- Phát hành bản tin.\n"
    )
    more = "2. Công tác chăm lo\nChủ trì: Sở Nội vụ\n- Trao 100 thẻ bảo hiểm y tế.\n- Hiến máu tình nguyện.\n"
    assert _led(text + more) == [B, B, A, A]


@pytest.mark.parametrize("opening", ["Nhân dịp này", "Hưởng ứng phong trào", "Tại buổi lễ"])
def test_after_an_occasion_stands_who_acts(opening: str) -> None:
    assert _led(f"1. {opening}, các doanh nghiệp tổ chức dâng hương.\n2. In 500 tờ rơi.\n", 2) == [
        "các doanh nghiệp",
        "",
    ]


def test_of_several_addressees_those_lead_whom_the_letter_asks() -> None:
    reading = read_text(
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN\nSố: 112/LĐLĐ-CSPL\nLong An, ngày 05 tháng 3 năm 2024\n"
        "V/v chăm lo đoàn viên\n\nKính gửi:\n- Công đoàn ngành Y tế;\n- LĐLĐ thành phố Tân An.\n\n"
        "Liên đoàn Lao động tỉnh đề nghị LĐLĐ thành phố Tân An thực hiện một số việc sau:\n"
        "1. Lập danh sách công nhân thuê trọ.\n2. Tổ chức đối thoại tại khu nhà trọ.\n"
    )
    assert [task.lead for task in reading.tasks] == [("LĐLĐ thành phố Tân An",)] * 2


def test_a_row_of_an_assignment_table_may_leave_a_point_out() -> None:
    text = (
        "1. Tuyên truyền\na) Treo băng rôn.\nb) Phát thanh hằng ngày.\nIII. TỔ CHỨC THỰC HIỆN\n"
        "1. Các sở gửi báo cáo quý.\n"
        "PHỤ LỤC\nPhân công thực hiện các nhiệm vụ tại Mục II\n| TT | Nội dung | Đơn vị chủ trì |\n"
        f"| 1 | Khoản 1 (trừ điểm b) | {A} |\n| 2 | Điểm b khoản 1 | {B} |\n"
    )
    assert _led(text, 2) == [A, B]


@pytest.mark.parametrize(
    "said",
    [
        "Công tác truyền thông được Sở Y tế thực hiện thường xuyên.",
        "Quỹ hỗ trợ sẽ do Sở Y tế quản lý, giải ngân.",
        "Danh sách khen thưởng được Sở Y tế thẩm định.",
        "Tổng kết hội thi vào tháng 5 do Sở Y tế chuẩn bị.",
        "Tổ chức thi tìm hiểu pháp luật do Sở Y tế đồng chủ trì.",
    ],
)
def test_a_passive_says_who_does_it(said: str) -> None:
    assert _led(f"1. {said}\n2. In 500 tờ rơi.\n", 2) == [B, ""]
