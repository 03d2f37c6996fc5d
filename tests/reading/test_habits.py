"""Habits of offices: how a sentence, a heading or a cell says who does the work and by when."""

from __future__ import annotations

import pytest

from congdoan.documents.reading.assignment.units import units_from
from congdoan.documents.reading.model import PlanReading
from congdoan.documents.reading.reader import read_text

LETTERHEAD = """LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN
Số: 12/{symbol}-LĐLĐ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Long An, ngày 05 tháng 01 năm 2024
{kind}
{subject}
"""


def paper(*lines: str, kind: str = "KẾ HOẠCH", symbol: str = "KH", subject: str = "Công tác năm 2024") -> PlanReading:
    return read_text(LETTERHEAD.format(kind=kind, symbol=symbol, subject=subject) + "\n".join(lines))


def contents(*lines: str) -> PlanReading:
    return paper("I. MỤC ĐÍCH", "Nâng cao chất lượng hoạt động.", "II. NỘI DUNG", *lines)


def duties(*lines: str) -> PlanReading:
    return contents("1. Khảo sát nhu cầu.", "2. Mở lớp.", "3. In tài liệu.", "III. TỔ CHỨC THỰC HIỆN", *lines)


Who = tuple[tuple[str, ...], tuple[str, ...]]
SAID: list[tuple[str, Who]] = [
    ("Thu đủ đoàn phí quý I trước 20/6. Thủ quỹ.", (("Thủ quỹ",), ())),
    (
        "Diễn tập ứng phó sự cố. Phòng Hành chính quản trị (đầu mối), Khoa Cấp cứu; ngày 20/6/2024.",
        (("Phòng Hành chính quản trị",), ("Khoa Cấp cứu",)),
    ),
    (
        "Về chỉnh trang đường: giao đồng chí Phó Bí thư, Chủ tịch UBND phường đối thoại với các hộ; Mặt trận Tổ "
        "quốc cử "
        "người cùng tham gia vận động.",
        (("Phó Bí thư, Chủ tịch UBND phường",), ("Mặt trận Tổ quốc",)),
    ),
    ("Về cấp phép: yêu cầu Ủy ban nhân dân các phường rà soát 23 điểm.", (("Ủy ban nhân dân các phường",), ())),
    ("Nhờ Phòng Tổ chức và Nhân sự sắp xếp lịch trực.", (("Phòng Tổ chức và Nhân sự",), ())),
    ("Đề nghị lãnh đạo Công ty tạo điều kiện về thời gian.", (("lãnh đạo Công ty",), ())),
    (
        "Hội nghị tổ chức ngày 22/9/2024. Đồng chí Bùi Thị Nguyệt cùng Ban Giám hiệu chuẩn bị báo cáo, đồng chí "
        "Đinh Thị "
        "Hoài viết dự thảo nghị quyết.",
        (("Bùi Thị Nguyệt", "Đinh Thị Hoài"), ("Ban Giám hiệu",)),
    ),
    ("Quý III: Công đoàn Công ty Dệt Huế, Công đoàn Công ty May 10. Tổ 1 và Tổ 2.", (("Tổ 1", "Tổ 2"), ())),
    ("Kiểm điểm: cấp ủy các chi bộ xong trước 10/12; Ban Thường vụ xong trước 20/12.",
     (("cấp ủy các chi bộ", "Ban Thường vụ"), ())),
    ("Khi xảy ra ngừng việc, báo ngay Ban Quản lý (qua bà Vũ Thị Ngân, Phó Trưởng phòng Lao động).", ((), ())),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "who"), SAID)
def test_a_sentence_of_the_contents_says_who_does_it(sentence: str, who: Who) -> None:
    (task,) = contents(f"1. {sentence}").tasks
    assert (task.lead, task.cooperating) == who


def test_a_board_that_shares_work_out_among_its_members_answers_for_it() -> None:
    reading = duties("1. Ban Thường vụ phân công các đồng chí ủy viên theo dõi từng việc, họp hằng tháng.")
    assert reading.tasks[-1].lead == ("Ban Thường vụ",)


