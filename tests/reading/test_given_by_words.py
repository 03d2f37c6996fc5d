"""Who has which work where it is given in turn, by its own words, in part, or but for something."""

from __future__ import annotations

import pytest

from congdoan.documents.reading.model import PlanReading, Task
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
1.2. Tư vấn pháp luật lưu động tại khu nhà trọ.
2. Chăm lo
2.1. Tặng quà Tết.
2.2. Xây mái ấm công đoàn.
3. Khảo sát nhà trọ công nhân.
4. Tổng kết năm.
III. TỔ CHỨC THỰC HIỆN
"""
SECTIONS = ("II.1.1", "II.1.2", "II.2.1", "II.2.2", "II.3", "II.4")
T, C, N, V = "Ban Tuyên giáo", "Ban Chính sách", "Ban Nữ công", "Văn phòng"


def _read(*said: str) -> PlanReading:
    return read_text(PLAN + "\n".join(said) + "\n")


def _leads(*said: str) -> list[str]:
    return ["; ".join(task.lead) for task in _read(*said).tasks if task.section in SECTIONS]


def _of(reading: PlanReading, section: str) -> Task:
    return next(task for task in reading.tasks if task.section == section)


@pytest.mark.parametrize(
    ("said", "leads"),
    [
        ("Ban Tuyên giáo, Ban Chính sách lần lượt chủ trì mục 1, mục 2.", [T, T, C, C, "", ""]),
        ("Mục 1, mục 2 và mục 3 lần lượt do Ban Tuyên giáo, Ban Chính sách và Văn phòng chủ trì.", [T, T, C, C, V, ""]),
        ("Ban Tuyên giáo, Ban Chính sách chủ trì mục 1 và mục 2 theo thứ tự.", [T, T, C, C, "", ""]),
        ("Ban Tuyên giáo, Ban Chính sách và Văn phòng theo thứ tự phụ trách mục 1, 2, 3.", [T, T, C, C, V, ""]),
    ],
)
def test_bodies_and_sections_go_together_one_by_one(said: str, leads: list[str]) -> None:
    assert _leads(f"1. {said}") == leads


def test_lists_of_unequal_length_that_go_together_are_a_doubt() -> None:
    task = _of(_read("1. Ban Tuyên giáo, Ban Chính sách, Văn phòng lần lượt chủ trì mục 1, mục 2."), "II.2.1")
    assert "lead_scope" in task.doubts


@pytest.mark.parametrize(
    "said",
    [
        "Ban Tuyên giáo chủ trì mục 1. Riêng nội dung tư vấn pháp luật lưu động do Ban Nữ công chủ trì.",
        "Ban Tuyên giáo chủ trì mục 1, riêng nội dung tư vấn pháp luật lưu động do Ban Nữ công chủ trì.",
        "Ban Tuyên giáo chủ trì mục 1 (trừ nội dung tư vấn pháp luật lưu động do Ban Nữ công chủ trì).",
        "Ban Tuyên giáo chủ trì mục 1; riêng việc tư vấn pháp luật lưu động giao Ban Nữ công.",
        "Ban Tuyên giáo chủ trì mục 1. Còn nội dung tư vấn pháp luật lưu động thì Ban Nữ công chủ trì.",
        "Ban Tuyên giáo chủ trì mục 1; đối với nội dung tư vấn pháp luật lưu động, Ban Nữ công chủ trì.",
        "Ban Tuyên giáo chủ trì mục 1, riêng tư vấn pháp luật lưu động do Ban Nữ công chủ trì.",
    ],
)
def test_work_is_taken_out_of_a_section_by_its_own_words(said: str) -> None:
    assert _leads(f"1. {said}") == [T, N, "", "", "", ""]


def test_work_taken_out_that_stands_nowhere_is_a_doubt_and_no_task() -> None:
    reading = _read("1. Ban Tuyên giáo chủ trì mục 1. Riêng nội dung tổ chức hội thao do Văn phòng chủ trì.")
    assert [task.section for task in reading.tasks] == list(SECTIONS)
    assert "quote_unknown" in {warning.code for warning in reading.warnings}


@pytest.mark.parametrize(
    ("said", "leads"),
    [
        ("Ban Nữ công chủ trì nội dung tư vấn pháp luật lưu động tại mục 1.", ["", N, "", "", "", ""]),
        ("Ban Chính sách chủ trì mục 2 và kế hoạch khảo sát nhà trọ.", ["", "", C, C, C, ""]),
        ("Toàn bộ phần II do Ban Tuyên giáo chủ trì, trừ mục 4.", [T, T, T, T, T, ""]),
        ("Phần II do Ban Tuyên giáo chủ trì, ngoại trừ mục 4 do Văn phòng thực hiện.", [T, T, T, T, T, V]),
        ("Các nội dung còn lại: giao Văn phòng; đồng thời dự toán kinh phí trước ngày 10/4/2024.", [V] * 6),
    ],
)
def test_part_of_a_section_more_than_sections_and_all_but_one(said: str, leads: list[str]) -> None:
    assert _leads(f"1. {said}") == leads


@pytest.mark.parametrize(
    ("said", "leads"),
    [
        ("Ban Tuyên giáo (mục 1), Ban Chính sách (mục 2), Văn phòng (mục 3, 4).", [T, T, C, C, V, V]),
        ("Ngoài mục 4 do Văn phòng chủ trì, các mục khác do Ban Tuyên giáo chủ trì.", [T, T, T, T, T, V]),
        ("Ban Tuyên giáo chủ trì mục 1.1; mục 1.2 giao Ban Nữ công; còn lại giao Văn phòng.", [T, N, V, V, V, V]),
        ("Ban Tuyên giáo chủ trì phần việc tại mục 1, báo cáo trước ngày 15/11/2024.", [T, T, "", "", "", ""]),
        ("Ban Nữ công chủ trì các hoạt động lưu động tại mục 1.2.", ["", N, "", "", "", ""]),
        ("Ban Chính sách chủ trì nội dung “Tuyên truyền” tại phần II.", [C, C, "", "", "", ""]),
        (
            "Các đồng chí: Nguyễn Văn An phụ trách mục 1, Lê Thị Bình phụ trách mục 2.",
            ["Nguyễn Văn An"] * 2 + ["Lê Thị Bình"] * 2 + ["", ""],
        ),
    ],
)
def test_each_body_has_what_stands_beside_it(said: str, leads: list[str]) -> None:
    assert _leads(f"1. {said}") == leads


def test_the_last_of_two_bodies_before_the_word_helps() -> None:
    task = _of(_read("1. Các nội dung tại mục 3: Ban Nữ công, Văn phòng phối hợp."), "II.3")
    assert (task.lead, task.cooperating) == ((N,), (V,))


def test_what_a_body_does_besides_changes_nothing_of_what_it_was_given() -> None:
    reading = _read("1. Ban Chính sách chủ trì mục 2, tham mưu phân công Ủy viên Ban Chấp hành phụ trách các đơn vị.")
    assert [task.lead for task in reading.tasks if task.lead] == [(C,)] * 3
    reading = _read("1. Văn phòng", "- Chủ trì mục 4, chủ trì biên soạn tờ gấp pháp luật trước ngày 30/4/2024.")
    assert (_of(reading, "II.4").lead, reading.tasks[-1].section) == ((V,), "III.1")


def test_who_works_with_another_on_a_section_helps_where_that_leads() -> None:
    said = "1. Ban Tuyên giáo chủ trì phần 1, phối hợp với Ban Chính sách thực hiện mục 2."
    task = _of(_read(said, "2. Ban Chính sách: chịu trách nhiệm chính mục 2."), "II.2.1")
    assert (task.lead, task.cooperating) == ((C,), (T,))
    said = "1. Ban Tuyên giáo: mục 1; phối hợp với kế toán thực hiện mục 2."
    task = _of(_read(said, "2. Kế toán: chịu trách nhiệm chính mục 2; bố trí kinh phí."), "II.2.1")
    assert (task.lead, task.cooperating) == (("Kế toán",), (T,))


def test_all_parties_of_a_joint_paper_lead_what_they_work_on_together() -> None:
    reading = _read("1. Trách nhiệm chung", "- Ba tổ chức phối hợp thực hiện mục 4.")
    assert (_of(reading, "II.4").lead, _of(reading, "II.4").cooperating) == (("Ba tổ chức",), ())


def test_an_assignment_of_the_very_task_wins_over_a_bare_name_in_its_brackets() -> None:
    plan = PLAN.replace("công nhân.\n4", "công nhân (Công ty cổ phần Tân Phú).\n4")
    task = _of(read_text(plan + "1. Đ/c Trần Văn Dũng - Phó Chủ tịch: phụ trách mục 3.\n"), "II.3")
    assert (task.lead, "lead_differs" in task.doubts) == (("Trần Văn Dũng - Phó Chủ tịch",), True)


def test_a_member_is_told_by_what_he_has_charge_of_before_a_colon() -> None:
    task = _of(_read("1. Đồng chí Ủy viên Ban Thường vụ phụ trách nữ công: mục 4 và mục 2.2."), "II.4")
    assert task.lead == ("Ủy viên Ban Thường vụ phụ trách nữ công",)


def test_the_standing_organ_has_work_of_its_own() -> None:
    reading = _read("1. Ban Chính sách là cơ quan thường trực, chịu trách nhiệm mục 2.")
    assert (_of(reading, "II.2.1").lead, _of(reading, "III.1").lead) == ((C,), (C,))


def test_words_of_a_clause_that_were_not_understood_are_a_doubt_at_the_work_it_gives() -> None:
    task = _of(_read("1. Ban Chính sách chủ trì mục 2 quanh dãy bảng hiệu phía cổng sau."), "II.2.1")
    assert (task.lead, task.doubts) == ((C,), ("lead_scope",))


def test_a_section_that_is_named_without_effect_is_a_doubt_at_the_sentence_and_its_work() -> None:
    reading = _read("1. Ban Chính sách chủ trì mục 2.", "2. Nhận mục 4: còn chờ bố trí người.")
    warned = [reading.text[one.start : one.end] for one in reading.warnings if one.code == "lead_scope"]
    assert any("Nhận mục 4" in passage for passage in warned) and "lead_scope" in _of(reading, "II.4").doubts


@pytest.mark.parametrize(
    ("said", "leads"),
    [
        ("Mục 1: Ban Tuyên giáo tham mưu; mục 2: Ban Chính sách; các mục khác: Văn phòng.", [T, T, C, C, V, V]),
        ("Ban Tuyên giáo đảm nhận toàn bộ mục 1, trừ 1.2 (giao Văn phòng).", [T, V, "", "", "", ""]),
        ("Ban Tuyên giáo và Văn phòng cùng thực hiện mục 1.", [f"{T}; {V}", f"{T}; {V}", "", "", "", ""]),
        (
            "Ban Thường vụ phân công Ban Tuyên giáo thực hiện mục 1, Ban Chính sách thực hiện mục 2.",
            [T, T, C, C, "", ""],
        ),
        (
            "Giao Ban Tuyên giáo thực hiện mục 1 trong quý I, Ban Chính sách thực hiện mục 3 trong quý II.",
            [T, T, "", "", C, ""],
        ),
        ("Ban Tuyên giáo chủ trì, phối hợp với Văn phòng, Ban Nữ công thực hiện mục 1.", [T, T, "", "", "", ""]),
    ],
)
def test_one_sentence_gives_each_body_its_sections(said: str, leads: list[str]) -> None:
    assert _leads(f"1. {said}") == leads


def test_a_body_named_before_the_one_that_has_the_section_has_it_too_with_a_doubt() -> None:
    task = _of(_read("1. Phòng Quản lý thu, Văn phòng chủ trì mục 2."), "II.2.1")
    assert (task.lead, task.doubts) == (("Phòng Quản lý thu", "Văn phòng"), ("two_leads",))
