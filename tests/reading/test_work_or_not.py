"""Which lines of the contents are work: orders of any verb are; what tells, titles or points elsewhere is not."""

from __future__ import annotations

import pytest

from congdoan.documents.reading.reader import read_text

LETTERHEAD = """LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN
Số: 12/KH-LĐLĐ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Long An, ngày 05 tháng 01 năm 2024
KẾ HOẠCH
Công tác năm 2024
"""


def _tasks(text: str) -> list[str]:
    return [task.text for task in read_text(LETTERHEAD + text).tasks]


@pytest.mark.parametrize(
    "order",
    [
        "Chỉ tạm ứng cho nhà thầu khi có bảng kê đã trả lương.",
        "Phúc tra việc khắc phục các sai phạm đã nêu trong kết luận kiểm tra.",
        "Tri ân các thế hệ cán bộ công đoàn đã nghỉ hưu.",
        "Tuyệt đối không thu tiền của đoàn viên sai quy định.",
    ],
)
def test_an_order_is_work_whatever_its_first_word(order: str) -> None:
    assert _tasks(f"I. NỘI DUNG\n1. Mở lớp tập huấn.\n2. {order}\n3. In tài liệu.\n")[1] == order


@pytest.mark.parametrize(
    "line",
    [
        "(Có danh sách các đơn vị gửi cùng)",
        "Đây là việc trọng tâm, xuyên suốt của cả năm.",
        "Năm 2023, các cấp công đoàn đã kết nạp 320 đoàn viên.",
        "Hiện nay toàn tỉnh có 4.200 đoàn viên sinh hoạt tại 28 công đoàn cơ sở.",
        "Hội thi gồm hai vòng: vòng cơ sở và vòng tỉnh.",
    ],
)
def test_what_tells_notes_or_titles_is_no_work(line: str) -> None:
    assert _tasks(f"I. NỘI DUNG\n1. Mở lớp tập huấn.\n2. {line}\n3. In tài liệu.\n") == [
        "Mở lớp tập huấn.",
        "In tài liệu.",
    ]


@pytest.mark.parametrize(
    "last",
    [
        "Văn bản gửi về Văn phòng (đ/c An, ĐT 0901). Rất mong các đơn vị gửi đúng thời gian./.",
        "Đề nghị các tổ và toàn thể đoàn viên tham gia đông đủ, nhiệt tình.",
        "Các bên trao đổi kịp thời khi có vướng mắc để thống nhất xử lý./.",
        "Văn phòng thông báo ý kiến kết luận của đồng chí Chủ tịch tại cuộc họp sáng nay và tại buổi làm việc với các "
        "ngành để các đơn vị biết, thực hiện./.",
        "Các công đoàn cơ sở chịu trách nhiệm thi hành Kế hoạch này kể từ ngày ký./.",
    ],
)
def test_last_words_give_no_work(last: str) -> None:
    assert _tasks(f"I. NỘI DUNG\n1. Mở lớp tập huấn.\n{last}\n") == ["Mở lớp tập huấn."]


def test_a_passage_that_ends_by_naming_an_annex_leads_to_it() -> None:
    text = (
        "I. NỘI DUNG\nCác cấp tập trung đổi mới hoạt động, chăm lo đời sống. Nhiệm vụ cụ thể, thời gian hoàn thành nêu "
        "tại Phụ lục kèm theo.\nPHỤ LỤC\nviệc cần làm ngay trong năm\n"
        "TT | Việc phải làm | Cơ quan chủ trì\n1 | Mở lớp tập huấn | Ban Tổ chức\n"
    )
    assert _tasks(text) == ["Mở lớp tập huấn"]


def test_stages_with_their_days_stand_over_the_work_of_each() -> None:
    text = (
        "I. TIẾN ĐỘ THỰC HIỆN\nGiai đoạn 1 (từ 15/5 đến 30/6/2024)\n1. BHXH tỉnh chốt danh sách đơn vị.\n"
        "2. LĐLĐ tỉnh đối chiếu số liệu.\nGiai đoạn 2 (từ 01/7 đến 31/10/2024)\n1. BHXH tỉnh lập biên bản cam kết.\n"
    )
    tasks = read_text(LETTERHEAD + text).tasks
    assert [(task.text, str(task.due and task.due.date)) for task in tasks] == [
        ("BHXH tỉnh chốt danh sách đơn vị.", "2024-06-30"),
        ("LĐLĐ tỉnh đối chiếu số liệu.", "2024-06-30"),
        ("BHXH tỉnh lập biên bản cam kết.", "2024-10-31"),
    ]


