"""Tables in plain text: between bars, between tabs, as .csv, or with each cell on a line of its own."""

from __future__ import annotations

import pytest

from congdoan.documents.reading.reader import read_file, read_text

HEAD = ("STT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian")
ROWS = (
    ("1", "Phát động phong trào thi đua", "Ban Tuyên giáo", "Văn phòng", "Quý II/2023"),
    ("2", "Kiểm tra, giám sát cơ sở", "Ủy ban kiểm tra", "", "Tháng 8/2023"),
    ("3", "Tổng kết công tác", "Văn phòng", "Các ban", "15/12/2023"),
)
BEFORE = "KẾ HOẠCH\nCông tác năm 2023\nI. NỘI DUNG\n1. Phân công như sau:\n"
AFTER = "\nII. TỔ CHỨC THỰC HIỆN\n1. Văn phòng theo dõi việc thực hiện.\n"


def by(divider: str) -> str:
    return "\n".join(divider.join(row) for row in (HEAD, *ROWS))


def cell_by_cell(gap: str = "\n\n") -> str:
    return gap.join(cell for row in (HEAD, *ROWS) for cell in row if cell)


FORMS = {
    "bars": by(" | "),
    "bars around": "\n".join(f"| {' | '.join(row)} |" for row in (HEAD, ["---"] * 5, *ROWS)),
    "tabs": by("\t"),
    "lines": cell_by_cell("\n"),
    "lines apart": cell_by_cell("\n\n"),
    "lines with a row of counts": cell_by_cell("\n").replace("Thời gian\n", "Thời gian\n(1)\n(2)\n(3)\n(4)\n(5)\n"),
    "lines, one broken": cell_by_cell("\n").replace("giám sát", "\ngiám sát"),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_row_is_a_task_with_what_its_columns_say(form):
    reading = read_text(BEFORE + FORMS[form] + AFTER)
    rows = [task for task in reading.tasks if task.text != "Văn phòng theo dõi việc thực hiện."]
    assert [task.text for task in rows] == [row[1] for row in ROWS]
    assert [task.lead for task in rows] == [(row[2],) for row in ROWS]
    assert [task.cooperating for task in rows] == [(row[3],) if row[3] else () for row in ROWS]
    assert [str(task.due.date) for task in rows if task.due] == ["2023-06-30", "2023-08-31", "2023-12-15"]
    assert len(reading.tasks) == 4


@pytest.mark.parametrize("divider", [",", ";"])
def test_a_csv_file_is_a_sheet(divider, tmp_path):
    quoted = [[f'"{cell}"' if "," in cell else cell for cell in row] for row in (HEAD, *ROWS)]
    path = tmp_path / "giao-viec.csv"
    path.write_text("Phân công nhiệm vụ\n" + "\n".join(divider.join(row) for row in quoted), "utf-8")
    reading = read_file(path)
    assert reading.kind == "sheet"
    assert [(task.text, task.lead) for task in reading.tasks] == [(row[1], (row[2],)) for row in ROWS]


def test_group_rows_among_scattered_cells_are_headings():
    cells = [*HEAD, "I", "CÔNG TÁC TỔ CHỨC", *ROWS[0], "II", "CÔNG TÁC KIỂM TRA", *ROWS[1]]
    reading = read_text(BEFORE + "\n".join(filter(None, cells)) + AFTER)
    assert {"CÔNG TÁC TỔ CHỨC", "CÔNG TÁC KIỂM TRA"} <= {section.title for section in reading.sections}
    assert [task.lead for task in reading.tasks[:2]] == [("Ban Tuyên giáo",), ("Ủy ban kiểm tra",)]


def test_what_stands_after_the_time_of_a_row_with_an_empty_cell_is_no_helper():
    cells = [*HEAD, "Sản phẩm", "1", "Cấp thẻ đoàn viên điện tử", "Ban Tổ chức", "Quý III/2023", "30.000 thẻ"]
    (task, *_) = read_text(BEFORE + "\n".join(cells) + AFTER).tasks
    assert (task.lead, task.cooperating, task.product) == (("Ban Tổ chức",), (), "30.000 thẻ")


@pytest.mark.parametrize(
    "text",
    [
        "STT\nNội dung\nmột dòng chữ không phải bảng",
        "TT",
        "STT\nNội dung\nChủ trì\n1",
        "Nội dung, nhiệm vụ, giải pháp và thời gian thực hiện như sau:\nMột, hai, ba.",
        "\t\t\n\t\tNội dung\t\tChủ trì\n",
    ],
)
def test_what_only_resembles_a_table_is_read_as_text(text):
    assert "".join(read_text(text).text.replace("|", "").split()) == "".join(text.split())


COLUMNS = {
    "who prepares, not who directs": (
        ("Lãnh đạo chỉ đạo", "Bộ phận chuẩn bị", "Người cùng thực hiện"),
        ("Chủ tịch", "Văn phòng", "Ban Tài chính"),
        (("Văn phòng",), ("Ban Tài chính",)),
    ),
    "who checks is no helper": (
        ("Người thực hiện", "Người kiểm tra", "Ghi chú"),
        ("Giáo viên chủ nhiệm", "Hiệu trưởng", ""),
        (("Giáo viên chủ nhiệm",), ()),
    ),
}


@pytest.mark.parametrize("kind", COLUMNS)
def test_columns_tell_who_does_the_work(kind):
    heads, cells, (lead, helpers) = COLUMNS[kind]
    table = f"{' | '.join(('TT', 'Nội dung', *heads))}\n{' | '.join(('1', 'Tổ chức hội thi cấp trường', *cells))}"
    (task, *_) = read_text(BEFORE + table + AFTER).tasks
    assert (task.lead, task.cooperating) == (lead, helpers)


def test_a_schedule_of_inspections_is_work_of_the_teams():
    table = (
        "STT | Đơn vị được kiểm tra | Thời gian | Tổ kiểm tra\n"
        "1 | Công đoàn Cảng Chùa Vẽ | 16/4/2023 | Tổ số 1\n2 | Công đoàn Cảng Tân Vũ | 18/4/2023 | Tổ số 2"
    )
    tasks = read_text(BEFORE + table + AFTER).tasks[:2]
    assert [(task.lead, str(task.due and task.due.date)) for task in tasks] == [
        (("Tổ số 1",), "2023-04-16"),
        (("Tổ số 2",), "2023-04-18"),
    ]


def test_cells_of_a_law_site_each_with_a_lone_bar_after_it_are_rows_also_where_a_group_is_one_cell() -> None:
    cells = (
        *("TT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"),
        *("I", "Về nhà ở"),
        *("1", "Rà soát quỹ đất làm\nnhà ở công nhân", "Sở Xây dựng", "Ban Quản lý khu\ncông nghiệp", "Quý II/2024"),
        *("II", "Về việc làm"),
        *("1", "Mở sàn giao dịch việc làm", "Sở Nội vụ", "Đoàn Thanh niên", "Quý III/2024"),
    )
    head = "KẾ HOẠCH\nChăm lo công nhân năm 2024\nI. NỘI DUNG\n"
    reading = read_text(head + "".join(f"{cell}\n|\n" for cell in cells) + "II. KINH PHÍ\nDo ngân sách bảo đảm.\n")
    assert [(task.text, task.lead, task.cooperating, str(task.due and task.due.date)) for task in reading.tasks] == [
        (
            "Rà soát quỹ đất làm nhà ở công nhân",
            ("Sở Xây dựng",),
            ("Ban Quản lý khu công nghiệp",),
            "2024-06-30",
        ),
        ("Mở sàn giao dịch việc làm", ("Sở Nội vụ",), ("Đoàn Thanh niên",), "2024-09-30"),
    ]


def test_columns_kept_apart_by_spaces_alone_are_rows_also_where_a_cell_fills_its_column() -> None:
    table = (
        "Nội dung công việc                Phụ trách              Thời gian\n"
        "Khảo sát hoàn cảnh khó khăn       Ban Chính sách         15/11/2023\n"
        "Tổ chức chuyến xe về miền Trung   Văn phòng              27/01/2024\n"
        "Trực Tết tại các trạm biến áp xa  Ban Tổ chức            Tháng 02/2024\n"
    )
    text = "KẾ HOẠCH\nChăm lo Tết Giáp Thìn\n1/ Nội dung và phân công\n\n" + table + "\n2/ Kinh phí: theo dự toán.\n"
    assert [(task.text, task.lead, str(task.due and task.due.date)) for task in read_text(text).tasks] == [
        ("Khảo sát hoàn cảnh khó khăn", ("Ban Chính sách",), "2023-11-15"),
        ("Tổ chức chuyến xe về miền Trung", ("Văn phòng",), "2024-01-27"),
        ("Trực Tết tại các trạm biến áp xa", ("Ban Tổ chức",), "2024-02-29"),
    ]


@pytest.mark.parametrize("group", ["I | Thi đua", "A | Thi đua", "1 | Thi đua"])
def test_a_row_of_a_number_and_a_title_is_a_group_of_the_rows_under_it(group):
    rows = "\n".join(" | ".join((f"1.{row[0]}" if group[0] == "1" else row[0], *row[1:])) for row in ROWS)
    annex = "KẾ HOẠCH\nCông tác năm 2023\nI. NỘI DUNG\n1. Mở lớp.\nPHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ THỰC HIỆN KẾ HOẠCH\n"
    reading = read_text(annex + " | ".join(HEAD) + f"\n{group}\n" + rows)
    assert [task.text for task in reading.tasks[1:]] == [row[1] for row in ROWS]


SCATTERED = """KẾ HOẠCH
Công tác năm 2024
III. NỘI DUNG CÔNG VIỆC
{table}
IV. TỔ CHỨC THỰC HIỆN
1. Văn phòng theo dõi, đôn đốc.
"""
GROUPED = """STT
Nội dung công việc
Thời gian
Đơn vị chủ trì
Phối hợp
A. CHĂM LO ĐỜI SỐNG
1
Tặng quà Tết cho đoàn viên khó khăn
Trước 05/02/2024
Ban Đời sống
Phòng Tài chính Kế toán
2
Thăm, chúc Tết các kíp trực
09/02/2024
Ban Thường vụ
Ban Giám đốc
B. TUYÊN TRUYỀN
1
Thi tìm hiểu pháp luật lao động
Quý II/2024
Ban Tuyên giáo
Ban Nữ công"""
UNNUMBERED = """Tháng
Nội dung công việc
Chủ trì
Phối hợp
01
Tặng quà Tết cho đoàn viên khó khăn
Ban Đời sống
Phòng Tài chính Kế toán
01
Thăm, chúc Tết các kíp trực
Ban Thường vụ
Ban Giám đốc
5
Thi tìm hiểu pháp luật lao động
Ban Tuyên giáo
Ban Nữ công"""


@pytest.mark.parametrize(
    ("table", "days"),
    [
        (GROUPED, ["2024-02-05", "2024-02-09", "2024-06-30"]),
        (UNNUMBERED, ["2024-01-31", "2024-01-31", "2024-05-31"]),
    ],
)
def test_cells_that_are_lines_are_rows_again(table: str, days: list[str]) -> None:
    tasks = read_text(SCATTERED.format(table=table)).tasks[:3]
    assert [task.lead for task in tasks] == [("Ban Đời sống",), ("Ban Thường vụ",), ("Ban Tuyên giáo",)]
    assert [task.cooperating for task in tasks] == [("Phòng Tài chính Kế toán",), ("Ban Giám đốc",), ("Ban Nữ công",)]
    assert [str(task.due.date) for task in tasks if task.due] == days
