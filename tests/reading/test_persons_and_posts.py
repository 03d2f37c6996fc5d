"""A person with a post: the name alone inside a sentence, both after a dash or where they fill a line or cell."""

from __future__ import annotations

import pytest

from congdoan.documents.reading.assignment.units import units_from
from congdoan.documents.reading.model import Task
from congdoan.documents.reading.reader import read_text

HEAD = """LIÊN ĐOÀN LAO ĐỘNG HUYỆN PHÚ LƯƠNG
Số: 08/KH-LĐLĐ
Phú Lương, ngày 30 tháng 01 năm 2024
KẾ HOẠCH
Công tác năm 2024
"""
CONTENTS = """I. NHIỆM VỤ
1. Tuyên truyền
- Biên soạn tờ gấp phát cho công nhân.
2. Chăm lo đời sống
- Tặng 100 suất quà cho lao động nữ.
II. TỔ CHỨC THỰC HIỆN
- Văn phòng: mục 1.
"""
WORK = "Tổ chức hội thi nấu ăn cho đoàn viên nữ"
PERSONS = [
    ("đồng chí ", "Trương Thị Kim Loan", "Phó Chủ tịch"),
    ("đ/c ", "H'Yam Niê", "ủy viên chuyên trách"),
    ("ông ", "Ksor Phước", "Chủ nhiệm UBKT"),
    ("bà ", "Thạch Sô Phia", "kế toán"),
    ("đ/c ", "Bế Thị Én", "UVBTV"),
    ("đồng chí ", "Giàng A Páo", "Trưởng phòng Hành chính - Tổng hợp"),
    ("đ/c ", "Lê Na", "PCT"),
    ("bà ", "K'Brếp", "Trưởng ban Nữ công"),
    ("đồng chí ", "Đậu Văn Thanh", "Phó Chủ tịch phụ trách đời sống"),
    ("ông ", "Đinh Quốc Toàn", "Quản đốc phân xưởng 2"),
    ("", "Chu Thị Hường", "Ủy viên Ban Chấp hành"),
]
SENTENCES = [
    "I. NHIỆM VỤ\n1. {} chủ trì xây dựng kịch bản hội thi.\n",
    "I. NHIỆM VỤ\n1. Giao {} chuẩn bị 50 phần quà cho đoàn viên trước ngày 15/4/2024.\n",
    f"I. NHIỆM VỤ\n1. {WORK}, do {{}} phụ trách.\n",
    f"I. NHIỆM VỤ\n1. {WORK}. Giao {{}} chuẩn bị.\n",
    f"I. NHIỆM VỤ\n1. {WORK} ({{}} chủ trì, hoàn thành trước 20/5).\n",
    f"{CONTENTS}- {{}}: mục 2.\n",
    f"{CONTENTS}- {{}}, phụ trách mục 2 phần I.\n",
    f"{CONTENTS}- {{}} và đồng chí Lò Văn Xuân, thủ quỹ: nội dung 2.\n",
]
WHOLE = [
    f"I. NHIỆM VỤ\n1. {WORK}.\nPhụ trách: {{}}.\n",
    "II. TỔ CHỨC THỰC HIỆN\n1. {}:\n- Lập danh sách đoàn viên khó khăn.\n",
    "TT | Nội dung | Người phụ trách | Thời gian\n1 | Đặt quà Tết | {} | 25/01/2024\n"
    "2 | Thuê xe | Văn phòng | 26/01/2024\n",
]


def _leads(paper: str) -> tuple[str, ...]:
    tasks: tuple[Task, ...] = read_text(HEAD + paper).tasks
    return next(task.lead for task in tasks if task.lead and task.lead != ("Văn phòng",))


def _printed(paper: str, person: str) -> str:
    return paper.format(person[0].upper() + person[1:] if paper.split("{}")[0][-2:] in ("- ", ". ") else person)