def test_what_stands_under_routine_work_never_ends() -> None:
    text = "I. CÔNG VIỆC THƯỜNG XUYÊN\n- Tiếp đoàn viên, giải quyết đơn thư.\nII. VIỆC KHÁC\n- Mở lớp tập huấn.\n"
    tasks = read_text(LETTERHEAD + text).tasks
    assert [task.due and task.due.recurrence for task in tasks] == ["ongoing", None]


def test_figures_by_a_year_and_measures_under_an_aim_are_targets() -> None:
    text = (
        "I. MỤC TIÊU\n1. Đến năm 2025: 60% công nhân được học nghề.\n2. Thu hồi 18 tỷ đồng kinh phí công đoàn.\n"
        "3. Đoàn viên tin tưởng tổ chức của mình.\nII. NỘI DUNG\n1. Mở lớp tập huấn.\n"
    )
    targets = read_text(LETTERHEAD + text).targets
    assert [(target.value, target.unit) for target in targets] == [(60, "%"), (18, "tỷ đồng")]


def test_the_work_of_a_table_is_what_must_be_done_not_the_field_it_is_of() -> None:
    text = (
        "I. NỘI DUNG\nBảng 2. Phân công việc cho các ban\nHạng mục | Việc phải làm | Trách nhiệm | Hoàn thành\n"
        "Bữa ăn ca | Kiểm tra thực phẩm đầu vào | Ban Đời sống | 05/3/2024\n"
        "Nhà trọ | Khảo sát giá phòng trọ | Ban Nữ công | Tháng 4/2024\n"
    )
    assert _tasks(text) == ["Kiểm tra thực phẩm đầu vào", "Khảo sát giá phòng trọ"]


def test_lines_with_labels_of_any_more_words_tell_of_the_work_above_them() -> None:
    text = (
        "I. KIỂM TRA\n1. Kiểm tra việc thực hiện dân chủ ở 04 công đoàn cơ sở\n"
        "+ Đối tượng được kiểm tra: CĐCS A, CĐCS B.\n"
        "+ Mốc thời gian kiểm tra: từ 01/01/2023 đến nay.\n+ Thời gian tiến hành: quý II/2024.\n"
        "2. Kiểm tra tài chính tại 05 đơn vị\n+ Thời gian tiến hành cụ thể: tháng 8/2024.\n"
    )
    tasks = read_text(LETTERHEAD + text).tasks
    assert [(task.section, str(task.due and task.due.date)) for task in tasks] == [
        ("I.1", "2024-06-30"),
        ("I.2", "2024-08-31"),
    ]


def test_work_that_follows_a_general_sentence_begins_with_its_own_body() -> None:
    general = "Các cơ quan, đơn vị được giao nhiệm vụ khẩn trương thực hiện."
    work = "Giao Văn phòng theo dõi, đôn đốc, báo cáo trước ngày 15/12/2024."
    text = f"I. NỘI DUNG\n1. Mở lớp tập huấn.\nII. TỔ CHỨC THỰC HIỆN\n{general} {work}\n"
    assert _tasks(text) == ["Mở lớp tập huấn.", work]


def test_a_body_that_works_in_a_passage_of_money_is_a_doubt() -> None:
    money = "Tổng kinh phí dự kiến 6,8 tỷ đồng; hằng năm Ban Tài chính lập dự toán chi tiết."
    reading = read_text(
        f"{LETTERHEAD}I. NỘI DUNG\n1. Mở lớp tập huấn.\nII. KINH PHÍ\n{money}\nIII. TỔ CHỨC THỰC HIỆN\n"
    )
    assert "maybe_work" in {warning.code for warning in reading.warnings}
