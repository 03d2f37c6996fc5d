"""Several bodies with a work each in one point: in a directive a task of each, in a conclusion they all lead one."""

from __future__ import annotations

from datetime import date

import pytest

from congdoan.documents.reading.model import PlanReading
from congdoan.documents.reading.reader import read_text

DIRECTIVE = """TỈNH ỦY NAM ĐỊNH\tĐẢNG CỘNG SẢN VIỆT NAM
Số 21-CT/TU\tNam Định, ngày 12 tháng 3 năm 2024

CHỈ THỊ
về tăng cường sự lãnh đạo của Đảng đối với công tác an toàn lao động

Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy, tổ chức đảng thực hiện tốt các nhiệm vụ sau:

"""
CONCLUSION = """LIÊN ĐOÀN LAO ĐỘNG TỈNH NAM ĐỊNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 46/TB-LĐLĐ\tNam Định, ngày 12 tháng 3 năm 2024

THÔNG BÁO
Kết luận của đồng chí Chủ tịch Liên đoàn Lao động tỉnh tại hội nghị giao ban tháng 3/2024

Sau khi nghe báo cáo, đồng chí Chủ tịch kết luận như sau:

"""
LAST = "2. Văn phòng lưu trữ hồ sơ các cuộc họp theo quy định của pháp luật về lưu trữ.\n"


def leads(head: str, point: str) -> list[tuple[str, ...]]:
    return [task.lead for task in _read(head, point).tasks[:-1]]


def _read(head: str, point: str) -> PlanReading:
    return read_text(f"{head}1. {point}\n\n{LAST}")


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        (
            "Ban Tổ chức Tỉnh ủy thẩm định nhân sự; Ban Tuyên giáo Tỉnh ủy định hướng tuyên truyền.",
            ["Ban Tổ chức", "Ban Tuyên giáo"],
        ),
        (
            "Yêu cầu Sở Công Thương kiểm tra trạm xăng; Công an tỉnh xử lý vi phạm. Sở Y tế tổ chức cấp cứu.",
            ["Sở Công Thương", "Công an tỉnh", "Sở Y tế"],
        ),
        (
            "Sở Y tế xây dựng phương án phòng bệnh; phối hợp với Liên đoàn Lao động tỉnh tư vấn cho công nhân.",
            ["Sở Y tế"],
        ),
    ],
)
def test_in_a_directive_each_body_has_a_task_of_its_own(point: str, expected: list[str]) -> None:
    assert leads(DIRECTIVE, point) == [(body,) for body in expected]


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        (
            "Về phần mềm: Các LĐLĐ huyện, thành phố, công đoàn ngành cập nhật trước 30/4. Giao Văn phòng đôn đốc.",
            ("Các LĐLĐ huyện, thành phố", "công đoàn ngành", "Văn phòng"),
        ),
        (
            "Ban Tổ chức khẩn trương hoàn thiện đề án, đồng thời giao Văn phòng mua sắm trang thiết bị.",
            ("Ban Tổ chức", "Văn phòng"),
        ),
        (
            "Về báo cáo: Yêu cầu các đơn vị chưa nộp (LĐLĐ huyện Ý Yên, Công đoàn ngành Y tế) nộp trước 15/3.",
            ("LĐLĐ huyện Ý Yên", "Công đoàn ngành Y tế"),
        ),
        (
            "Các đơn vị chưa cập nhật phần mềm phải hoàn thành trong tháng 3 .Ban Tổ chức hướng dẫn, kiểm tra.",
            ("Các đơn vị chưa cập nhật phần mềm", "Ban Tổ chức"),
        ),
        (
            "Văn phòng dự kiến mức chi hỗ trợ. Riêng các đơn vị phía Nam do cụm trưởng tổng hợp danh sách.",
            ("Văn phòng", "cụm trưởng"),
        ),
        ("LĐLĐ thành phố tập trung giải quyết đơn thư, bàn giao nhà Mái ấm.", ("LĐLĐ thành phố",)),
    ],
)
def test_in_a_conclusion_all_lead_one_task(point: str, expected: tuple[str, ...]) -> None:
    assert leads(CONCLUSION, point) == [expected]


@pytest.mark.parametrize("said", ["(Hải Lý, Hải Chính) lãnh đạo:", "lãnh đạo, chỉ đạo thực hiện:", "phải:", "cần:"])
def test_a_body_over_bullets_leads_them_and_is_no_task(said: str) -> None:
    point = (
        f"Đảng ủy các xã ven biển {said}\n- Rà soát các đội tàu, vận động ngư dân.\n- Phân công cấp ủy viên theo dõi."
    )
    assert leads(DIRECTIVE, point) == [("Đảng ủy các xã ven biển",)] * 2


def test_the_last_day_is_due_where_each_of_several_leads_has_one() -> None:
    point = "Giao Ban Tổ chức rà soát, xong trong tháng 6/2024. Sở Y tế lập phương án, báo cáo trước ngày 15/7/2024."
    (task, _) = _read(CONCLUSION, point).tasks
    assert task.due is not None and task.due.date == date(2024, 7, 15)


def test_the_day_in_the_words_of_a_row_is_more_exact_than_the_month_it_stands_under() -> None:
    reading = read_text(
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN\nSố: 12/CTr-LĐLĐ\nLong An, ngày 05 tháng 01 năm 2024\nCHƯƠNG TRÌNH\n"
        "Công tác năm 2024\n| Tháng | Nội dung công việc | Chủ trì |\n"
        "| 01 | Nộp báo cáo tài chính về LĐLĐ tỉnh trước ngày 25/01 | Ban Tài chính |\n"
        "| 06 | Kiểm tra 05 công đoàn cơ sở | Ủy ban Kiểm tra |\n"
    )
    assert [task.due and task.due.date for task in reading.tasks] == [date(2024, 1, 25), date(2024, 6, 30)]
