"""What the reader is not sure of is said at its place; what several tasks share is said once."""

from __future__ import annotations

import pytest

from congdoan.documents.reading.model import PlanReading
from congdoan.documents.reading.reader import read_text

HEAD = """LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN
Số: 12/KH-LĐLĐ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Long An, ngày 05 tháng 01 năm 2024
KẾ HOẠCH
Công tác năm 2024
"""


def contents(*lines: str) -> PlanReading:
    return read_text(HEAD + "I. NỘI DUNG\n" + "\n".join(lines) + "\n")


def codes(reading: PlanReading) -> set[str]:
    return {warning.code for warning in reading.warnings}


def passage(reading: PlanReading, code: str) -> str:
    warning = next(warning for warning in reading.warnings if warning.code == code)
    return reading.text[warning.start : warning.end]


SURE = "1. Giao Ban Tổ chức khảo sát 50 doanh nghiệp trước ngày 30/6/2024."


def test_a_task_with_a_clear_lead_and_day_has_no_doubt() -> None:
    assert codes(contents(SURE)) == set()


UNSURE = [
    ("lead_name", "Đề nghị Mặt trận Tổ quốc và các đoàn thể huyện vận động hội viên trước ngày 30/6/2024."),
    ("lead_name", "Đề nghị Trung tâm Quan trắc và Môi thu, trước ngày 30/6/2024."),
    ("lead_person", "Giao đồng chí Trần Văn Nam lập danh sách trước ngày 30/6/2024."),
    ("cooperating_open", "Giao Văn phòng lập danh sách trước ngày 30/6/2024, anh em tổ máy phối hợp."),
    ("cooperating_open", "Giao Văn phòng phối hợp với chuyên môn mở hội nghị trước ngày 30/6/2024."),
    ("due_passed_over", "Giao Văn phòng gửi tin bài về kỳ họp tháng 5 cho báo."),
    ("due_two", "Giao Văn phòng phát động trong tháng 3/2024; tổng kết hội thi trước ngày 15/10/2024."),
    ("not_sure_work", "Hạng mục 1. Xây dựng tài liệu tuyên truyền trước ngày 30/6/2024."),
    ("not_sure_work", "Bố trí cán bộ đầu mối, kịp thời phản ánh vướng mắc."),
]


@pytest.mark.parametrize(("code", "text"), UNSURE)
def test_each_weak_reading_is_doubted_at_its_passage(code: str, text: str) -> None:
    reading = contents(SURE, f"- {text}")
    assert text in passage(reading, code)


def test_a_figure_to_reach_among_the_aims_is_a_doubt() -> None:
    line = "Phấn đấu giảm 5% số vụ tai nạn lao động so với năm 2023."
    reading = read_text(HEAD + f"I. MỤC ĐÍCH\n1. {line}\n2. Nâng cao chất lượng.\nII. NỘI DUNG\n{SURE}\n")
    assert line in passage(reading, "maybe_target")


def test_neighbouring_tasks_whose_lead_is_doubtful_for_one_reason_share_one_warning() -> None:
    reading = read_text(
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN\nSố: 12/LĐLĐ-CSPL\nV/v chăm lo Tết\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Long An, ngày 05 tháng 01 năm 2024\nKính gửi:\n- Các ban Liên đoàn Lao động tỉnh;\n"
        "- Công đoàn ngành Giáo dục.\nBan Thường vụ đề nghị các đơn vị thực hiện một số nội dung sau:\n"
        "1. Lập danh sách đoàn viên khó khăn.\n2. Tặng quà đoàn viên khó khăn.\n"
    )
    shared = [warning for warning in reading.warnings if warning.code == "lead_addressees"]
    assert [warning.message.endswith("(2 nhiệm vụ liền nhau).") for warning in shared] == [True]
    assert all("lead_addressees" in task.doubts for task in reading.tasks)
    assert shared[0].start <= reading.tasks[0].start and shared[0].end >= reading.tasks[-1].end


def test_a_task_that_says_who_does_it_is_doubted_when_its_lead_is_taken_from_elsewhere() -> None:
    reading = read_text(
        HEAD + "I. NỘI DUNG\n1. Tổ chức hội nghị, nhóm được cử phụ trách tin bài.\n"
        "II. TỔ CHỨC THỰC HIỆN\n1. Văn phòng chủ trì mục 1 phần I.\n"
    )
    assert passage(reading, "lead_mentioned").startswith("Tổ chức hội nghị")


