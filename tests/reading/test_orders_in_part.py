"""An order of which a part was not understood is doubted at the work that it gives; one without effect at itself."""

from __future__ import annotations

import pytest

from congdoan.documents.reading.model import PlanReading
from congdoan.documents.reading.reader import read_text

PLAN = """LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN
Số: 12/KH-LĐLĐ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Long An, ngày 05 tháng 01 năm 2024
KẾ HOẠCH
Công tác năm 2024
I. TỔ CHỨC BỘ MÁY
3. Sắp xếp công đoàn cơ sở.
4. Kiện toàn ban chấp hành.
II. NỘI DUNG
1. Tuyên truyền
1.1. Mở chuyên mục trên báo.
1.2. Treo pano.
2. Chăm lo
2.1. Tặng quà Tết.
2.2. Xây mái ấm.
III. TỔ CHỨC THỰC HIỆN
"""


def _read(said: str) -> PlanReading:
    return read_text(f"{PLAN}1. {said}\n")


def _doubted(reading: PlanReading, code: str) -> set[str]:
    return {task.section for task in reading.tasks if code in task.doubts}


@pytest.mark.parametrize(
    ("said", "sections"),
    [
        ("Ban Chính sách chủ trì mục 2 và nội dung tổ chức học tập, quán triệt tại mục 1.", {"II.1.1", "II.1.2"}),
    ],
)
def test_work_handed_over_in_words_not_all_understood_is_doubted(said: str, sections: set[str]) -> None:
    assert sections <= _doubted(_read(said), "lead_scope")


def test_a_member_with_a_charge_and_helpers_of_a_part_are_read_whole() -> None:
    led = {task.section: task for task in _read("Ủy viên Ban Thường vụ phụ trách công tác nữ công: mục 2.").tasks}
    assert led["II.2.1"].lead == ("Ủy viên Ban Thường vụ phụ trách công tác nữ công",)
    said = "Ban Tổ chức chủ trì phần I, phối hợp với Ban Tài chính thực hiện mục 2 phần II."
    led = {task.section: task for task in _read(said).tasks}
    assert (led["I.3"].cooperating, led["II.2.1"].cooperating) == ((), ("Ban Tài chính",))
    assert "lead_works_with" in led["II.2.1"].doubts


@pytest.mark.parametrize(
    "said",
    [
        "Ban Chính sách chủ trì, phối hợp với Văn phòng thực hiện mục 1 và các nội dung còn lại của mục 2.",
        "Văn phòng là cơ quan thường trực, trực tiếp chỉ đạo mục 1 và mục 2.2.",
        "Ban Tuyên giáo chủ trì nội dung “Treo pano” thuộc mục 1 và mục 2.",
    ],
)
def test_plain_words_beside_sections_are_no_doubt(said: str) -> None:
    assert _doubted(_read(said), "lead_scope") == set()


def test_a_second_body_that_acts_in_a_sentence_leads_too_and_is_doubted() -> None:
    line = "Các công đoàn cơ sở gửi ít nhất 02 bài, LĐLĐ các huyện gửi ít nhất 10 bài dự thi trước ngày 05/11/2024."
    one = "Các công đoàn cơ sở gửi ít nhất 02 bài, xong trước ngày 05/11/2024."
    tasks = read_text(PLAN.replace("1.2. Treo pano.", f"1.2. {line}\n1.3. {one}")).tasks
    found = [(task.lead, "two_leads" in task.doubts) for task in tasks if task.section in ("II.1.2", "II.1.3")]
    assert found == [(("Các công đoàn cơ sở", "LĐLĐ các huyện"), True), (("Các công đoàn cơ sở",), False)]


@pytest.mark.parametrize(
    "said",
    [
        "Ban Chính sách là đơn vị đầu mối, thực hiện mục 1.",
        "Ban Tổ chức chủ trì mục 1, tham mưu phân công Ủy viên Ban Chấp hành phụ trách các đơn vị.",
    ],
)
def test_an_order_with_work_of_its_own_is_doubted_or_a_task(said: str) -> None:
    reading = _read(said)
    doubted = any(warning.code == "maybe_work" and said[4:20] in reading.text for warning in reading.warnings)
    assert doubted or any(task.text == said for task in reading.tasks)


def test_a_helper_that_may_end_with_the_issuer_is_doubted() -> None:
    text = PLAN.replace("LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN", "SỞ NỘI VỤ").replace("KH-LĐLĐ", "KH-SNV")
    reading = read_text(text.replace("Treo pano.", "Phòng Lao động chủ trì, phối hợp với Văn phòng Sở treo pano."))
    assert "cooperating_name" in {doubt for task in reading.tasks for doubt in task.doubts}


def test_an_exception_that_meets_no_section_is_doubted_at_the_work_that_it_is_taken_from() -> None:
    vain = "Ban Chính sách chủ trì phần II. Riêng nội dung tư vấn pháp luật do Trung tâm Tư vấn pháp luật chủ trì."
    found = "Ban Chính sách chủ trì phần II. Riêng mục 1 phần II do Ban Tuyên giáo chủ trì."
    sections = {"II.1.1", "II.1.2", "II.2.1", "II.2.2"}
    assert sections <= _doubted(_read(vain), "lead_exception")
    assert not _doubted(_read(found), "lead_exception")


def test_a_bracketed_exception_ends_with_its_bracket() -> None:
    reading = _read("Ban Chính sách chủ trì mục 1 (trừ mục 1.2), mục 2.1; Văn phòng chủ trì mục 2.2.")
    leads = {task.section: task.lead for task in reading.tasks}
    assert leads["II.1.1"] == leads["II.2.1"] == ("Ban Chính sách",)
    assert leads["II.2.2"] == ("Văn phòng",)


def test_a_body_of_unknown_words_is_doubted() -> None:
    text = PLAN.replace("1.2. Treo pano.", "1.2. Phân công Thẩm phán, Thư ký tham gia báo cáo viên.")
    task = next(task for task in read_text(text).tasks if task.section == "II.1.2")
    assert (task.lead, "lead_name" in task.doubts) == (("Thẩm phán, Thư ký",), True)
