"""Who has which sections, in any order of words: the body first or the section first, helpers, exceptions."""

from __future__ import annotations

import pytest

from congdoan.documents.reading.reader import read_text

PLAN = """LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN
Số: 12/KH-LĐLĐ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Long An, ngày 05 tháng 01 năm 2024
KẾ HOẠCH
Công tác năm 2024
II. NỘI DUNG
1. Tuyên truyền
1.1. Mở chuyên mục trên báo.
1.2. Treo pano.
2. Chăm lo
2.1. Tặng quà Tết.
2.2. Xây mái ấm.
3. Khảo sát nhà trọ.
4. Tổng kết năm.
III. TỔ CHỨC THỰC HIỆN
"""
SECTIONS = ("II.1.1", "II.1.2", "II.2.1", "II.2.2", "II.3", "II.4")
T, C, N, V = "Ban Tuyên giáo", "Ban Chính sách", "Ban Nữ công", "Văn phòng"


def _leads(*said: str) -> list[str]:
    tasks = read_text(PLAN + "\n".join(said)).tasks
    return ["; ".join(task.lead) for task in tasks if task.section in SECTIONS]


@pytest.mark.parametrize(
    ("said", "leads"),
    [
        (["1. Mục 2.1 và 3: Ban Chính sách; riêng 2.2 Văn phòng đảm trách."], ["", "", C, V, C, ""]),
        (
            ["1. Phân công như sau: mục 1 - Ban Tuyên giáo; mục 2 - Ban Chính sách; mục 3, 4 - Văn phòng."],
            [T, T, C, C, V, V],
        ),
        (["Ban Tuyên giáo: 1.1, 1.2", "Ban Chính sách: 2.1; 3", "Ban Nữ công: 2.2"], [T, T, C, N, C, ""]),
        (["1. Ban Tuyên giáo lo trọn mục 1.", "2. Đối với mục 4, Văn phòng."], [T, T, "", "", "", V]),
        (["1. Các phần còn lại do Ban Tổ chức gánh vác."], ["Ban Tổ chức"] * 6),
        (["1. Nhiệm vụ khảo sát nhà trọ giao Ban Nữ công."], ["", "", "", "", N, ""]),
        (
            ["1. Ban Tuyên giáo chủ trì mục 1.", "2. Văn phòng: theo dõi tiến độ mục 1; trực điện thoại."],
            [T, T, "", "", "", ""],
        ),
        (
            ["| Mục | Đơn vị chủ trì | Phối hợp |", "| 1 | Ban Tuyên giáo | |", "| 2.1, 2.2 | Ban Chính sách | |"],
            [T, T, C, C, "", ""],
        ),
        (
            ["1. Ban Tuyên giáo chủ trì mục 1.", "2. Ban Tổ chức hướng dẫn, kiểm tra việc thực hiện mục 1."],
            [T, T, "", "", "", ""],
        ),
    ],
)
def test_sections_and_bodies_are_put_together_however_they_stand(said: list[str], leads: list[str]) -> None:
    assert _leads(*said) == leads


def test_who_helps_with_a_section_does_not_lead_it() -> None:
    reading = read_text(
        PLAN + "1. Ban Chính sách: thực hiện các mục 2, 3 và phối hợp thực hiện mục 4.\n2. Văn phòng thực hiện mục 4.\n"
        "3. Ban Tuyên giáo chủ trì, Ban Nữ công phối hợp thực hiện mục 1.\n"
    )
    tasks = {task.section: (task.lead, task.cooperating) for task in reading.tasks}
    assert tasks["II.4"] == ((V,), (C,))
    assert tasks["II.1.1"] == ((T,), (N,))


def test_a_section_of_which_only_the_helper_is_said_keeps_its_lead() -> None:
    reading = read_text(PLAN + "1. Ban Chính sách chủ trì từ mục 2.1 đến mục 2.2; riêng mục 2 có Ban Tổ chức phối hợp.")
    tasks = {task.section: (task.lead, task.cooperating) for task in reading.tasks}
    assert tasks["II.2.1"] == tasks["II.2.2"] == ((C,), ("Ban Tổ chức",))


def test_the_sections_of_an_annex_are_not_meant_by_the_next_body() -> None:
    text = PLAN.replace("III. TỔ", "III. TỔ") + (
        "1. Ban Tuyên giáo chủ trì mục 1 và Phụ lục I.\n2. Ban Chính sách chủ trì mục 2.\nNơi nhận:\n- Lưu: VT.\n"
        "TM. BAN THƯỜNG VỤ\nPHỤ LỤC I\nCÁC MÔ HÌNH ĐIỂM\n1. Lập tổ truyền thông.\n2. Mở góc đọc sách.\n"
    )
    tasks = {task.section: task.lead for task in read_text(text).tasks}
    assert (tasks["II.2.1"], tasks["Phụ lục I.2"]) == ((C,), (T,))