def test_a_body_named_first_in_a_task_that_another_leads_is_doubted() -> None:
    reading = read_text(
        HEAD + "I. NỘI DUNG\n1. Tuyên truyền\n- Sở Nội vụ mở hội nghị trước ngày 30/6/2024.\n"
        "II. TỔ CHỨC THỰC HIỆN\n1. Văn phòng chủ trì mục 1 phần I.\n"
    )
    assert {"lead_differs", "lead_subject"} & set(reading.tasks[0].doubts)


def test_a_quotation_that_stands_nowhere_is_a_doubt() -> None:
    reading = read_text(
        HEAD + "I. NỘI DUNG\n1. Tuyên truyền trên báo, đài.\nII. TỔ CHỨC THỰC HIỆN\n"
        "1. Văn phòng chủ trì nội dung “Khảo sát nhu cầu nhà ở của công nhân”.\n"
    )
    assert "Khảo sát nhu cầu" in passage(reading, "quote_unknown")


def test_a_lead_given_by_topic_is_taken_and_doubted() -> None:
    reading = read_text(
        HEAD + "I. NỘI DUNG\n1. Hạ tầng số\n- Mua 11 máy tính.\n2. Nhân lực\n- Mở 02 lớp tập huấn.\n"
        "II. TỔ CHỨC THỰC HIỆN\n1. Ban Tổ chức chủ trì thực hiện các nhiệm vụ về nhân lực.\n"
    )
    assert [task.lead for task in reading.tasks] == [(), ("Ban Tổ chức",)]
    assert passage(reading, "lead_by_topic") == "Mở 02 lớp tập huấn."


def test_each_of_two_quotations_in_one_clause_hands_over_its_passage() -> None:
    reading = read_text(
        HEAD + "I. NỘI DUNG\n1. Tuyên truyền\n- Trang trí cờ, pa nô tại trụ sở.\n- Xây dựng kịch bản, bài phát biểu.\n"
        "II. TỔ CHỨC THỰC HIỆN\n1. Ban Tuyên giáo chủ trì mục 1 phần I.\n"
        "2. Văn phòng chủ trì nội dung “Xây dựng kịch bản” và nội dung “Trang trí cờ, panô”.\n"
    )
    assert [task.lead for task in reading.tasks] == [("Văn phòng",), ("Văn phòng",)]


def test_a_sentence_that_is_torn_apart_is_doubted_over_both_pieces() -> None:
    reading = read_text(
        HEAD + "I. NỘI DUNG\n1. Phối hợp với Sở Y tế tỉnh, Ngân hàng Nhà nước Việt\n\n"
        "Nam mở hội nghị trong quý I/2024.\n2. Thăm đoàn viên trước ngày 30/6/2024.\n"
    )
    assert passage(reading, "passage_torn").startswith("1. Phối hợp") and "Nam mở hội nghị" in passage(
        reading, "passage_torn"
    )


CITED = [
    ("citation_unsure", "Thực hiện Kế hoạch số 12/KH-TU (05/01/2023) của Tỉnh ủy trong quý I/2024.", "12/KH-TU"),
    ("citation_unsure", "Thực hiện Nghị quyết số 05/NQLTĐS-CĐ ngày 22/11/2021 trong quý I/2024.", "05/NQLTĐS-CĐ"),
    (
        "citation_unsure",
        "Xét đề nghị của Sở Xây dựng tại Tờ trình số 14/TTr-SXD ngày 02/01/2024, mở lớp.",
        "14/TTr-SXD",
    ),
    ("citation_missed", "Rà soát theo mẫu số 15/QĐ-LĐLĐ trong quý I/2024.", "15/QĐ-LĐLĐ"),
]


@pytest.mark.parametrize(("code", "text", "cited"), CITED)
def test_a_cited_paper_that_may_be_read_wrong_is_doubted(code: str, text: str, cited: str) -> None:
    assert cited in passage(contents(f"1. {text}"), code)


