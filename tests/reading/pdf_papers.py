"""PDF papers for the tests, set with the product's own fonts."""

from __future__ import annotations

from pathlib import Path

import typst

FONTS = Path(__file__).parent.parent.parent / "congdoan" / "core" / "printing" / "fonts"
LETTERHEAD = """
#grid(columns: (1fr, 1fr), align: center, [LIÊN ĐOÀN LAO ĐỘNG TỈNH AN GIANG \\ Số: 15/KH-LĐLĐ],
  [CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM \\ Độc lập - Tự do - Hạnh phúc \\ An Giang, ngày 20 tháng 01 năm 2023])
#align(center)[KẾ HOẠCH \\ Công tác công đoàn năm 2023]

"""
BODY = """
I. NHIỆM VỤ

1. Công tác tuyên truyền

Tổ chức tuyên truyền sâu rộng các chủ trương của Đảng, chính sách của Nhà nước đến đoàn viên, người lao động
trong toàn tỉnh bằng nhiều hình thức, hoàn thành trước ngày 30/6/2023NOTE.

Mở 05 lớp tập huấn nghiệp vụ cho cán bộ công đoàn cơ sở, mỗi lớp 50 người, hoàn thành trong quý III/2023.

2. Công tác tổ chức

Rà soát, bổ sung quy hoạch cán bộ công đoàn các cấp nhiệm kỳ 2023 - 2028 theo đúng quy định về tiêu chuẩn.

Kết nạp mới 5.000 đoàn viên, thành lập 30 công đoàn cơ sở ở doanh nghiệp có từ 25 lao động trở lên.

II. TỔ CHỨC THỰC HIỆN

1. Ban Tuyên giáo chủ trì thực hiện mục 1 phần I.

2. Ban Tổ chức chủ trì, phối hợp với Văn phòng thực hiện mục 2 phần I.

Nơi nhận: Các công đoàn cơ sở; Lưu: VT.
"""
TASKS = [
    "Tổ chức tuyên truyền sâu rộng các chủ trương của Đảng, chính sách của Nhà nước đến đoàn viên, người lao động "
    "trong toàn tỉnh bằng nhiều hình thức, hoàn thành trước ngày 30/6/2023.",
    "Mở 05 lớp tập huấn nghiệp vụ cho cán bộ công đoàn cơ sở, mỗi lớp 50 người, hoàn thành trong quý III/2023.",
    "Rà soát, bổ sung quy hoạch cán bộ công đoàn các cấp nhiệm kỳ 2023 - 2028 theo đúng quy định về tiêu chuẩn.",
    "Kết nạp mới 5.000 đoàn viên, thành lập 30 công đoàn cơ sở ở doanh nghiệp có từ 25 lao động trở lên.",
]
HEAD = ("TT", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian")
ROWS = [
    ("1", "Rà soát, bổ sung quy hoạch cán bộ công đoàn các cấp nhiệm kỳ 2023 - 2028 theo quy định", "Ban Tổ chức",
     "Quý II/2023"),
    ("2", "Tổ chức lớp bồi dưỡng nghiệp vụ cho chủ tịch công đoàn cơ sở mới", "Ban Tổ chức", "Trước ngày 31/10/2023"),
    ("3", "Xây dựng chuyên mục hỏi đáp pháp luật trên trang thông tin điện tử", "Ban Tuyên giáo", "Thường xuyên"),
    ("4", "Phát động cuộc thi ảnh về người lao động trong toàn tỉnh", "Ban Tuyên giáo", "Tháng 5/2023"),
    ("5", "Kiểm tra việc chấp hành Điều lệ tại 10 công đoàn cơ sở", "Ủy ban Kiểm tra", "Quý III/2023"),
]  # fmt: skip


def body(note: str = "") -> str:
    """The body, with a footnote after the first day when `note` has words."""
    return BODY.replace("NOTE", f"#footnote[{note}]" if note else "")


def table(*, repeat_head: bool = False, stroke: str = "0.5pt") -> str:
    """The table of tasks as Typst source. `stroke`: of its lines; "none" for no lines."""
    head = ", ".join(f"[{cell}]" for cell in HEAD)
    rows = ", ".join(f"[{cell}]" for row in ROWS for cell in row)
    head = f"table.header({head})" if repeat_head else head
    columns = "(1cm, 4fr, 2fr, 2fr)"
    made = f"#[#set par(justify: false)\n#table(columns: {columns}, stroke: {stroke}, {head}, {rows})]"
    return f"I. NHIỆM VỤ\n\n{made}\n\n"


def save(path: Path, source: str, *, page: str = "", text: str = "") -> Path:
    """Set `source` on A4 pages; `page`, `text`: further settings of Typst."""
    setting = f'#set page(paper: "a4", margin: (left: 3cm, right: 2cm, y: 2cm){page})\n'
    setting += f'#set text(font: "Liberation Serif", size: 13pt, lang: "vi"{text})\n#set par(justify: true)\n'
    path.write_bytes(typst.compile((setting + source).encode(), font_paths=[str(FONTS)]))
    return path
