"""How papers hand over what stands elsewhere in them: by quotations, by groups, in short words; and to whom."""

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
QUOTED = """I. NỘI DUNG
1. Chăm lo
a) Thăm, tặng 300 suất quà cho công nhân khó khăn.
b) Tư vấn sức khỏe sinh sản cho 450 nữ công nhân.
2. An toàn
a) Tự kiểm tra, chấm điểm nguy cơ tại tổ sản xuất.
b) Huấn luyện nghiệp vụ cho mạng lưới an toàn, vệ sinh viên.
II. PHÂN CÔNG
"""
GROUPED = """I. NỘI DUNG
Nhóm A. Chuyên môn
1. Khảo sát nhu cầu.
Nhóm B. Hậu cần
1. In tài liệu.
II. TỔ CHỨC THỰC HIỆN
"""


def _leads(text: str) -> dict[str, tuple[str, ...]]:
    """Leads by the first two words of each task."""
    return {" ".join(task.text.split()[:2]).rstrip(","): task.lead for task in read_text(LETTERHEAD + text).tasks}


@pytest.mark.parametrize(
    ("said", "handed"),
    [
        (
            "1. Ban Tổ chức phụ trách các nội dung: «Thăm, tặng quà công nhân khó khăn»; «Huấn luyện nghiệp vụ mạng "
            "lưới ATVSV».",
            {"Thăm", "Huấn luyện"},
        ),
        (
            "1. Ban Tổ chức thực hiện nội dung “Tự kiểm tra, chấm điểm nguy cơ”; nội dung “huấn luyện nghiệp vụ mạng "
            "lưới ATVSV” và toàn bộ mục 1.",
            {"Tự kiểm", "Huấn luyện", "Thăm", "Tư vấn"},
        ),
        (
            "1. Ban Tổ chức lo nội dung 'Thăm, tặng quà công nhân khó khăn' và nội dung ‘Tự kiểm tra, chấm điểm’.",
            {"Thăm", "Tự kiểm"},
        ),
        (
            "1. Ban Tổ chức chủ trì các hoạt động: „Tư vấn sức khỏe sinh sản”; ‹Tự kiểm tra, chấm điểm nguy cơ›.",
            {"Tư vấn", "Tự kiểm"},
        ),
        (
            "1. Ban Tổ chức: nội dung “Huấn luyện nghiệp vụ cho mạng lưới an toàn, vệ sinh viên”, “Tự kiểm tra, chấm "
            "điểm nguy cơ”.",
            {"Huấn luyện", "Tự kiểm"},
        ),
    ],
)
def test_quotations_hand_over_whatever_their_marks_and_though_words_are_left_out(said: str, handed: set[str]) -> None:
    leads = _leads(QUOTED + said)
    both = {"Tự kiểm", "Thăm", "Tư vấn", "Huấn luyện"}
    short = {next(key for key in both if name.startswith(key)): lead for name, lead in leads.items()}
    assert short == {name: ("Ban Tổ chức",) if name in handed else () for name in both}


@pytest.mark.parametrize(
    "said",
    [
        "1. Ban Tổ chức chịu trách nhiệm toàn bộ các nội dung thuộc nhóm A. Văn phòng phụ trách nhóm B.",
        "1. Ban Tổ chức thực hiện các việc trong nhóm A của phần I; Văn phòng chủ trì nhóm B.",
    ],
)
def test_groups_are_called_by_letters(said: str) -> None:
    assert _leads(GROUPED + said) == {"Khảo sát": ("Ban Tổ chức",), "In tài": ("Văn phòng",)}


def test_a_number_means_the_section_of_the_paper_before_that_of_an_annex() -> None:
    paper = (
        "I. NỘI DUNG\n1. Truyền thông\n1.1. Viết tin, bài.\n2. Kiểm tra\n2.1. Lập đoàn kiểm tra.\n"
        "II. TỔ CHỨC THỰC HIỆN\n1. Văn phòng: chủ trì nhóm nhiệm vụ 1; là thường trực Kế hoạch.\n"
        "Phụ lục I\nVIỆC CHUẨN BỊ\n1. Mở tài khoản tiếp nhận.\n"
    )
    assert _leads(paper) == {"Viết tin": ("Văn phòng",), "Lập đoàn": (), "Mở tài": ()}