@pytest.mark.parametrize("paper", SENTENCES)
@pytest.mark.parametrize("form", ["{title}{name}, {post}", "{title}{name} ({post})", "{title}{post} {name}"])
def test_inside_a_sentence_the_name_alone_leads(paper: str, form: str) -> None:
    for title, name, post in PERSONS:
        if form.startswith("{title}{post}") and not title:
            continue  # a post before a name of two syllables may be that of a place
        leads = _leads(_printed(paper, form.format(title=title, name=name, post=post)))
        assert leads == ((name, "Lò Văn Xuân") if "Lò Văn Xuân" in paper else (name,)), (title, post)


@pytest.mark.parametrize("paper", [*SENTENCES[:-1], *WHOLE])
def test_a_post_after_a_dash_stays_everywhere(paper: str) -> None:
    for title, name, post in PERSONS:
        assert _leads(_printed(paper, f"{title}{name} - {post}")) == (f"{name} - {post}",)


@pytest.mark.parametrize("paper", WHOLE)
@pytest.mark.parametrize("form", ["{name}, {post}", "{post} {name}"])
def test_name_and_post_that_fill_a_line_stay_together(paper: str, form: str) -> None:
    for title, name, post in PERSONS:
        if title:
            both = form.format(name=name, post=post)
            assert _leads(_printed(paper, title + both)) == (both,)


def test_a_sentence_of_time_after_a_person_is_no_part_of_the_name() -> None:
    paper = f"I. NHIỆM VỤ\n1. {WORK}. Thực hiện: Đ/c Nguyễn Minh Hải. Xong trước 15/4.\n"
    assert _leads(paper) == ("Nguyễn Minh Hải",)


BODIES = [
    ("Chủ tịch UBND xã Nguyễn Phích chủ trì", ["Chủ tịch UBND xã Nguyễn Phích"]),
    ("Đồng chí Hiệu trưởng Trường Tiểu học Lê Văn Tám chỉ đạo", ["Hiệu trưởng Trường Tiểu học Lê Văn Tám"]),
    ("Trưởng Công an huyện Trần Văn Thời chủ trì", ["Trưởng Công an huyện Trần Văn Thời"]),
    ("Đồng chí Giám đốc Trung tâm Y tế Vũ Thư chủ trì", ["Giám đốc Trung tâm Y tế Vũ Thư"]),
    ("Đồng chí Trưởng Ban Tuyên giáo Tỉnh ủy chủ trì", ["Trưởng Ban Tuyên giáo Tỉnh ủy"]),
    ("Bí thư Đoàn Thanh niên Công ty chủ trì", ["Bí thư Đoàn Thanh niên Công ty"]),
    ("Giám đốc Xí nghiệp Hoàng Mai chủ trì", ["Giám đốc Xí nghiệp Hoàng Mai"]),
    ("Nhà văn hóa Nguyễn Văn Trỗi, kế toán lập dự toán", ["Nhà văn hóa Nguyễn Văn Trỗi", "kế toán"]),
    ("Đoàn Thanh niên, Chủ tịch Hội Phụ nữ xã tổ chức", ["Đoàn Thanh niên", "Chủ tịch Hội Phụ nữ xã"]),
    ("Đồng chí Hà, bí thư các chi bộ theo dõi", ["Hà", "bí thư các chi bộ"]),
    ("Đồng chí Hà, Ban Tổ chức theo dõi", ["Hà", "Ban Tổ chức"]),
    ("Đ/c Lê Văn An, Trưởng ban Tổ chức và Ban Nữ công phụ trách", ["Lê Văn An", "Ban Nữ công"]),
    ("các đồng chí Lê Văn An, Trần Thị Bình và Ban Nữ công phụ trách", ["Lê Văn An", "Trần Thị Bình", "Ban Nữ công"]),
    ("bộ phận thường trực chủ trì", ["bộ phận thường trực"]),
]


@pytest.mark.parametrize(("sentence", "names"), BODIES)
def test_bodies_named_after_persons_stay_bodies(sentence: str, names: list[str]) -> None:
    units, _ = units_from(sentence, 0, len(sentence))
    assert [unit.name for unit in units] == names