def test_the_part_that_one_section_is_said_to_stand_in_holds_for_the_others_of_the_passage() -> None:
    text = PLAN.replace("II. NỘI DUNG", "I. YÊU CẦU\n1. Làm tốt.\n2. Tiết kiệm.\nII. NỘI DUNG") + (
        "1. Văn phòng chủ trì mục 1; chủ trì mục 2.1 và mục 4 phần II."
    )
    tasks = {task.section: task.lead for task in read_text(text).tasks}
    assert [tasks[section] for section in SECTIONS] == [(V,), (V,), (V,), (), (), (V,)]


def test_who_asks_others_under_a_heading_of_its_own_does_the_asking() -> None:
    text = PLAN + "3. Công đoàn cơ sở\n- Đề nghị người sử dụng lao động bố trí xe đưa công nhân về quê.\n"
    assert read_text(text).tasks[-1].lead == ("Công đoàn cơ sở",)


def test_parties_of_an_agreement_may_be_named_in_brackets() -> None:
    text = (
        "CHƯƠNG TRÌNH PHỐI HỢP\nVề khuyến học\n"
        "Liên đoàn Lao động tỉnh (Bên A), Sở Giáo dục và Đào tạo (Bên B) nhất trí "
        "như sau:\nI. TRÁCH NHIỆM CỦA CÁC BÊN\n1. Bên A\n- Khảo sát nhu cầu học nghề.\n2. Bên B\n- Mở lớp buổi tối.\n"
    )
    assert [task.lead for task in read_text(text).tasks] == [
        ("Liên đoàn Lao động tỉnh",),
        ("Sở Giáo dục và Đào tạo",),
    ]


def test_a_heading_in_capitals_addresses_all_whom_it_names() -> None:
    text = PLAN.partition("II. NỘI DUNG")[0] + (
        "II. ĐỐI VỚI LIÊN ĐOÀN LAO ĐỘNG CÁC QUẬN, HUYỆN, CÔNG ĐOÀN NGÀNH\n1. Cập nhật dữ liệu đoàn viên.\n"
    )
    assert read_text(text).tasks[0].lead == ("Liên đoàn Lao động các quận, huyện", "Công đoàn ngành")


@pytest.mark.parametrize(
    "said",
    [
        "1. Văn phòng phối hợp; mục 1 do Ban Tuyên giáo chủ trì.",
        "1. Phối hợp: Văn phòng; mục 1 Ban Tuyên giáo chủ trì.",
        "1. Phối hợp với Văn phòng; riêng mục 1 Ban Tuyên giáo.",
    ],
)
def test_a_passage_may_begin_with_who_helps(said: str) -> None:
    assert _leads(said)[:2] == [T, T]


IN_SECTION = """II. NỘI DUNG
3. Phát triển đoàn viên
3.1. Rà soát, kết nạp đoàn viên.
3.2. Xây dựng phương án sắp xếp bộ máy.
3.3. Tổ chức Hội thi cán bộ công đoàn giỏi.
3.4. Bồi dưỡng nghiệp vụ cho cán bộ cơ sở.
{}
4. Công tác nữ công
4.1. Thăm hỏi nữ công nhân.
"""


@pytest.mark.parametrize(
    "said",
    [
        "Giao Ban Tổ chức chủ trì thực hiện các nội dung 3.1, 3.2, 3.4; nội dung 3.3 giao Ban Tuyên giáo chủ trì, "
        "Ban Tổ chức phối hợp.",
        "Ban Tổ chức chủ trì các nội dung 3.1, 3.2 và 3.4; Ban Tuyên giáo chủ trì nội dung 3.3.",
        "Phân công Ban Tổ chức thực hiện 3.1, 3.2, 3.4; Ban Tuyên giáo thực hiện 3.3.",
        "Giao Ban Tổ chức chủ trì mục 3.1 đến 3.2 và 3.4, Ban Tuyên giáo chủ trì mục 3.3.",
        "(Ban Tổ chức: 3.1, 3.2, 3.4; Ban Tuyên giáo: 3.3)",
        "Giao Ban Tổ chức thực hiện các việc 3.1, 3.2, 3.4; việc 3.3 giao Ban Tuyên giáo.",
        "Ban Tổ chức tham mưu thực hiện các nhiệm vụ 3.1, 3.2, 3.4; riêng nhiệm vụ 3.3 Ban Tuyên giáo chủ trì.",
        "Phân công: Ban Tổ chức (3.1, 3.2, 3.4), Ban Tuyên giáo (3.3).",
        "Giao cho Ban Tổ chức chịu trách nhiệm các mục 3.1, 3.2, 3.4 và Ban Tuyên giáo chịu trách nhiệm mục 3.3.",
        "Đề nghị Ban Tổ chức chủ trì điểm 3.1, 3.2 và 3.4; điểm 3.3: Ban Tuyên giáo.",
    ],
)
def test_a_line_at_the_end_of_a_section_says_who_has_what_in_it(said: str) -> None:
    tasks = read_text(PLAN.partition("II. NỘI DUNG")[0] + IN_SECTION.format(said)).tasks
    o = ("Ban Tổ chức",)
    assert [(task.section, task.lead) for task in tasks] == [
        ("II.3.1", o), ("II.3.2", o), ("II.3.3", (T,)), ("II.3.4", o), ("II.4.1", ()),
    ]  # fmt: skip