def test_standing_by_for_a_plan_is_what_a_body_does_and_no_body() -> None:
    reading = duties("1. Phòng Hành chính", "Thường trực kế hoạch. Tổng hợp báo cáo vào ngày 25 hằng tháng.")
    assert reading.tasks[-1].lead == ("Phòng Hành chính",)


NAMES = [
    ("Văn phòng Đảng - Hội đồng trường - Đoàn thể làm đầu mối", ["Văn phòng Đảng - Hội đồng trường - Đoàn thể"]),
    ("Đảng đoàn Mặt trận Tổ quốc và các đoàn thể huyện lãnh đạo", ["Đảng đoàn Mặt trận Tổ quốc và các đoàn thể huyện"]),
    ("Ba tổ công đoàn đăng ký tiết mục", ["Ba tổ công đoàn"]),
    ("Các liên chi đoàn nộp danh sách", ["Các liên chi đoàn"]),
    ("Đơn vị được kiểm tra gửi báo cáo", ["Đơn vị được kiểm tra"]),
    ("trưởng ca trực lập biên bản", ["trưởng ca trực"]),
]


@pytest.mark.parametrize(("sentence", "names"), NAMES)
def test_the_name_of_a_body_is_read_whole(sentence: str, names: list[str]) -> None:
    assert [unit.name for unit in units_from(sentence, 0, len(sentence))[0]] == names


def leads_of(reading: PlanReading) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {task.section: (task.lead, task.cooperating) for task in reading.tasks}


def test_a_body_that_works_with_another_leads_without_the_small_word_too() -> None:
    found = leads_of(duties("1. Phòng Kinh tế", "a) Phối hợp Phòng giao dịch Ngân hàng huyện thực hiện nhiệm vụ 3."))
    assert found["II.3"] == (("Phòng Kinh tế",), ("Phòng giao dịch Ngân hàng huyện",))


def test_being_the_office_in_charge_is_work_beside_the_sections_that_it_has() -> None:
    reading = duties("1. Phòng Văn hóa", "Là cơ quan đầu mối; thực hiện nhiệm vụ 1, 2 tại mục II.")
    assert [task.section for task in reading.tasks] == ["II.1", "II.2", "II.3", "III.1"]
    assert leads_of(reading)["II.2"][0] == leads_of(reading)["III.1"][0] == ("Phòng Văn hóa",)


def test_points_of_one_item_and_another_item_whole_are_handed_over_together() -> None:
    reading = paper(
        "I. MỤC ĐÍCH", "Nâng cao chất lượng.", "II. NỘI DUNG", "1. Chăm lo", "a) Mở phiên chợ.", "b) Kiểm tra phụ cấp.",
        "c) Xây nhà công vụ.", "2. Phát động thi đua.", "III. TỔ CHỨC THỰC HIỆN",
        "1. Ban Chính sách chỉ đạo điểm b, điểm c khoản 1 và khoản 2 Mục II; các nội dung khác của Mục II do Văn phòng "
        "tham mưu.",
    )  # fmt: skip
    found = {section: lead for section, (lead, _) in leads_of(reading).items()}
    ban = ("Ban Chính sách",)
    assert (found["II.1.b"], found["II.1.c"], found["II.2"]) == (ban, ban, ban)
    assert found["II.1.a"] != ban


def test_what_is_left_over_is_not_what_a_heading_gives_to_others() -> None:
    reading = contents(
        "1. Liên đoàn Lao động tỉnh", "- Thăm công nhân trực sản xuất đêm giao thừa.", "2. Công đoàn cơ sở",
        "- Bình xét công khai danh sách.", "III. TỔ CHỨC THỰC HIỆN",
        "Những hoạt động cấp tỉnh chưa nêu đơn vị chủ trì do Văn phòng đảm nhận.",
    )  # fmt: skip
    assert [task.lead for task in reading.tasks] == [("Văn phòng",), ("Công đoàn cơ sở",)]


