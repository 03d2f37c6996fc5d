"""How far names go: brackets beside them, topics after a comma, posts, headings in capitals; where a name is asked."""

from __future__ import annotations

import pytest

from congdoan.documents.reading.model import Task
from congdoan.documents.reading.reader import read_text

HEAD = """LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN
Số: 12/KH-LĐLĐ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Long An, ngày 05 tháng 01 năm 2024
KẾ HOẠCH
Công tác năm 2024
"""


def _tasks(text: str) -> tuple[Task, ...]:
    return read_text(HEAD + text).tasks


@pytest.mark.parametrize(
    ("said", "lead"),
    [
        (
            "Giao Ban Thanh niên công nhân, nông thôn và đô thị (Tỉnh đoàn) và Ban Tuyên giáo (LĐLĐ tỉnh) mở hội thi.",
            ("Ban Thanh niên công nhân, nông thôn và đô thị", "Ban Tuyên giáo"),
        ),
        (
            "Giao Ban Tuyên giáo - Chính sách luật pháp (Hội Liên hiệp Phụ nữ tỉnh), Văn phòng (Tỉnh đoàn) mở hội thi.",
            ("Ban Tuyên giáo - Chính sách luật pháp", "Văn phòng"),
        ),
        (
            "Đảng bộ Công ty TNHH Lux-ICT (Việt Nam), Chi bộ Công ty TNHH Sif Việt Nam xây dựng mô hình điểm.",
            ("Đảng bộ Công ty TNHH Lux-ICT (Việt Nam)", "Chi bộ Công ty TNHH Sif Việt Nam"),
        ),
        (
            "Ban Thanh niên công nhân, nông thôn và đô thị tổng hợp báo cáo.",
            ("Ban Thanh niên công nhân, nông thôn và đô thị",),
        ),
        ("Mạng lưới an toàn, vệ sinh viên tổng hợp báo cáo.", ("Mạng lưới an toàn, vệ sinh viên",)),
        ("Tổ Hỗ trợ kỹ thuật và Văn phòng họp bàn nội dung.", ("Tổ Hỗ trợ kỹ thuật", "Văn phòng")),
        (
            "Các ban, đơn vị thuộc Liên đoàn Lao động tỉnh tổng hợp báo cáo.",
            ("Các ban, đơn vị thuộc Liên đoàn Lao động tỉnh",),
        ),
        ("Cổng Thông tin điện tử Công đoàn Việt Nam: mở chuyên mục.", ("Cổng Thông tin điện tử Công đoàn Việt Nam",)),
        (
            "Công ty Canon (KCN Thăng Long), Công ty cổ phần Rạng Đông (Hà Nội) gửi báo cáo.",
            ("Công ty Canon", "Công ty cổ phần Rạng Đông"),
        ),
        ("Giao đ/c Lê Thị Lan, kế toán kiêm văn phòng Công đoàn, lập dự toán.", ("Lê Thị Lan",)),
        ("Phát quà Trung thu. (Đ/c Cao Thị Hoa - CTCĐ)", ("Cao Thị Hoa - CTCĐ",)),
        (
            "Về kiến nghị cấp thêm sách: Văn phòng, Ban Tuyên giáo cùng phối hợp đề xuất.",
            ("Văn phòng", "Ban Tuyên giáo"),
        ),
        (
            "Công đoàn cơ sở trực thuộc gửi ít nhất 02 bài, LĐLĐ các huyện, thành phố gửi ít nhất 10 bài dự thi.",
            ("Công đoàn cơ sở trực thuộc", "LĐLĐ các huyện, thành phố"),
        ),
        ("Phối hợp với Ban Quản lý các khu công nghiệp tỉnh, Cục Thuế tỉnh trao đổi số liệu.", ()),
    ],
)
def test_names_are_read_whole(said: str, lead: tuple[str, ...]) -> None:
    assert _tasks(f"I. NỘI DUNG\n1. {said}\n")[0].lead == lead


