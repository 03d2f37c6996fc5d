"""Who leads a task: what the implementation part, a heading, a bracket or the sentence itself says."""

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
I. MỤC ĐÍCH
Nâng cao chất lượng hoạt động.
II. NỘI DUNG
1. Tuyên truyền
a) Tổ chức hội nghị quán triệt nghị quyết.
b) Biên soạn tài liệu hỏi đáp cho đoàn viên.
2. Chăm lo
- Thăm, tặng quà đoàn viên khó khăn.
- Xây dựng 10 nhà mái ấm công đoàn.
3. Khảo sát doanh nghiệp chưa có công đoàn.
III. TỔ CHỨC THỰC HIỆN
"""
ALL = ("II.1.a", "II.1.b", "II.2", "II.2", "II.3")


def plan(*sentences: str) -> PlanReading:
    return read_text(HEAD + "\n".join(sentences))


def leads(reading: PlanReading) -> list[tuple[str, ...]]:
    return [task.lead for task in reading.tasks if task.section in ALL]


A, B, C = ("Ban Tuyên giáo",), ("Văn phòng",), ("Ban Tổ chức",)
RULES = [
    (["1. Ban Tuyên giáo chủ trì thực hiện từ mục 1 đến mục 3 phần II."], [A, A, A, A, A]),
    (
        ["1. Ban Tuyên giáo chủ trì mục 1; mục 3 phần II.", "2. Văn phòng chủ trì các nội dung còn lại."],
        [A, A, B, B, A],
    ),
    (["1. Ban Tuyên giáo chủ trì khoản 1, 2 Mục II, trừ điểm b mục 1 do Văn phòng chủ trì."], [A, B, A, A, ()]),
    (["1. Mục 3 phần II do Ban Tổ chức chủ trì."], [(), (), (), (), C]),
    (["1. Ban Tuyên giáo chủ trì ý thứ hai của mục 2 và mục 1 phần II."], [A, A, (), A, ()]),
    (['1. Văn phòng chủ trì nội dung "Xây dựng 10 nhà mái âm công đoàn".'], [(), (), (), B, ()]),
    (["1. Ban Tổ chức, Văn phòng: phối hợp thực hiện mục 3 phần II."], [(), (), (), (), ()]),
]


@pytest.mark.parametrize(("sentences", "expected"), RULES)
def test_the_lead_is_what_the_implementation_part_says(sentences: list[str], expected: list[tuple[str, ...]]) -> None:
    assert leads(plan(*sentences)) == expected


def test_who_helps_with_a_section_does_not_help_with_the_later_work_of_the_sentence() -> None:
    reading = plan(
        "1. Ban Tuyên giáo chủ trì, phối hợp với Văn phòng thực hiện mục 1 phần II; báo cáo kết quả trước ngày 10/12."
    )
    last = reading.tasks[-1]
    assert (last.section, last.lead, last.cooperating) == ("III.1", ("Ban Tuyên giáo",), ())


DECISION = """UBND TỈNH HÒA BÌNH
SỞ Y TẾ
Số: 1026/QĐ-SYT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Hòa Bình, ngày 11 tháng 9 năm 2023
QUYẾT ĐỊNH
Về việc giao nhiệm vụ mua sắm thuốc
GIÁM ĐỐC SỞ Y TẾ TỈNH HÒA BÌNH
Căn cứ Luật Dược ngày 06 tháng 4 năm 2016;
QUYẾT ĐỊNH:
Điều 1. Giao nhiệm vụ cho các đơn vị như sau:
1. Phòng Nghiệp vụ thẩm định kế hoạch trước ngày 30/9/2023.
A. THANH TRA SỞ
- Kiểm tra 04 đơn vị.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
GIÁM ĐỐC
"""


def test_who_decides_stands_over_the_articles_and_signs_under_them() -> None:
    tasks = read_text(DECISION).tasks
    assert [(task.text[:10], task.lead) for task in tasks] == [
        ("Phòng Nghi", ("Phòng Nghiệp vụ",)),
        ("Kiểm tra 0", ("Thanh tra Sở",)),
    ]


def test_the_offices_of_a_youth_union_are_named_without_it() -> None:
    text = HEAD.replace("LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN", "ĐOÀN TNCS HỒ CHÍ MINH\nBCH TỈNH LONG AN")
    reading = read_text(text.replace("LĐLĐ", "TĐ") + "1. Ban Phong trào Tỉnh đoàn chủ trì mục 3 phần II.")
    assert leads(reading)[-1] == ("Ban Phong trào",)


def test_a_line_that_one_piece_of_work_lacks_is_not_taken_from_the_next_one() -> None:
    text = HEAD.replace(
        "- Thăm, tặng quà đoàn viên khó khăn.\n- Xây dựng 10 nhà mái ấm công đoàn.\n",
        "Nhiệm vụ 1. Thăm, tặng quà đoàn viên khó khăn.\nCơ quan chủ trì: Văn phòng.\n"
        "Nhiệm vụ 2. Xây dựng 10 nhà mái ấm công đoàn.\nCơ quan chủ trì: Ban Tổ chức.\nSản phẩm: Nhà đã bàn giao.\n",
    )
    tasks = [task for task in read_text(text).tasks if task.section == "II.2"]
    assert [(task.text[:8], task.lead, task.product) for task in tasks] == [
        ("Thăm, tặ", ("Văn phòng",), None),
        ("Xây dựng", ("Ban Tổ chức",), "Nhà đã bàn giao"),
    ]


def test_what_only_says_that_the_plan_is_carried_out_is_no_work() -> None:
    reading = plan(
        "1. Các công đoàn cơ sở căn cứ Kế hoạch này tổ chức thực hiện phù hợp với đặc điểm của đơn vị.",
        "Trong quá trình thực hiện, Kế hoạch có thể được điều chỉnh cho phù hợp với tình hình thực tế.",
    )
    assert [task.text for task in reading.tasks if task.section not in ALL] == []


def test_a_section_that_does_not_exist_is_a_doubt_and_gives_no_lead() -> None:
    reading = plan("1. Văn phòng chủ trì mục 4 phần IV.")
    assert "section_unknown" in {warning.code for warning in reading.warnings}
    assert set(leads(reading)) == {()}


def test_two_bodies_with_the_same_section_are_a_doubt() -> None:
    reading = plan("1. Ban Tuyên giáo chủ trì mục 3 phần II.", "2. Văn phòng chủ trì mục 3 phần II.")
    task = next(task for task in reading.tasks if task.section == "II.3")
    assert (task.lead, "two_leads" in task.doubts) == ((*A, *B), True)


def test_a_passage_that_hands_over_sections_and_gives_new_work_is_a_task_as_a_whole() -> None:
    reading = plan("1. Ban Tuyên giáo chủ trì mục 1 phần II; báo cáo kết quả trước ngày 15/12/2024.")
    task = reading.tasks[-1]
    assert task.text.startswith("Ban Tuyên giáo chủ trì") and task.lead == A


def test_a_bracket_at_the_end_names_lead_and_helpers() -> None:
    text = HEAD.replace("hỏi đáp cho đoàn viên.", "hỏi đáp (Ban Tổ chức chủ trì, Văn phòng phối hợp; quý I/2024).")
    task = read_text(text).tasks[1]
    assert (task.lead, task.cooperating, str(task.due and task.due.date)) == (C, B, "2024-03-31")


def test_a_heading_that_addresses_bodies_holds_for_what_stands_under_it() -> None:
    reading = plan(
        "1. Đối với công đoàn cơ sở", "- Rà soát đoàn viên.", "2. Ban Chính sách pháp luật", "- Lập danh sách."
    )
    assert [task.lead for task in reading.tasks[-2:]] == [("công đoàn cơ sở",), ("Ban Chính sách pháp luật",)]


def test_general_sentences_give_no_work() -> None:
    reading = plan(
        "1. Các cấp công đoàn nghiêm túc triển khai thực hiện Kế hoạch này.",
        "2. Các ban căn cứ chức năng, nhiệm vụ phối hợp thực hiện.",
        "Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Văn phòng.",
    )
    assert len(reading.tasks) == len(ALL)


def test_what_may_be_work_and_was_passed_over_is_a_doubt() -> None:
    reading = plan("Trên đây là kế hoạch, đề nghị các đơn vị báo cáo kết quả trước ngày 15/12/2024.")
    doubt = next(warning for warning in reading.warnings if warning.code == "maybe_work")
    assert "báo cáo kết quả" in reading.text[doubt.start : doubt.end]


def test_a_plan_enclosed_by_a_decision_is_read_as_a_plan() -> None:
    decision = (
        "QUYẾT ĐỊNH\nBan hành kế hoạch\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch năm 2024.\n"
        "Điều 2. Văn phòng, các ban chịu trách nhiệm thi hành Quyết định này.\nTM. BAN THƯỜNG VỤ\n"
    )
    reading = read_text(decision + HEAD[HEAD.index("KẾ HOẠCH") :] + "1. Văn phòng chủ trì mục 3 phần II.")
    assert [(task.section, task.lead) for task in reading.tasks][-1] == ("II.3", B)
    assert all(task.section in ALL for task in reading.tasks)


def test_a_title_that_ends_with_a_word_of_two_syllables_takes_no_item_into_itself() -> None:
    reading = read_text(HEAD.replace("2. Chăm lo\n", "2. Chuẩn bị báo cáo kiểm điểm\n"))
    assert [task.text for task in reading.tasks if task.section == "II.2"] == [
        "Thăm, tặng quà đoàn viên khó khăn.",
        "Xây dựng 10 nhà mái ấm công đoàn.",
    ]


def test_work_that_follows_what_a_sentence_hands_over_is_a_task_of_the_same_body() -> None:
    reading = plan("1. Ban Tổ chức chủ trì mục 2, tham mưu sơ kết 6 tháng, tổng kết năm.")
    assert leads(reading)[2:4] == [C, C]
    assert [task.lead for task in reading.tasks if task.section == "III.1"] == [C]


def test_each_of_several_persons_in_one_sentence_leads_what_follows_the_name() -> None:
    reading = plan("1. Đ/c Chủ tịch phụ trách mục 1, đ/c Phó Chủ tịch phụ trách mục 2; cán bộ kế toán phụ trách mục 3.")
    assert leads(reading) == [("Chủ tịch",)] * 2 + [("Phó Chủ tịch",)] * 2 + [("cán bộ kế toán",)]
    assert [task.section for task in reading.tasks if "lead_name" in task.doubts] == ["II.3"]


def test_a_body_with_work_of_its_own_in_a_later_clause_leads_too_and_is_a_doubt() -> None:
    text = HEAD.replace("Khảo sát doanh", "Giao Văn phòng xây dựng kịch bản; Sở Nội vụ tổng hợp kiến nghị của doanh")
    (task,) = [task for task in read_text(text).tasks if task.section == "II.3"]
    assert task.lead == ("Văn phòng", "Sở Nội vụ") and "two_leads" in task.doubts


def test_a_body_at_the_end_of_a_task_leads_it_and_is_doubtful_when_its_name_is_not_known() -> None:
    text = HEAD.replace("chưa có công đoàn.", "mới: ngày 18/11/2024, Ban Nữ công phụ trách.").replace(
        "khó khăn.", "khó khăn. Công chức văn hóa - xã hội thực hiện."
    )
    tasks = {task.text[:9]: task for task in read_text(text).tasks}
    assert tasks["Khảo sát "].lead == ("Ban Nữ công",)
    assert tasks["Thăm, tặn"].lead == ("Công chức văn hóa - xã hội",) and "lead_name" in tasks["Thăm, tặn"].doubts


def test_closing_sentences_without_new_work_give_no_task() -> None:
    reading = plan(
        "Đề nghị toàn thể đoàn viên tham gia đầy đủ.",
        "Mọi thông tin xin liên hệ bà Trần Thị Bích.",
        "Kế hoạch có hiệu lực từ ngày ký.",
    )
    assert [task.section for task in reading.tasks] == list(ALL)


def test_an_item_under_a_title_that_ends_with_the_word_law_stays_an_item() -> None:
    text = HEAD.replace("2. Chăm lo", "2. Phổ biến Luật")
    assert [task.text for task in read_text(text).tasks if task.section == "II.2"] == [
        "Thăm, tặng quà đoàn viên khó khăn.",
        "Xây dựng 10 nhà mái ấm công đoàn.",
    ]


def test_of_two_bodies_in_a_task_the_one_that_leads_is_the_lead() -> None:
    text = HEAD.replace("chưa có công đoàn.", "mới: giao Trường Chính trị phối hợp, Ban Tổ chức chủ trì; xong quý II.")
    (task,) = [task for task in read_text(text).tasks if task.section == "II.3"]
    assert task.lead == ("Ban Tổ chức",)


def work(*lines: str) -> dict[str, tuple[tuple[str, ...], tuple[str, ...], str | None]]:
    """By their first word, the leads, helpers and day of tasks that stand in the contents of a plan."""
    reading = read_text(HEAD.partition("1. Tuyên truyền")[0] + "\n".join(lines))
    return {
        task.text.partition(" ")[0]: (
            task.lead,
            task.cooperating,
            str(task.due.date) if task.due and task.due.date else None,
        )
        for task in reading.tasks
    }


def test_titles_without_numbers_over_lists_are_sections_that_are_handed_over_by_their_words() -> None:
    found = work(
        "Đổi mới tuyên truyền",
        "- Biên soạn tài liệu cho đoàn viên.",
        "Nâng cao chất lượng chăm lo",
        "- Xây dựng 10 nhà mái ấm.",
        "III. TỔ CHỨC THỰC HIỆN",
        '1. Giao Ban Tuyên giáo chủ trì nhóm nhiệm vụ "Đổi mới tuyên truyền".',
        '2. Văn phòng chủ trì, Ban Nữ công phối hợp thực hiện nhóm nhiệm vụ "Nâng cao chất lượng chăm lo".',
    )
    assert found == {"Biên": (A, (), None), "Xây": (B, ("Ban Nữ công",), None)}


def test_a_line_of_who_does_it_holds_for_its_list_but_for_what_it_excepts() -> None:
    assert work(
        "1. Tổ chức, kiểm tra",
        "a) Hướng dẫn kiện toàn ủy ban kiểm tra.",
        "b) Kiểm tra việc chấp hành Điều lệ.",
        "Đơn vị thực hiện: Văn phòng; riêng điểm a do Ban Tổ chức chủ trì.",
    ) == {"Hướng": (C, (), None), "Kiểm": (B, (), None)}


def test_a_second_body_after_a_comma_has_its_part_of_what_is_given() -> None:
    found = work("1. Giao Ban Kinh tế giám sát việc thu kinh phí, Văn phòng theo dõi và báo cáo Ban Thường vụ.")
    assert found["Giao"][0] == ("Ban Kinh tế", "Văn phòng")
    found = work("1. Sở Y tế giao Phòng Nghiệp vụ, Công an tỉnh giao Phòng Tham mưu làm đầu mối theo dõi.")
    assert "Công an tỉnh" not in found["Sở"][0]


def test_whom_the_first_of_two_orders_is_given_to_leads() -> None:
    found = work("1. Hội nghị giao Ban Thường vụ xây dựng kế hoạch, phân công các ủy viên phụ trách cơ sở.")
    assert found["Hội"][0] == ("Ban Thường vụ",)


def test_the_limit_of_who_is_given_the_work_is_that_of_the_work() -> None:
    reading = plan("1. Văn phòng phụ trách mục 3 phần II; hoàn thành trước ngày 20/7/2024.")
    (task,) = [task for task in reading.tasks if task.section == "II.3"]
    assert task.lead == B and task.due and str(task.due.date) == "2024-07-20"
    assert task.due.doubts == ("due_of_heading",)
    assert [task.section for task in reading.tasks] == list(ALL)
    found = work(
        "1. Thống nhất tổ chức hội thi trong tháng 11/2024. Giao Văn phòng hoàn chỉnh kế hoạch trước 30/9/2024."
    )
    assert found["Thống"] == (B, (), "2024-09-30")


def test_who_cooperates_is_told_in_a_clause_after_the_sections() -> None:
    reading = plan("1. Văn phòng chủ trì mục 3 phần II; phối hợp: Ban Tổ chức.")
    assert [(task.lead, task.cooperating) for task in reading.tasks if task.section == "II.3"] == [(B, C)]


def test_what_is_told_under_a_title_is_about_the_title() -> None:
    found = work(
        "1. Hội thi cô nuôi giỏi",
        "- Nội dung: thi lý thuyết và thực hành.",
        "- Thời gian: ngày 21/02/2024.",
        "- Thực hiện: Ban Tổ chức.",
    )
    assert found == {"Hội": (C, (), "2024-02-21")}


def test_a_sentence_after_its_topic_is_work_of_the_body_it_names() -> None:
    found = work("1. Chăm lo", "Về nhà ở: Ban Tổ chức lập danh sách, gửi trước ngày 10/9/2024.")
    assert found["Về"] == (C, (), "2024-09-10")


def test_a_resolution_given_to_be_carried_out_is_led_by_whom_it_is_given_to() -> None:
    text = HEAD.replace("KẾ HOẠCH", "NGHỊ QUYẾT") + "1. Giao Ban Tổ chức tổ chức thực hiện Nghị quyết."
    reading = read_text(text)
    assert leads(reading) == [C] * len(ALL)
    assert all("lead_of_whole" in task.doubts for task in reading.tasks if task.section in ALL)


def test_what_was_praised_or_passed_is_no_work_but_a_later_sentence_is() -> None:
    found = work(
        "1. Biểu dương Liên đoàn Lao động huyện đã giải quyết 06 vụ ngừng việc.",
        "2. Đồng ý hỗ trợ 03 mái ấm. Ban Tổ chức bố trí kinh phí trong tháng 10/2024.",
    )
    assert found == {"Đồng": (C, (), "2024-10-31")}
