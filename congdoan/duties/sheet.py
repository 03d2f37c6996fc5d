"""The matrix as a sheet: what is given out can be changed and taken in again."""

from collections.abc import Callable
from operator import attrgetter
from typing import Final

from congdoan.core.exports.columns import Column, Kind
from congdoan.core.sheets.columns import SheetColumn
from congdoan.duties.models import Part
from congdoan.duties.queries.matrix import Row

COLUMNS: Final[tuple[SheetColumn, ...]] = (
    SheetColumn("group", "Lĩnh vực", aliases=("Nhóm", "Nhóm nhiệm vụ")),
    SheetColumn("number", "Số", aliases=("TT", "STT", "Số thứ tự")),
    SheetColumn("text", "Nhiệm vụ", required=True, aliases=("Nội dung", "Nội dung công việc", "Công việc")),
    SheetColumn("leads", Part.LEADS.label, aliases=("Đơn vị chủ trì", "Cơ quan chủ trì")),
    SheetColumn("cooperates", Part.COOPERATES.label, aliases=("Đơn vị phối hợp", "Cơ quan phối hợp")),
    SheetColumn("decides", Part.DECIDES.label, aliases=("Cấp quyết định", "Thẩm quyền quyết định")),
    SheetColumn("told", Part.TOLD.label, aliases=("Được thông báo", "Nơi nhận báo cáo")),
    SheetColumn("source", "Căn cứ", aliases=("Văn bản quy định",)),
)
TITLES: Final[dict[str, str]] = {column.name: column.title for column in COLUMNS}


def _units(part: Part) -> Callable[[Row], str]:
    return lambda row: "; ".join(unit.short_name for unit in row.units_with(part))


EXPORT: Final = (
    Column("Lĩnh vực", lambda row: row.duty.group, width=30),
    Column("Số", lambda row: row.duty.number, width=8),
    Column("Nhiệm vụ", lambda row: row.duty.text, width=60),
    *(Column(part.label, _units(part), width=30) for part in Part),
    Column("Căn cứ", lambda row: row.duty.source, width=30),
    Column("Từ ngày", lambda row: row.duty.starts_on, Kind.DATE, 12),
)
FLAWS: Final = (
    Column("Loại", lambda flaw: "Chồng chéo" if flaw.kind == "overlap" else "Bỏ sót", width=14),
    Column("Nhiệm vụ", lambda flaw: str(flaw.duty), width=60),
    Column("Lý do", lambda flaw: flaw.words, width=50),
    Column("Nhiệm vụ giống", lambda flaw: str(flaw.other) if flaw.other else None, width=60),
)
LOADS: Final = (
    Column("Đơn vị", lambda load: load.unit.short_name, width=34),
    *(Column(part.label, attrgetter(part.value), Kind.NUMBER, 14) for part in Part),
)