def test_each_unit_under_a_heading_is_one_of_those_the_heading_names() -> None:
    reading = contents("1. Công đoàn cơ sở", "- Mỗi đơn vị tổ chức một bữa cơm tất niên.", "2. In tài liệu.")
    assert reading.tasks[0].lead == ("Công đoàn cơ sở",)


def test_a_letter_may_ask_in_its_first_sentence() -> None:
    reading = read_text(
        "LIÊN ĐOÀN LAO ĐỘNG QUẬN BÌNH TÂN\nSố: 217/LĐLĐ\nV/v thống kê nhanh\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Bình Tân, ngày 19 tháng 8 năm 2021\nKính gửi: Ban Chấp hành các công đoàn cơ sở trực thuộc\n"
        "Theo Công văn số 612/LĐLĐ-CSPL ngày 18/8/2021 của Liên đoàn Lao động Thành phố, Ban Thường vụ Liên đoàn "
        "Lao động "
        "quận đề nghị các công đoàn cơ sở thống kê số người thiếu lương thực, gửi về trước ngày 20/8/2021.\n"
        "Trân trọng.\n"
    )
    (task,) = reading.tasks
    leads = ("Ban Chấp hành các công đoàn cơ sở trực thuộc",)
    assert (task.lead, str(task.due.date if task.due else None)) == (leads, "2021-08-20")


MINUTES = [
    "I. Thời gian, địa điểm", "Bắt đầu lúc 15 giờ 30 phút, ngày 06/01/2024 tại phòng họp.", "II. Nội dung",
    "1. Đồng chí Bùi Thị Nguyệt thông qua Công văn số 41/CĐGD ngày 05/01/2024.", "2. Ý kiến thảo luận",
    "- Đồng chí Hoài: nên làm sớm, đề nghị trích quỹ thăm người ốm.", "III. Kết luận",
    "1. Văn phòng viết kế hoạch.", "2. Việc hỗ trợ nhà công vụ: xem xét ở kỳ họp sau.",
    "Cuộc họp kết thúc lúc 17 giờ cùng ngày.",
]  # fmt: skip


def test_of_minutes_only_what_was_concluded_is_work() -> None:
    reading = paper(*MINUTES, kind="BIÊN BẢN", symbol="BB", subject="Họp Ban Chấp hành")
    assert [task.text for task in reading.tasks] == ["Văn phòng viết kế hoạch."]


def test_what_a_report_asks_of_others_is_no_work_of_its_own_and_is_doubted() -> None:
    reading = paper(
        "I. NHIỆM VỤ", "1. Rà soát nhà ở của đoàn viên.", "II. ĐỀ XUẤT, KIẾN NGHỊ",
        "1. Đề nghị LĐLĐ tỉnh hỗ trợ kinh phí.", kind="BÁO CÁO", symbol="BC", subject="Kết quả quý I năm 2024",
    )  # fmt: skip
    assert [task.section for task in reading.tasks] == ["I.1"]
    assert "maybe_work" in {warning.code for warning in reading.warnings}


NO_WORK = [
    "- Tổ 1: đồng chí Trịnh Thị Lý, Phó Chủ nhiệm làm tổ trưởng.",
    "- Thời gian làm việc tại mỗi đơn vị không quá 02 ngày; số liệu lấy đến hết ngày 31/12/2023.",
    "4. Lịch cụ thể có thể thay đổi, Ủy ban Kiểm tra sẽ thông báo sau.",
    "4. Tổ công tác tự giải thể sau khi hoàn thành nhiệm vụ.",
]


@pytest.mark.parametrize("line", NO_WORK)
def test_what_is_told_beside_the_work_is_no_work(line: str) -> None:
    assert [task.section for task in duties(line).tasks] == ["II.1", "II.2", "II.3"]


def test_a_section_number_after_the_word_year_begins_a_section() -> None:
    reading = paper("II- Nhiệm vụ trọng tâm đến hết năm", "1- Văn phòng rà soát hồ sơ.", "2- Ban Tổ chức mở lớp.")
    assert [task.section for task in reading.tasks] == ["II.1", "II.2"]
