"""Points that begin with a number in words ("Một là, ...") are points of the outline, with their bodies and items."""

from __future__ import annotations

import pytest

from congdoan.documents.reading.model import Task
from congdoan.documents.reading.reader import read_text

DIRECTIVE = """TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM
Số: 02/CT-TLĐ
Hà Nội, ngày 08 tháng 8 năm 2023
CHỈ THỊ
Về việc phòng ngừa ngừng việc tập thể
Thời gian qua đã xảy ra nhiều cuộc ngừng việc. Đoàn Chủ tịch yêu cầu các cấp công đoàn thực hiện một số nhiệm vụ sau:
"""


def _tasks(*lines: str) -> list[Task]:
    return list(read_text(DIRECTIVE + "\n".join(lines) + "\n").tasks)


@pytest.mark.parametrize(
    ("first", "second"),
    [("Một là,", "Hai là,"), ("Một là:", "Hai là:"), ("Thứ nhất,", "Thứ hai,"), ("Thứ nhất là,", "Thứ hai là,")],
)
def test_each_point_is_led_by_the_body_that_it_names(first: str, second: str) -> None:
    tasks = _tasks(
        f"{first} LĐLĐ các tỉnh, thành phố rà soát doanh nghiệp có nguy cơ ngừng việc.",
        f"{second} công đoàn cơ sở thường xuyên lắng nghe ý kiến của đoàn viên.",
    )
    assert [task.lead for task in tasks] == [("LĐLĐ các tỉnh, thành phố",), ("công đoàn cơ sở",)]
    assert tasks[0].text.startswith(first)


def test_items_under_a_point_are_led_by_its_body_and_the_next_point_is_not() -> None:
    tasks = _tasks(
        "Bốn là, Ban Quan hệ lao động chủ trì, phối hợp với Ban Tuyên giáo:",
        "- Xây dựng cơ sở dữ liệu về ngừng việc;",
        "- Biên soạn sổ tay kỹ năng.",
        "Năm là, Viện Công nhân và Công đoàn khảo sát tiền lương.",
    )
    assert [(task.lead, task.cooperating) for task in tasks] == [
        (("Ban Quan hệ lao động",), ("Ban Tuyên giáo",)),
        (("Ban Quan hệ lao động",), ("Ban Tuyên giáo",)),
        (("Viện Công nhân và Công đoàn",), ()),
    ]


def test_a_body_after_the_topic_of_a_point_leads_it_not_those_whom_the_paper_addresses() -> None:
    tasks = _tasks("Bảy là, thực hiện chế độ báo cáo: Ban Tổ chức báo cáo nhanh khi xảy ra ngừng việc tập thể.")
    assert [task.lead for task in tasks] == [("Ban Tổ chức",)]


def test_a_step_after_a_number_is_a_label_and_no_word_of_the_work() -> None:
    steps = "I. TIẾN ĐỘ\n3.1. Bước 1: Thành lập ban tổ chức.\n3.2. Bước 2: Họp trù bị trước ngày 25/9/2023.\n"
    assert [task.text for task in read_text(DIRECTIVE + steps).tasks] == [
        "Thành lập ban tổ chức.",
        "Họp trù bị trước ngày 25/9/2023.",
    ]
