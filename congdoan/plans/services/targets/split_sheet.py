"""Levels of units from a sheet: everything that is wrong in it is said by row and column, and nothing is written."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from congdoan.core.errors import Invalid
from congdoan.core.sheets.columns import SheetColumn, SheetError, SheetKind, SheetRow
from congdoan.core.sheets.read import read_sheet
from congdoan.core.text import fold
from congdoan.organisation.models import Unit
from congdoan.plans.models import TargetPart
from congdoan.plans.services.targets.split import Share, units_for

COLUMNS: Final = (
    SheetColumn("unit", "Đơn vị", required=True, aliases=("Tên đơn vị", "Đơn vị thực hiện")),
    SheetColumn("value", "Mức giao", SheetKind.NUMBER, required=True, aliases=("Chỉ tiêu giao", "Chỉ tiêu")),
    SheetColumn("weight", "Trọng số", SheetKind.NUMBER),
)
_SHOWN: Final = 5


def shares_from_sheet(content: bytes, part: TargetPart) -> list[Share]:
    """Raises Invalid at the field "file" with the first wrong cells."""
    try:
        read = read_sheet(content, columns=COLUMNS)
    except Invalid as error:
        raise Invalid(error.message, field="file") from error
    names = _names(units_for(part))
    errors, shares = list(read.errors), []
    for row in read:
        unit = names.get(fold(str(row.values.get("unit") or "")))
        if unit is None:
            if row.values.get("unit"):
                errors.append(_unknown(row, part))
            continue
        shares.append(_share(unit, row))
    if errors:
        raise Invalid(_words(errors), field="file")
    if not shares:
        raise Invalid("Tệp không có dòng nào.", field="file")
    return shares


def _share(unit: Unit, row: SheetRow) -> Share:
    value, weight = row.values.get("value"), row.values.get("weight")
    return Share(
        unit.pk,
        value if isinstance(value, Decimal) else Decimal(0),
        weight if isinstance(weight, Decimal) else Decimal(1),
    )


def _names(units: Iterable[Unit]) -> dict[str, Unit]:
    """By full and short name; of two units with the same name neither."""
    found: dict[str, Unit] = {}
    twice: set[str] = set()
    for unit in units:
        for name in {fold(unit.name), fold(unit.short_name)}:
            twice |= {name} & found.keys()
            found[name] = unit
    return {name: unit for name, unit in found.items() if name not in twice}


def _unknown(row: SheetRow, part: TargetPart) -> SheetError:
    name = str(row.values["unit"])
    return SheetError(row.number, "Đơn vị", name, f"“{name}” không phải tên một đơn vị trực thuộc {part.unit}")


def _words(errors: list[SheetError]) -> str:
    more = len(errors) - _SHOWN
    shown = ". ".join(str(error) for error in errors[:_SHOWN])
    return f"Chưa nhập gì. {shown}." + (f" Còn {more} lỗi khác." if more > 0 else "")