@pytest.mark.parametrize(
    ("heading", "lead"),
    [
        ("ĐỐI VỚI CÔNG ĐOÀN CƠ SỞ TRONG DOANH NGHIỆP", "Công đoàn cơ sở trong doanh nghiệp"),
        (
            "ĐỐI VỚI CÔNG ĐOÀN CƠ SỞ TRONG CƠ QUAN, ĐƠN VỊ SỰ NGHIỆP",
            "Công đoàn cơ sở trong cơ quan, đơn vị sự nghiệp",
        ),
        (
            "Đối với công đoàn cơ sở trong cơ quan, đơn vị sự nghiệp",
            "công đoàn cơ sở trong cơ quan, đơn vị sự nghiệp",
        ),
        ("ĐỐI VỚI CÁC CÔNG ĐOÀN CƠ SỞ NGOÀI KHU VỰC NHÀ NƯỚC", "Công đoàn cơ sở ngoài khu vực nhà nước"),
        ("TRÁCH NHIỆM CỦA NGƯỜI SỬ DỤNG LAO ĐỘNG", "Người sử dụng lao động"),
    ],
)
def test_headings_say_in_usual_letters_for_whom_their_work_is(heading: str, lead: str) -> None:
    assert _tasks(f"I. {heading}\n1. Mở sổ theo dõi kiến nghị.\n")[0].lead == (lead,)


def test_words_that_the_paper_writes_small_are_small_in_a_name_printed_in_capitals() -> None:
    paper = "I. ĐỐI VỚI BAN CHẤP HÀNH LÂM THỜI\n1. Mở sổ.\n2. Chuyển giao cho ban chấp hành lâm thời trước 30/6/2024.\n"
    assert _tasks(paper)[0].lead == ("Ban Chấp hành lâm thời",)


def test_own_people_are_sent_by_the_body_of_the_heading() -> None:
    paper = (
        "I. TRÁCH NHIỆM CỦA TÒA ÁN NHÂN DÂN TỈNH\n1. Phân công Thẩm phán, Thư ký tham gia báo cáo viên.\n"
        "2. Cử Thanh tra viên hỗ trợ tập huấn.\n"
    )
    assert [task.lead for task in _tasks(paper)] == [("Tòa án nhân dân tỉnh",)] * 2


def test_helpers_are_named_in_small_letters_too() -> None:
    task = _tasks("I. NỘI DUNG\n1. Phối hợp với chủ nhà trọ, người sử dụng lao động mở nhóm trẻ.\n")[0]
    assert task.cooperating == ("chủ nhà trọ", "người sử dụng lao động")


@pytest.mark.parametrize("leader", ["Trưởng tiểu ban", "Lãnh đạo chỉ đạo"])
def test_the_body_of_a_row_leads_and_not_who_heads_it(leader: str) -> None:
    rows = (
        f"PHỤ LỤC\nTT | Tiểu ban | Nội dung | Thời gian | {leader}\n"
        "1 | Tiểu ban Văn kiện | Soạn báo cáo | 31/3/2024 | Đ/c Phạm Thị Tâm\n"
        "2 | Tiểu ban Nhân sự | Xây dựng đề án | 15/4/2024 | Đ/c Lê Nho Thướng\n"
    )
    read = [(task.lead, task.cooperating) for task in _tasks(rows)]
    assert read == [(("Tiểu ban Văn kiện",), ()), (("Tiểu ban Nhân sự",), ())]


def test_how_bodies_are_rated_is_work() -> None:
    paper = (
        "I. ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG\n1. Quy trình\na) Công đoàn cơ sở tự chấm điểm, gửi hồ sơ trước 15/11/2024.\n"
    )
    assert [task.lead for task in _tasks(paper)] == [("Công đoàn cơ sở",)]


def test_what_is_asked_of_a_name_is_asked_once() -> None:
    lines = "1. Giao đ/c Trần Văn Nam lập danh sách.\n2. Văn phòng thuê xe.\n3. Giao đ/c Trần Văn Nam lập dự toán.\n"
    reading = read_text(HEAD + "I. NỘI DUNG\n" + lines)
    asked = [warning.code for warning in reading.warnings if warning.code == "lead_person"]
    assert len(asked) == 1 and ["lead_person" in task.doubts for task in reading.tasks] == [True, False, True]


def test_bodies_that_are_asked_together_at_the_start_are_no_doubt() -> None:
    task = _tasks("I. NỘI DUNG\n1. Đề nghị Sở Xây dựng, Sở Y tế rà soát các khu nhà trọ.\n")[0]
    assert (task.lead, task.doubts) == (("Sở Xây dựng", "Sở Y tế"), ())