@pytest.mark.parametrize(
    ("letterhead", "doubted"),
    [
        ("LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN", False),
        ("LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN\nCÔNG ĐOÀN CÔNG TY CỔ PHẦN XI MĂNG HÀ TIÊN", True),
        ("CÔNG ĐOÀN NGÀNH Y TẾ", True),
    ],
)
def test_an_issuer_is_doubted_when_its_case_or_the_symbol_does_not_bear_it_out(letterhead: str, doubted: bool) -> None:
    reading = read_text(HEAD.replace("LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN", letterhead) + "I. NỘI DUNG\n" + SURE)
    assert ("issuer_unsure" in codes(reading)) is doubted


@pytest.mark.parametrize(
    ("subject", "doubted"),
    [
        ("Công tác năm 2024", False),
        ("Công tác năm 2024. Căn cứ chương trình của tỉnh", True),
        ("Phát động phong trào thi đua của các", True),
    ],
)
def test_a_subject_that_may_have_taken_in_more_is_doubted(subject: str, doubted: bool) -> None:
    reading = read_text(HEAD.replace("Công tác năm 2024", subject) + "I. NỘI DUNG\n" + SURE)
    assert ("subject_unsure" in codes(reading)) is doubted


def test_bodies_of_a_kind_that_is_no_level_of_the_union_are_to_be_chosen() -> None:
    reading = contents(SURE, "2. Giao các khoa, phòng lập danh sách trước ngày 30/6/2024.")
    assert passage(reading, "lead_many").startswith("Giao các khoa, phòng")


def test_rows_numbered_anew_in_each_group_are_one_doubt_in_all() -> None:
    rows = "\n".join(f"01 | Việc {n} | Văn phòng | 30/6/2024" for n in range(6))
    reading = read_text(HEAD + "PHỤ LỤC I\nTT | Nội dung | Chủ trì | Thời gian\n" + rows + "\n")
    assert len([warning for warning in reading.warnings if warning.code == "number_twice"]) <= 1


def test_six_months_at_the_start_of_a_year_are_a_whole_period() -> None:
    due = contents("1. Giao Văn phòng khảo sát trong 6 tháng đầu năm 2024.").tasks[0].due
    assert due is not None and (str(due.date), due.doubts) == ("2024-06-30", ())


@pytest.mark.parametrize(
    ("symbol", "said"),
    [
        ("12/KH-LĐLĐ", "1. Giao Thường trực Liên đoàn Lao động tỉnh thuê xe trước ngày 30/6/2024."),
        ("12/CTPH-LĐLĐ-STP", "1. Giao Ban Nữ công LĐLĐ tỉnh thuê xe trước ngày 30/6/2024."),
    ],
)
def test_a_name_that_says_little_without_its_organ_is_a_doubt(symbol: str, said: str) -> None:
    reading = read_text(HEAD.replace("12/KH-LĐLĐ", symbol) + f"I. NỘI DUNG\n{said}\n")
    assert "lead_name" in reading.tasks[0].doubts


def test_a_body_of_the_issuer_is_no_doubt() -> None:
    assert codes(contents("1. Giao Ban Nữ công LĐLĐ tỉnh thuê xe trước ngày 30/6/2024.")) == set()


@pytest.mark.parametrize(
    ("work", "doubted"),
    [
        ("Bố trí thêm 02 bàn khám vào buổi sáng, áp dụng từ ngày 13/5/2024.", False),
        ("Mở chuyên mục trên đài truyền hình, bắt đầu từ tháng 3/2024.", False),
        ("Tổ chức hội diễn văn nghệ công nhân hai năm một lần.", False),
        ("Tham gia đối thoại định kỳ tại nơi làm việc.", False),
        ("Trực đường dây nóng 24/24.", False),
        ("Họp giao ban định kỳ vào sáng thứ hai.", True),
        ("Đưa việc này vào kế hoạch thanh tra hằng năm.", False),
        ("Đối chiếu kinh phí công đoàn đến ngày 30/4/2024.", True),
    ],
)
def test_a_time_that_may_be_a_limit_is_doubted_and_a_beginning_is_not(work: str, doubted: bool) -> None:
    text = (
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN\nSố: 12/KH-LĐLĐ\nLong An, ngày 05 tháng 01 năm 2024\nKẾ HOẠCH\n"
        f"Công tác năm 2024\nI. NỘI DUNG\n1. {work}\n"
    )
    assert ["due_passed_over" in task.doubts for task in read_text(text).tasks] == [doubted]
