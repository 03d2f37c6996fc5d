"""Tables of Word papers: merged cells hold for their rows, and a column stays a column however it was drawn."""

from __future__ import annotations

from congdoan.documents.reading.reader import read_file
from tests.reading.words import cell, paragraph, plain, read, row, table, texts, word

HEAD = ("TT", "Nội dung công việc", "Chủ trì", "Thời gian")
BREAK = "<w:r><w:br/></w:r>"


def span(count: int) -> str:
    return f'<w:gridSpan w:val="{count}"/>'


def merged(first: bool) -> str:
    return '<w:vMerge w:val="restart"/>' if first else "<w:vMerge/>"


def test_a_merged_cell_holds_for_all_its_rows(tmp_path):
    rows = [
        row(
            cell(plain(str(at))),
            cell(plain(f"Việc {at}")),
            cell(*([plain("Ban Tổ chức")] if at == 1 else []), properties=merged(at == 1)),
            cell(plain("Quý I")),
        )
        for at in (1, 2, 3)
    ]
    assert read(word(tmp_path / "a.docx", table(texts(*HEAD), *rows))) == [
        HEAD,
        ("1", "Việc 1", "Ban Tổ chức", "Quý I"),
        ("2", "Việc 2", "Ban Tổ chức", "Quý I"),
        ("3", "Việc 3", "Ban Tổ chức", "Quý I"),
    ]


def test_columns_hold_where_cells_were_drawn_a_little_apart(tmp_path):
    rows = [
        row(
            cell(plain("TT"), properties=span(1)),
            cell(plain("Nội dung"), properties=span(3)),
            cell(plain("Chủ trì"), properties=span(2)),
        ),
        row(
            cell(plain("1"), properties=span(2)),
            cell(plain("Rà soát"), properties=span(1)),
            cell(plain("Văn phòng"), properties=span(3)),
        ),
        row(cell(plain("A. TỔ CHỨC"), properties=span(6))),
        row(cell(plain("2")), cell(plain("Kiểm tra và báo cáo"), properties=span(5))),
        row(
            cell(plain("Rà soát thêm"), properties=span(3)),
            cell(plain("UBKT"), properties=span(2)),
            properties='<w:gridBefore w:val="1"/>',
        ),
    ]
    assert read(word(tmp_path / "a.docx", table(*rows))) == [
        ("TT", "Nội dung", "Chủ trì"),
        ("1", "Rà soát", "Văn phòng"),
        ("A. TỔ CHỨC", "", ""),
        ("2", "Kiểm tra và báo cáo", ""),
        ("", "Rà soát thêm", "UBKT"),
    ]


def test_a_head_of_two_rows_names_the_lower_columns(tmp_path):
    top = row(
        cell(plain("TT"), properties=merged(True)),
        cell(plain("Nội dung"), properties=merged(True)),
        cell(plain("Phân công"), properties=span(2)),
        cell(plain("Thời gian"), properties=merged(True)),
    )
    low = row(
        cell(properties=merged(False)),
        cell(properties=merged(False)),
        cell(plain("Chủ trì")),
        cell(plain("Phối hợp")),
        cell(properties=merged(False)),
    )
    work = texts("1", "Tổ chức hội thao", "Ban Tuyên giáo", "Văn phòng", "Quý II/2023")
    reading = read_file(word(tmp_path / "a.docx", plain("KẾ HOẠCH"), plain("Năm 2023"), table(top, low, work)))
    (task,) = reading.tasks
    assert (task.text, task.lead, task.cooperating) == ("Tổ chức hội thao", ("Ban Tuyên giáo",), ("Văn phòng",))


def test_rows_and_cells_in_content_controls_are_read_and_deleted_ones_are_not(tmp_path):
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    held = control(
        row(cell(plain("1")), control(cell(plain("Rà soát"))), cell(plain("Văn phòng")), cell(plain("Quý I")))
    )
    gone = row(*[cell(plain("x"))] * 4, properties='<w:del w:id="1"/>')
    assert read(word(tmp_path / "a.docx", table(texts(*HEAD), held, gone))) == [
        HEAD,
        ("1", "Rà soát", "Văn phòng", "Quý I"),
    ]


