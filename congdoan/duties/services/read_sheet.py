"""What a sheet of duties would make, and everything that is wrong in it; writes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from congdoan.core.errors import Invalid
from congdoan.core.sheets.columns import SheetError, SheetRow, SheetRows
from congdoan.core.sheets.read import read_sheet
from congdoan.core.text import normalise
from congdoan.duties.models import Duty, DutyShare, Part
from congdoan.duties.services.duties import folded_of
from congdoan.duties.sheet import COLUMNS, TITLES
from congdoan.organisation.matching import Matcher, UnitMatch
from congdoan.organisation.models import Unit

MOST: Final = 2_000
_LONGEST: Final = {"group": 200, "number": 20, "text": 600, "source": 250}


@dataclass(slots=True)
class MatrixDraft:
    """Duties with their shares, not written yet, and what is wrong in the sheet."""

    duties: list[Duty] = field(default_factory=list)
    shares: list[DutyShare] = field(default_factory=list)
    errors: list[SheetError] = field(default_factory=list)


class MatrixReader:
    """Reads rows into a draft of the organ's matrix as of the day `on`."""

    def __init__(self, organ: Unit, on: date) -> None:
        self.draft = MatrixDraft()
        self._organ, self._on, self._matcher = organ, on, Matcher(organ)
        self._row_of: dict[str, int] = {}

    def read(self, row: SheetRow) -> None:
        values = {name: normalise(str(value or "")) for name, value in row.values.items()}
        if not values.get("text"):
            return
        duty = Duty(unit=self._organ, starts_on=self._on, **{name: values.get(name, "") for name in _LONGEST})
        duty.folded = folded_of(duty.group, duty.text)
        self.draft.duties.append(duty)
        self._check(row.number, duty)
        taken: dict[int, Part] = {}
        for unit, part in self._parts(row.number, values):
            if taken.setdefault(unit.pk, part) is not part:
                self._wrong(row.number, part.value, values[part.value], f"{unit} đã ghi ở cột {taken[unit.pk].label}")
            else:
                self.draft.shares.append(DutyShare(duty=duty, unit=unit, part=part, starts_on=self._on))

    def _check(self, row: int, duty: Duty) -> None:
        for name, most in _LONGEST.items():
            if len(text := getattr(duty, name)) > most:
                self._wrong(row, name, f"{text[:40]}…", f"dài quá {most} ký tự")
        if (earlier := self._row_of.setdefault(duty.folded, row)) != row:
            self._wrong(row, "text", duty.text, f"trùng với dòng {earlier}")

    def _parts(self, row: int, values: dict[str, str]) -> Iterator[tuple[Unit, Part]]:
        for part in Part:
            named: dict[int, Unit] = {}
            for match in self._matches(values.get(part.value, "")):
                if match.unit is None or match.doubtful:
                    self._wrong(row, part.value, match.part, _why(match))
                else:
                    named[match.unit.pk] = match.unit
            yield from ((unit, part) for unit in named.values())

    def _matches(self, printed: str) -> Iterator[UnitMatch]:
        for piece in filter(None, map(str.strip, printed.split(";"))):
            yield from self._matcher.match(piece) or [UnitMatch(piece, "none")]

    def _wrong(self, row: int, column: str, value: str, message: str) -> None:
        self.draft.errors.append(SheetError(row, TITLES[column], value, message))


def read_matrix(content: bytes, *, organ: Unit, on: date) -> tuple[SheetRows, MatrixDraft]:
    """Raises Invalid when the file is no sheet of this form, or has too many rows for one matrix."""
    rows = read_sheet(content, columns=COLUMNS)
    if len(rows) > MOST:
        raise Invalid(f"Tệp có {len(rows)} nhiệm vụ, nhiều hơn {MOST}. Chia thành nhiều tệp.", field="file")
    reader = MatrixReader(organ, on)
    reader.draft.errors.extend(rows.errors)
    for row in rows:
        reader.read(row)
    reader.draft.errors.sort(key=lambda error: error.row)
    return rows, reader.draft


def _why(match: UnitMatch) -> str:
    if match.doubtful:
        return "có thể là nhiều đơn vị, ghi tên đầy đủ"
    return "là cả một cấp, ghi tên từng đơn vị" if match.audience else "không có đơn vị này"
