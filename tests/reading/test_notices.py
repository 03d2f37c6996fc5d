"""Short notices, tables of persons and lists, as offices of works, schools and communes write them."""

from __future__ import annotations

from congdoan.documents.reading.model import PlanReading
from congdoan.documents.reading.reader import read_text

LETTERHEAD = """LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN
Số: 12/KH-LĐLĐ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Long An, ngày 05 tháng 01 năm 2024
KẾ HOẠCH
{subject}
"""


def paper(*lines: str, subject: str = "Công tác năm 2024") -> PlanReading:
    return read_text(LETTERHEAD.format(subject=subject) + "\n".join(lines))


def leads(reading: PlanReading) -> list[tuple[str, ...]]:
    return [task.lead for task in reading.tasks]


def test_the_persons_of_a_table_lead_and_their_posts_do_not_help() -> None:
    reading = paper(
        "| Họ và tên | Chức vụ | Địa bàn phụ trách | Việc chính | Hạn |",
        "| Lưu Thị Hà | Chủ tịch | Khối doanh nghiệp | Duyệt văn kiện | 28/02/2024 |",
        "| Lê Thị Nga | Kế toán | Toàn huyện | Hướng dẫn báo cáo tài chính | 20/02/2024 |",
    )
    assert [(task.lead, task.cooperating) for task in reading.tasks] == [(("Lưu Thị Hà",), ()), (("Lê Thị Nga",), ())]


def test_amounts_in_a_table_copied_cell_by_cell_begin_no_row() -> None:
    heads = ["STT", "Nội dung công việc", "Đơn vị thực hiện", "Thời gian", "Kinh phí", ""]
    first = ["1", "Che chắn băng tải", "Phòng Cơ điện", "Tháng 7", "45", ""]
    reading = paper(*heads, *first, "2", "Kiểm định cầu trục", "Phòng Kỹ thuật", "Trước 30/9", "32")
    assert leads(reading) == [("Phòng Cơ điện",), ("Phòng Kỹ thuật",)]


def test_what_is_to_be_done_stands_in_its_own_column_beside_the_proposals() -> None:
    reading = paper(
        "| TT | Kiến nghị của người lao động | Kết quả đối thoại, việc phải làm | Bộ phận thực hiện | Thời hạn |",
        "| 1 | Nhà ăn ồn, quạt hỏng | Sửa 24 quạt | Phòng Bảo trì, Nhà thầu suất ăn | 31/10/2024 |",
    )
    (task,) = reading.tasks
    assert (task.text, task.lead) == ("Sửa 24 quạt", ("Phòng Bảo trì", "Nhà thầu suất ăn"))


def test_the_sum_under_a_table_is_no_task() -> None:
    reading = paper(
        "| TT | Nội dung công việc | Đơn vị chủ trì | Thời gian | Kinh phí |",
        "| 1 | Mua quà Tết | Văn phòng | Tháng 1 | 40 |",
        "| 2 | Mở lớp tập huấn | Ban Tổ chức | Tháng 3 | 25 |",
        "|  | Tổng cộng |  |  | 65 |",
    )
    assert [task.text for task in reading.tasks] == ["Mua quà Tết", "Mở lớp tập huấn"]


def test_words_that_look_like_a_section_only_without_their_marks_hand_nothing_over() -> None:
    reading = paper(
        "II. NỘI DUNG", "1. Mở lớp.", "III. PHÂN CÔNG", "1. Văn phòng làm tổng trọng tài, điều động 12 người."
    )
    assert leads(reading)[-1] == ("Văn phòng",)


def test_a_meeting_called_by_its_kind_gives_work_to_nobody() -> None:
    reading = paper("II. NỘI DUNG", "1. Ngày 10/3: Chủ tịch dự họp giao ban LĐLĐ.")
    assert leads(reading) == [("Chủ tịch",)]


def test_a_line_that_says_what_is_done_and_by_whom_is_work() -> None:
    reading = paper("II. TRONG THÁNG", "- Thu đoàn phí qua lương: Thủ quỹ.", "- Thăm công nhân ốm kịp thời.")
    assert leads(reading) == [("Thủ quỹ",), ()]


def test_who_helps_is_named_after_the_semicolon() -> None:
    reading = paper("II. NỘI DUNG", "1. Ngày cao điểm", "- Đơn vị thực hiện: Ban Tổ chức; Văn phòng phối hợp đưa tin.")
    assert [(task.lead, task.cooperating) for task in reading.tasks] == [(("Ban Tổ chức",), ("Văn phòng",))]