@pytest.mark.parametrize(
    "said",
    [
        "1. Văn phòng: chịu trách nhiệm Phụ lục I; Ban Tổ chức đảm nhận các việc ở Phụ lục II.",
        "1. Các nhiệm vụ tại Phụ lục I do Văn phòng Liên đoàn Lao động tỉnh chủ trì. Phụ lục II giao Ban Tổ chức.",
    ],
)
def test_annexes_are_handed_over_whole(said: str) -> None:
    paper = (
        f"I. NỘI DUNG\n1. Mở lớp.\nII. TỔ CHỨC THỰC HIỆN\n{said}\nNơi nhận:\n- Lưu: VT.\nTM. BAN THƯỜNG VỤ\nLê Văn A\n"
    )
    annexes = "Phụ lục I\nVIỆC CHUẨN BỊ\n1. Ký hợp đồng.\nPhụ lục II\nVIỆC KHÁC\n1. Biên soạn tài liệu.\n"
    leads = _leads(paper + annexes)
    assert leads == {"Mở lớp.": (), "Ký hợp": ("Văn phòng",), "Biên soạn": ("Ban Tổ chức",)}


@pytest.mark.parametrize(
    ("said", "lead"),
    [
        ("Đồng chí Lê Thị Hoa, Ủy viên Ban Chấp hành viết bài tuyên truyền trên loa nội bộ.", ("Lê Thị Hoa",)),
        (
            "Đồng chí Lê Văn Tám – chuyên viên phụ trách chính sách tổng hợp danh sách.",
            ("Lê Văn Tám – chuyên viên phụ trách chính sách",),
        ),
        (
            "Yêu cầu 11 công đoàn cơ sở chưa nộp báo cáo tài chính năm 2023 nộp dứt điểm trước ngày 25/7/2024.",
            ("11 công đoàn cơ sở chưa nộp báo cáo tài chính năm 2023",),
        ),
        ("Công đoàn cơ sở nơi đặt điểm sinh hoạt bố trí người mở cửa.", ("Công đoàn cơ sở nơi đặt điểm sinh hoạt",)),
        (
            "Công đoàn giáo dục các huyện, thị xã, thành phố xây dựng kế hoạch riêng.",
            ("Công đoàn giáo dục các huyện, thị xã, thành phố",),
        ),
        ("Công đoàn cơ sở trực thuộc chỉ định 01 cán bộ theo dõi.", ("Công đoàn cơ sở trực thuộc",)),
        (
            "Đề nghị Ủy ban nhân dân các huyện Trấn Yên, Văn Yên bố trí quỹ đất.",
            ("Ủy ban nhân dân các huyện Trấn Yên, Văn Yên",),
        ),
    ],
)
def test_a_name_goes_as_far_as_what_its_bearer_does(said: str, lead: tuple[str, ...]) -> None:
    tasks = read_text(f"{LETTERHEAD}I. NỘI DUNG\n1. Mở lớp.\nII. TỔ CHỨC THỰC HIỆN\n1. {said}\n").tasks
    assert tasks[1].lead == lead


def test_own_people_given_work_under_a_heading_are_those_of_its_bodies() -> None:
    paper = (
        "I. NỘI DUNG\n1. Mở lớp.\nII. TỔ CHỨC THỰC HIỆN\n1. Các công đoàn ngành\n- Đăng ký chỉ tiêu trước 31/3/2024.\n"
        "- Phân công ủy viên ban thường vụ phụ trách từng cụm doanh nghiệp.\n"
    )
    assert [task.lead for task in read_text(LETTERHEAD + paper).tasks[1:]] == [("Các công đoàn ngành",)] * 2


@pytest.mark.parametrize(
    "given", ["ủy viên Ban Thường vụ phụ trách từng cụm", "cấp ủy viên phụ trách, hằng quý nghe báo cáo"]
)
def test_whom_a_body_under_its_heading_gives_work_does_not_lead(given: str) -> None:
    paper = (
        "I. NỘI DUNG\n1. Mở lớp.\nII. TỔ CHỨC THỰC HIỆN\n"
        "1. Đảng ủy các xã, phường ven biển (Xuân Hải, Xuân Hòa, Xuân Đài) lãnh đạo:\n"
        f"- Rà soát các đội tàu, tổ hợp tác.\n- Phân công {given}.\n"
    )
    tasks = read_text(LETTERHEAD + paper).tasks
    assert [task.lead for task in tasks[1:]] == [("Đảng ủy các xã, phường ven biển",)] * 2


def test_a_body_that_another_helps_is_known_by_its_short_name() -> None:
    paper = (
        "I. NỘI DUNG\n1. Khảo sát nhu cầu.\n2. Mở lớp.\nII. TỔ CHỨC THỰC HIỆN\n"
        "1. Ban Tổ chức chủ trì mục 1; phối hợp với Ban Chính sách Pháp luật thực hiện mục 2.\n"
        "2. Ban Chính sách Pháp luật và Quan hệ lao động chủ trì mục 2.\n"
    )
    task = read_text(LETTERHEAD + paper).tasks[1]
    assert (task.lead, task.cooperating) == (("Ban Chính sách Pháp luật và Quan hệ lao động",), ("Ban Tổ chức",))
