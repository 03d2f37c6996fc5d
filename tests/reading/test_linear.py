"""A text of four times the length takes about four times as long, however stubbornly it repeats itself."""

from __future__ import annotations

import gc
import time

import pytest

from congdoan.documents.reading.reader import read_text
from congdoan.documents.reading.tasks.work import is_figure

OPENING = "LIÊN ĐOÀN LAO ĐỘNG TỈNH AN GIANG\nSố: 15/KH-LĐLĐ\nKẾ HOẠCH\nCông tác năm 2023\nI. NHIỆM VỤ\n1. Tổ chức "
ASSIGNING = "hội nghị.\nII. TỔ CHỨC THỰC HIỆN\n1. "
REPEATED = [
    *("điều ", "Điều 1 ", "1.1.", "“", "“a” ", "- ", "–-", "(", "() ", "((a) ", "...", " .", "1/2/3/", "a", "9 ", "| "),
    *("Giao ", "a, và ", "quý ", "ngày 1/1/", "ngày 01 tháng 01 năm 2023 ", "Căn cứ Nghị quyết số ", "\u0301", "I. "),
    *("Nghị định số 1/2020/NĐ-CP được sửa đổi, bổ sung bởi ", "từ mục 1 đến mục 3, ", "mục 2, 3 và 4 phần II "),
    *("Ban Tổ chức chủ trì, phối hợp với Văn phòng ", "Ủy ban nhân dân ", "Văn phòng; ", "trước ngày ", "hằng năm "),
    *("trong vòng 15 ngày kể từ ngày ký ", "Phụ lục ", "Nơi nhận: ", "LĐLĐ ", "ban, ngành ", "các mục còn lại "),
]
SHORT, LONG_SHORT = 1500, 3000


def seconds_for(text: str) -> float:
    """Processor time of a reading, without the collector's walks through what other tests left."""
    gc.disable()
    try:
        started = time.process_time()
        read_text(text)
        return time.process_time() - started
    finally:
        gc.enable()


@pytest.mark.parametrize("link", ["", "\n- "])
@pytest.mark.parametrize("repeated", REPEATED)
def test_time_grows_with_the_length_alone(repeated, link, pytestconfig):
    unit = repeated + link
    times = (LONG_SHORT if pytestconfig.getoption("--long") else SHORT) // len(unit) + 1
    for beginning in (OPENING, OPENING + ASSIGNING):
        short = min(seconds_for(beginning + unit * times) for _ in range(2))
        assert seconds_for(beginning + unit * times * 4) < 7 * short + 0.2


def test_a_few_parts_more_of_an_office_do_not_double_the_time() -> None:
    office = "Văn phòng {}a-b - Hội đồng trường."
    short, longer = (seconds_for(OPENING + ASSIGNING + office.format("Đoàn " * times)) for times in (12, 24))
    assert longer < 7 * short + 0.2


def test_a_few_years_more_before_a_figure_do_not_double_the_time() -> None:
    started = time.process_time()
    assert not is_figure("nam 2023 " * 22 + "x")
    assert is_figure("nam 2023 " * 22 + "co 90%")
    assert time.process_time() - started < 1, "0.1 ms when linear, seconds when each year doubles it"
