"""Text cut into lines, by the margin of a PDF or anywhere by a web page, is read in its paragraphs."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from congdoan.documents.reading.extract.encodings import decode
from congdoan.documents.reading.reader import read_text

CASES = sorted((Path(__file__).parent.parent.parent / "cases").glob("*.txt"))
LETTERHEAD = "LĐLĐ TỈNH AN GIANG\nSố: 15/KH-LĐLĐ\nAn Giang, ngày 20 tháng 01 năm 2023\n"
HEAD = f"{LETTERHEAD}KẾ HOẠCH\nCông tác năm 2023\nI. NỘI DUNG\n"
BROKEN = {
    "a type and its number": "1. Thực hiện Nghị định số|145/2020/NĐ-CP của Chính phủ.",
    "a symbol after its stroke": "1. Thực hiện Nghị định số 145/|2020/NĐ-CP của Chính phủ.",
    "a symbol after its dash": "1. Thực hiện Hướng dẫn số 41/HD-|TLĐ của Tổng Liên đoàn.",
    "a quarter": "1. Tổng kết, báo cáo kết quả trong quý|IV/2023.",
    "a month": "1. Tổng kết, báo cáo kết quả trước ngày 15 tháng|12 năm 2023.",
    "a section": "1. Văn phòng theo dõi việc thực hiện mục|2.1, 2.2 phần này.",
    "a percentage": "1. Phấn đấu tỷ lệ hồ sơ đúng hạn đạt 98,|5% trong năm 2023.",
    "after a comma": "1. Tổ chức tập huấn cho cán bộ,|Ủy ban kiểm tra các cấp.",
    "after a dash": "1. Giao Ban Chính sách -|Pháp luật hướng dẫn các đơn vị.",
    "after a small word": "1. Báo cáo kết quả về|Liên đoàn Lao động tỉnh.",
    "before a small letter": "1. Rà soát quy chế làm việc|của cơ quan.",
}


@pytest.mark.parametrize("place", BROKEN)
def test_a_sentence_broken_anywhere_is_one_task(place):
    broken = BROKEN[place]
    closed = "" if place.startswith(("a symbol", "a percentage")) else " "
    whole = broken.replace("|", closed).removeprefix("1. ")
    reading = read_text(f"{HEAD}{broken.replace('|', chr(10))}\n2. Công khai thủ tục hành chính.\n")
    assert f"\n1. {whole}\n2. Công khai" in reading.text


@pytest.mark.parametrize(
    "heading", ["Công tác chuyển đổi số", "Quan điểm", "Chuyên mục", "Kế hoạch hằng năm", "Kết quả đạt được"]
)
def test_a_heading_whose_last_word_could_count_stays_a_line(heading):
    text = read_text(f"{HEAD}1. {heading}\nXây dựng kho dữ liệu dùng chung.\nRà soát thủ tục.\n").text
    assert f"1. {heading}\nXây dựng" in text


def test_a_heading_after_an_open_line_stays_a_heading():
    reading = read_text(
        f"{HEAD}1. Rà soát quy chế.\n- Thời gian: hằng tháng\nII. TỔ CHỨC THỰC HIỆN\n1. Giao Văn phòng theo dõi.\n"
    )
    assert "II" in [section.number for section in reading.sections]


PARAGRAPHS = (
    "I. NỘI DUNG",
    "1. Kiểm tra việc chấp hành Điều lệ Công đoàn Việt Nam tại 08 công đoàn cơ sở khối trường học và khối doanh nghiệp"
    " trên địa bàn; phối hợp với Phòng Giáo dục và Đào tạo và Ban Chính sách - Pháp luật chuẩn bị nội dung kiểm tra.",
    "Kết quả kiểm tra được công khai.",
    "2. Giám sát việc thực hiện chế độ, chính sách đối với nhà giáo tại Trường Trung học phổ thông Cai Lậy và các"
    " trường trực thuộc trên địa bàn toàn huyện, kịp thời kiến nghị cơ quan có thẩm quyền giải quyết những vướng mắc"
    " của cơ sở; báo cáo gửi về Liên đoàn Lao động tỉnh trước ngày 15/12/2023 để tổng hợp, theo dõi chung toàn ngành.",
    "3. Tập huấn nghiệp vụ.",
)


@pytest.mark.parametrize("width", [62, 70, 78, 86, 94])
def test_a_margin_is_learnt_from_the_sentences_it_cut(width):
    text = "\n".join(PARAGRAPHS)
    assert read_text(wrapped(text, width)).text == f"{text}\n"


def wrapped(text: str, width: int) -> str:
    lines: list[str] = []
    for line in text.split("\n"):
        cut = [line] if " | " in line else textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
        lines += cut or [""]
    return "\n".join(lines)


def test_most_papers_are_read_the_same_when_a_margin_cuts_them():
    same = total = 0
    for path in CASES:
        whole = read_text(decode(path.read_bytes()))
        for width in (65, 80, 95):
            again = read_text(wrapped(whole.text, width))
            same += [task.text for task in again.tasks] == [task.text for task in whole.tasks]
            total += 1
    assert same >= 0.8 * total, f"{same} of {total}"


def test_an_item_that_has_begun_to_say_what_is_done_goes_on_in_the_next_line():
    text = (
        f"{HEAD}1. Xây dựng kế hoạch đại hội, báo cáo cấp ủy và đăng ký ngày đại hội với\nLĐLĐ huyện trước ngày"
        " 30/11/2022 để tổng hợp, theo dõi và phân công\ncán bộ dự, chỉ đạo đại hội của từng cơ sở trong toàn huyện"
        " theo kế\nhoạch chung.\n2. Rà soát, bổ sung quy chế phối hợp giữa công đoàn cơ sở với người sử\ndụng lao"
        " động ở các doanh nghiệp.\n3. Tổ chuyên môn:\n- Đ/c Nguyễn Văn Út: soạn hướng dẫn, mẫu biểu gởi\n"
        "CĐCS trước ngày 10/11/2023.\n- Đ/c Trần Minh Tâm: tuyên truyền trên trang Zalo\n"
        '"Công đoàn Cai Lậy" và Đài truyền thanh huyện.\n'
    )
    lines = read_text(text).text.split("\n")
    assert "- Đ/c Nguyễn Văn Út: soạn hướng dẫn, mẫu biểu gởi CĐCS trước ngày 10/11/2023." in lines
    assert '- Đ/c Trần Minh Tâm: tuyên truyền trên trang Zalo "Công đoàn Cai Lậy" và Đài truyền thanh huyện.' in lines