@pytest.mark.parametrize(
    "name",
    [
        "Thủ trưởng cơ sở giáo dục",
        "Người đứng đầu cơ sở giáo dục nghề nghiệp",
        "Các cơ sở khám bệnh, chữa bệnh",
        "Các trung tâm giáo dục nghề nghiệp - giáo dục thường xuyên",
        "Mạng lưới an toàn vệ sinh viên",
        "Hòa giải viên lao động",
        "Ban Quản lý Khu kinh tế",
        "Trưởng các ban chuyên đề",
    ],
)
@pytest.mark.parametrize(
    "work",
    [
        "đề cao trách nhiệm, phụ trách địa bàn, mỗi quý dự sinh hoạt một lần.",
        "dự, chỉ đạo đại hội tại đơn vị được phân công.",
        "trình bày báo cáo tài chính tại hội nghị.",
        "chủ trì cùng Văn phòng tổ chức hội nghị.",
    ],
)
def test_a_name_goes_up_to_what_its_bearer_does(name: str, work: str) -> None:
    assert _tasks(f"III. TỔ CHỨC THỰC HIỆN\n1. {name} {work}\n")[0].lead == (name,)


def test_a_name_before_a_verb_that_is_not_known_is_a_doubt() -> None:
    for said in ("tỏ rõ quyết tâm, phụ trách địa bàn.", "xốc vác, phụ trách địa bàn."):
        task = _tasks(f"III. TỔ CHỨC THỰC HIỆN\n1. Trưởng các ban chuyên đề {said}\n")[0]
        assert "lead_name" in task.doubts


def test_who_works_with_others_in_a_later_clause_leads_it_too() -> None:
    said = "Giao Ban Tổ chức tổng hợp; Ủy ban Kiểm tra phối hợp Thanh tra Sở Nội vụ tham gia đoàn; Văn phòng thuê xe."
    task = _tasks(f"I. NỘI DUNG\n1. {said}\n")[0]
    assert task.lead == ("Ban Tổ chức", "Ủy ban Kiểm tra", "Văn phòng")
    assert task.cooperating == ("Thanh tra Sở Nội vụ",)


@pytest.mark.parametrize(
    ("said", "lead"),
    [
        ("Các cấp công đoàn thẩm định dự toán, trình duyệt.", "Các cấp công đoàn"),
        ("Công đoàn cơ sở giám sát thực hiện thỏa ước.", "Công đoàn cơ sở"),
        ("Ban An toàn vệ sinh trao 20 suất quà.", "Ban An toàn vệ sinh"),
    ],
)
def test_a_union_is_no_trade(said: str, lead: str) -> None:
    assert _tasks(f"III. TỔ CHỨC THỰC HIỆN\n1. {said}\n")[0].lead == (lead,)


@pytest.mark.parametrize(
    "said",
    [
        "Đơn vị kiểm tra theo dõi việc khắc phục.",
        "Giám đốc các công ty khai thác hầm lò theo dõi, đôn đốc.",
        "Chuyên viên tổng hợp tổ chức hội nghị.",
        "Công đoàn cơ sở trong doanh nghiệp có trách nhiệm bố trí xe.",
        "Phòng Truyền thông và Phát triển đối tượng bám sát địa bàn.",
        "Ban Nữ công và Siu Blăk thuê xe.",  # somebody else, or more of the name
    ],
)
def test_a_name_before_what_may_be_its_trade_is_a_doubt(said: str) -> None:
    assert "lead_name" in _tasks(f"III. TỔ CHỨC THỰC HIỆN\n1. {said}\n")[0].doubts


def test_a_body_after_a_name_of_unknown_words_is_a_second_one() -> None:
    for name in ("Tổ Tư vấn thương lượng", "Giám đốc Trung tâm Cấp cứu mỏ", "công đoàn bộ phận"):
        plan = f"II. NỘI DUNG\n1. Khảo sát nhà trọ.\nIII. TỔ CHỨC THỰC HIỆN\n1. {name}, Văn phòng chủ trì mục 1.\n"
        assert _tasks(plan)[0].lead == (name, "Văn phòng")


def test_a_body_told_by_its_trade_keeps_it() -> None:
    work = "III. TỔ CHỨC THỰC HIỆN\n1. Đơn vị thi công lập biển báo.\n"
    assert _tasks(work)[0].lead == ("Đơn vị thi công",)
