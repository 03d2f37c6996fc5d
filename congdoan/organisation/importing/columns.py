"""The sheet of units and officers: one row for each officer, or for a unit without one; and its empty template."""

from collections.abc import Iterator
from io import BytesIO
from typing import Final

from xlsxwriter import Workbook

from congdoan.core.sheets.columns import SheetColumn, SheetKind
from congdoan.organisation.kinds import UnitKind
from congdoan.organisation.roles import Role

COLUMNS: Final[tuple[SheetColumn, ...]] = (
    SheetColumn("name", "Tên đơn vị", required=True, aliases=("Tên đầy đủ", "Đơn vị")),
    SheetColumn("short_name", "Tên gọn", aliases=("Tên viết gọn",)),
    SheetColumn("kind", "Loại đơn vị", required=True, aliases=("Loại", "Cấp")),
    SheetColumn("parent", "Đơn vị cấp trên", aliases=("Cấp trên", "Trực thuộc")),
    SheetColumn("starts_on", "Có từ ngày", SheetKind.DATE, aliases=("Ngày thành lập",)),
    SheetColumn("symbol", "Ký hiệu văn bản", aliases=("Ký hiệu",)),
    SheetColumn("place", "Địa danh"),
    SheetColumn("address", "Địa chỉ"),
    SheetColumn("phone", "Điện thoại đơn vị"),
    SheetColumn("email", "Thư điện tử đơn vị", aliases=("Email đơn vị",)),
    SheetColumn("full_name", "Họ và tên cán bộ", aliases=("Họ và tên", "Cán bộ")),
    SheetColumn("title", "Chức vụ"),
    SheetColumn("role", "Vai trò"),
    SheetColumn("duty", "Phụ trách"),
    SheetColumn("post_from", "Giữ chức vụ từ ngày", SheetKind.DATE),
    SheetColumn("username", "Tên đăng nhập"),
    SheetColumn("user_phone", "Điện thoại cán bộ", aliases=("Điện thoại",)),
    SheetColumn("user_email", "Thư điện tử cán bộ", aliases=("Thư điện tử", "Email")),
)
TITLES: Final[dict[str, str]] = {column.name: column.title for column in COLUMNS}
_EXAMPLE: Final[tuple[dict[str, str], ...]] = (
    {
        "name": "Liên đoàn Lao động huyện Ba Tri",
        "short_name": "LĐLĐ huyện Ba Tri",
        "kind": UnitKind.DISTRICT.label,
        "symbol": "LĐLĐ",
        "place": "Ba Tri",
        "full_name": "Nguyễn Văn A",
        "title": "Chủ tịch",
        "role": Role.UNIT_LEADER.label,
        "post_from": "01/01/2023",
        "username": "nguyen.van.a",
    },
    {
        "name": "Công đoàn cơ sở xã An Thủy",
        "short_name": "CĐCS xã An Thủy",
        "kind": UnitKind.GRASSROOTS.label,
        "parent": "LĐLĐ huyện Ba Tri",
    },
)


def template_workbook() -> bytes:
    """An empty sheet with the titles, two rows to write over, and a second sheet that says what may be written."""
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    sheet, help_sheet = book.add_worksheet("Đơn vị và cán bộ"), book.add_worksheet("Cách điền")
    head, needed = (
        book.add_format({"bold": True, "bottom": 1}),
        book.add_format({"bold": True, "bottom": 1, "bg_color": "#EAF1F9"}),
    )
    for at, column in enumerate(COLUMNS):
        sheet.write_string(0, at, column.title, needed if column.required else head)
    for number, example in enumerate(_EXAMPLE, start=1):
        for at, column in enumerate(COLUMNS):
            sheet.write_string(number, at, example.get(column.name, ""))
    for number, line in enumerate(_help()):
        help_sheet.write_string(number, 0, line)
    sheet.set_column(0, len(COLUMNS), 22)
    sheet.freeze_panes(1, 1)
    help_sheet.set_column(0, 0, 100)
    book.close()
    return stream.getvalue()


def _help() -> Iterator[str]:
    yield "Mỗi dòng là một cán bộ của một đơn vị; nhiều cán bộ thì lặp lại tên đơn vị, không có cán bộ thì để trống."
    yield "Cột tô màu phải điền. Đơn vị cấp trên để trống là đơn vị đang chọn khi nhập. Hai dòng mẫu viết đè lên."
    yield "Đơn vị đã có trong hệ thống được giữ nguyên, chỉ thêm cán bộ."
    yield "Loại đơn vị: " + "; ".join(UnitKind.labels)
    yield "Vai trò (trống thì suy ra từ chức vụ): " + "; ".join(Role.labels)