def test_lines_and_lists_of_a_cell_are_its_items(tmp_path):
    several = row(
        cell(plain("1")),
        cell(plain("- Rà soát quy chế"), plain("- Công khai thủ tục")),
        cell(paragraph("Ban Tổ chức", BREAK, "Văn phòng")),
        cell(table(texts("Quý I", "Quý II"))),
    )
    assert read(word(tmp_path / "a.docx", table(texts(*HEAD), several)))[1] == (
        "1",
        "- Rà soát quy chế; - Công khai thủ tục",
        "Ban Tổ chức; Văn phòng",
        "Quý I; Quý II",
    )


def test_a_letterhead_drawn_as_a_table_is_read_column_by_column(tmp_path):
    left = cell(
        plain("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM"), plain("LIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ NAM"), plain("Số: 7/KH-LĐLĐ")
    )
    right = cell(
        plain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        plain("Độc lập - Tự do - Hạnh phúc"),
        plain("Hà Nam, ngày 02 tháng 3 năm 2023"),
    )
    path = word(tmp_path / "a.docx", table(row(left, right)), plain("KẾ HOẠCH"), plain("Công tác năm 2023"))
    header = read_file(path).header
    assert (header.issuer, header.symbol, str(header.date)) == (
        "Liên đoàn Lao động tỉnh Hà Nam",
        "7/KH-LĐLĐ",
        "2023-03-02",
    )


def test_a_paper_laid_out_inside_a_frame_keeps_its_tables(tmp_path):
    inner = table(texts(*HEAD), texts("1", "Rà soát quy chế", "Văn phòng", "Quý I"))
    framed = table(
        row(
            cell(
                plain("KẾ HOẠCH"),
                plain("Công tác năm 2023"),
                plain("I. NỘI DUNG"),
                inner,
                plain("II. TỔ CHỨC THỰC HIỆN"),
            )
        )
    )
    assert read(word(tmp_path / "a.docx", framed)) == [
        "KẾ HOẠCH",
        "Công tác năm 2023",
        "I. NỘI DUNG",
        HEAD,
        ("1", "Rà soát quy chế", "Văn phòng", "Quý I"),
        "II. TỔ CHỨC THỰC HIỆN",
    ]


def test_a_signature_in_the_last_rows_of_a_table_is_no_work(tmp_path):
    rows = [
        texts("TT", "Công việc", "Người phụ trách", "Hạn"),
        texts("1", "In tài liệu hội nghị", "Danh Văn Kha", "19/01/2025"),
        texts("", "Năm Căn, ngày 05 tháng 01 năm 2025", "TM. BAN CHẤP HÀNH", ""),
        texts("", "Người lập", "CHỦ TỊCH", ""),
        texts("", "Lâm Thị Út", "Trương Văn Hải", ""),
    ]
    reading = read_file(word(tmp_path / "a.docx", plain("KẾ HOẠCH"), plain("Năm 2025"), table(*rows)))
    assert [task.text for task in reading.tasks] == ["In tài liệu hội nghị"]
    rows[2:] = [texts("", "Người lập", "", "Chủ tịch"), texts("", "Lâm Thị Út", "", "Trương Văn Hải")]
    reading = read_file(word(tmp_path / "b.docx", plain("KẾ HOẠCH"), plain("Năm 2025"), table(*rows)))
    assert [task.text for task in reading.tasks] == ["In tài liệu hội nghị"]


def test_a_number_merged_over_rows_is_no_number_that_stands_twice(tmp_path):
    def work(at: str, text: str) -> str:
        return row(cell(plain(at), properties=merged(bool(at))), cell(plain(text)), cell(plain("Văn phòng")))

    rows = [texts("TT", "Công việc", "Chủ trì"), work("1", "Gửi giấy mời"), work("", "Trang trí hội trường")]
    reading = read_file(word(tmp_path / "a.docx", plain("KẾ HOẠCH"), plain("Năm 2025"), table(*rows)))
    assert len(reading.tasks) == 2
    assert "number_twice" not in {warning.code for warning in reading.warnings}
