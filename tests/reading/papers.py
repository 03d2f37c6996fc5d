"""Builds one assignment table as Word, sheet and PDF, as offices make them."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT

HEAD = ["TT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành", "Sản phẩm"]
GROUPS: list[tuple[str, list[list[str]]]] = [
    (
        "CÔNG TÁC TỔ CHỨC",
        [
            ["Rà soát, bổ sung quy hoạch cán bộ công đoàn các cấp nhiệm kỳ 2023 - 2028", "Ban Tổ chức",
             "Văn phòng, Ủy ban kiểm tra", "Quý II/2023", "Danh sách quy hoạch được phê duyệt"],
            ["Tổ chức lớp bồi dưỡng nghiệp vụ cho chủ tịch công đoàn cơ sở mới", "Ban Tổ chức",
             "Ban Tài chính", "Trước ngày 31/10/2023", "Báo cáo kết quả lớp học"],
        ],
    ),
    (
        "CÔNG TÁC TUYÊN TRUYỀN",
        [
            ["Xây dựng chuyên mục hỏi đáp pháp luật trên trang thông tin điện tử", "Ban Tuyên giáo",
             "Ban Chính sách - Pháp luật", "Thường xuyên", ""],
            ["Phát động cuộc thi ảnh về người lao động", "Ban Tuyên giáo; Ban Nữ công", "", "Tháng 5/2023",
             "Kế hoạch, thể lệ cuộc thi"],
        ],
    ),
]  # fmt: skip
ROWS = [row for _, rows in GROUPS for row in rows]
ROMAN = ["I", "II"]


def table_rows() -> list[list[str]]:
    """Head, group rows and rows of work, with their numbers."""
    rows = [HEAD]
    for numeral, (title, works) in zip(ROMAN, GROUPS, strict=True):
        rows.append([numeral, title, "", "", "", ""])
        rows += [[str(at), *work] for at, work in enumerate(works, start=1)]
    return rows


def word_with_table(path: Path, *, merge_leads: bool = False) -> Path:
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    letterhead(document)
    document.add_paragraph(
        "Căn cứ Nghị quyết số 02-NQ/TU ngày 12/01/2023 của Tỉnh ủy, Ban Thường vụ ban hành kế hoạch như sau:"
    )
    document.add_paragraph("I. NHIỆM VỤ")
    rows = table_rows()
    table = document.add_table(rows=len(rows), cols=len(HEAD))
    table.style = "Table Grid"
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, row, strict=True):
            cell.text = text
    if merge_leads:
        table.cell(3, 2).text = ""
        table.cell(2, 2).merge(table.cell(3, 2))
    document.add_paragraph("II. TỔ CHỨC THỰC HIỆN")
    document.add_paragraph(
        "Văn phòng theo dõi, đôn đốc, tổng hợp kết quả thực hiện Kế hoạch, báo cáo trước ngày 15/12/2023."
    )
    document.save(str(path))
    return path


def letterhead(document: WordDocument) -> None:
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text = "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM\nLIÊN ĐOÀN LAO ĐỘNG TỈNH AN GIANG"
    table.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    table.cell(1, 0).text = "Số: 15/KH-LĐLĐ"
    table.cell(1, 1).text = "An Giang, ngày 20 tháng 01 năm 2023"
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Công tác công đoàn năm 2023")


def sheet_with_table(path: Path) -> Path:
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Phân công")
    sheet.merge_range("A1:F1", "LIÊN ĐOÀN LAO ĐỘNG TỈNH AN GIANG")
    sheet.merge_range("A2:F2", "BẢNG PHÂN CÔNG NHIỆM VỤ NĂM 2023")
    for at, row in enumerate(table_rows(), start=3):
        sheet.write_row(at, 0, [int(cell) if cell.isdigit() else cell for cell in row])
    sheet.merge_range("C6:C7", "Ban Tổ chức")
    book.close()
    return path


def pdf_with_table(path: Path) -> Path:
    import typst

    cells = ", ".join(f"[{cell}]" for row in table_rows() for cell in row)
    source = f"""
#set page(paper: "a4", flipped: true, margin: 2cm)
#set text(size: 13pt)
#grid(columns: (1fr, 1fr), [TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM \\ LIÊN ĐOÀN LAO ĐỘNG TỈNH AN GIANG \\ Số: 15/KH-LĐLĐ],
  [CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM \\ Độc lập - Tự do - Hạnh phúc \\ An Giang, ngày 20 tháng 01 năm 2023])

#align(center)[KẾ HOẠCH \\ Công tác công đoàn năm 2023]

Căn cứ Nghị quyết số 02-NQ/TU ngày 12/01/2023 của Tỉnh ủy, Ban Thường vụ ban hành kế hoạch như sau:

I. NHIỆM VỤ
#table(columns: (1cm, 3fr, 2fr, 2fr, 2fr, 2fr), {cells})
II. TỔ CHỨC THỰC HIỆN

Văn phòng theo dõi, đôn đốc, tổng hợp kết quả thực hiện Kế hoạch, báo cáo trước ngày 15/12/2023.
"""
    path.write_bytes(typst.compile(source.encode()))
    return path