def test_a_request_after_a_list_leaves_the_last_item_what_it_is() -> None:
    reading = paper(
        "II. NỘI DUNG", "1. Mở lớp.", "III. PHÂN CÔNG", "1. Văn phòng mua quà.", "2. Chụp ảnh: Ban Tuyên giáo",
        "Đề nghị các tổ trưởng đăng ký danh sách trước ngày 12/10/2024.",
    )  # fmt: skip
    assert [task.section for task in reading.tasks] == ["II.1", "III.1", "III.2", "III.2"]


def test_a_paragraph_under_the_title_of_a_group_is_the_work_of_that_group() -> None:
    reading = paper(
        "II. NHIỆM VỤ", "Nhiệm vụ 1. Khảo sát, phân loại", "Tổ chức khảo sát bằng phiếu. Phân thành 3 nhóm.",
        "III. TỔ CHỨC THỰC HIỆN", "1. Ban Tổ chức chủ trì Nhiệm vụ 1.",
    )  # fmt: skip
    assert [(task.text[:7], task.lead) for task in reading.tasks] == [("Tổ chức", ("Ban Tổ chức",))]


SECTIONS = [
    "II. NHIỆM VỤ",
    "1. Chăm lo",
    "1.1. Ký thỏa thuận.",
    "1.2. Khảo sát nhà ở.",
    "1.3. Tư vấn pháp luật.",
    "2. Thu phí",
]


def test_a_range_that_repeats_its_word_takes_what_lies_between() -> None:
    reading = paper(
        *SECTIONS, "2.1. Thu kinh phí.", "III. TỔ CHỨC THỰC HIỆN",
        "1. Ban Chính sách: Chủ trì các nhiệm vụ từ mục 1.1 đến mục 1.3, phối hợp với Ban Tài chính thực hiện mục 2.1.",
        "2. Ban Tài chính: chủ trì thực hiện mục 2.1.",
    )  # fmt: skip
    ban = ("Ban Chính sách",)
    assert leads(reading) == [ban, ban, ban, ("Ban Tài chính",)]
    assert [task.cooperating for task in reading.tasks] == [(), (), (), ban]


def test_a_quotation_at_the_end_of_a_line_names_the_work_it_is_from() -> None:
    reading = paper(
        "II. NỘI DUNG", "1. Sinh hoạt câu lạc bộ “Lời hay ý đẹp”, 2 tuần một lần.", "2. Mở lớp tập huấn.",
        "III. PHÂN CÔNG", "- Tổ Ngữ văn: câu lạc bộ “Lời hay ý đẹp”.",
    )  # fmt: skip
    assert leads(reading) == [("Tổ Ngữ văn",), ()]


def test_a_day_of_a_school_year_is_the_next_after_the_paper() -> None:
    reading = read_text(
        LETTERHEAD.format(subject="Công tác năm học 2023 - 2024").replace("05 tháng 01 năm 2024", "06 tháng 9 năm 2023")
        + "1. Lập danh sách trước ngày 15/9.\n2. Gửi báo cáo tổng kết trước ngày 20/5."
    )
    assert [str(task.due.date) for task in reading.tasks if task.due] == ["2023-09-15", "2024-05-20"]


def test_work_that_stands_in_an_annex_or_is_a_slogan_is_no_task() -> None:
    reading = paper(
        "II. NỘI DUNG", "1. Mở lớp.", "2. Về nhà ở: thực hiện theo Bảng phân công tại Mục III.", "* Khẩu hiệu",
        "- Nhiệt liệt chào mừng 95 năm Ngày thành lập Công đoàn Việt Nam!",
    )  # fmt: skip
    assert [task.section for task in reading.tasks] == ["II.1"]


def test_words_that_may_hand_work_over_are_doubted() -> None:
    reading = paper("II. NỘI DUNG", "1. Mở lớp.", "2. Phòng Y tế lo phần thuốc (3.1.2; 3.1.3).")
    assert "not_sure_work" in reading.tasks[-1].doubts


def test_a_term_counted_from_an_event_is_plain() -> None:
    reading = paper(
        "II. NỘI DUNG", "1. Trợ cấp cho đoàn viên trong vòng 05 ngày làm việc kể từ ngày nhận được đề nghị.",
        "2. Gửi hồ sơ trong thời hạn 15 ngày sau khi đại hội kết thúc.",
    )  # fmt: skip
    assert [task.due is not None and "due_unclear" not in task.doubts for task in reading.tasks] == [True, True]
