"""Finds out which units a sheet means and makes: known ones, new ones, and where each stands."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from congdoan.core import clock
from congdoan.core.sheets.columns import SheetError, SheetRow
from congdoan.organisation.importing.columns import TITLES
from congdoan.organisation.importing.drafts import ImportDraft, UnitDraft
from congdoan.organisation.kinds import INSIDE, LEVELS, UnitKind
from congdoan.organisation.models import Unit, UnitVersion
from congdoan.organisation.naming import plain

_KINDS = {plain(label): value for value, label in UnitKind.choices} | {
    "cdcs": UnitKind.GRASSROOTS,
    "nghiep doan": UnitKind.CRAFT_UNION,
    "ban": UnitKind.DEPARTMENT,
    "van phong": UnitKind.DEPARTMENT,
    "ldld huyen": UnitKind.DISTRICT,
    "ldld huyen thanh pho": UnitKind.DISTRICT,
    "cong doan nganh": UnitKind.SECTOR_LOCAL,
    "cong doan xa": UnitKind.COMMUNE,
    "ubkt": UnitKind.INSPECTION,
}
_CONTACTS = ("symbol", "place", "address", "phone", "email")


class UnitReader:
    """Reads the units of all rows under one organ; `of_row` says which unit each row stands for."""

    def __init__(self, within: Unit, draft: ImportDraft) -> None:
        self._draft = draft
        self._today = clock.today()
        self._by_name: dict[str, list[UnitDraft]] = defaultdict(list)
        self.of_row: dict[int, UnitDraft] = {}
        self._parent_text: dict[int, str] = {}
        self._root = self._load(within)

    def read(self, rows: Iterable[SheetRow]) -> None:
        new: dict[tuple[str, str], UnitDraft] = {}
        for row in rows:
            self._read_row(row, new)
        for unit in new.values():
            for key in {plain(unit.short_name), plain(unit.name)}:
                self._by_name[key].append(unit)
        for unit in new.values():
            unit.parent = self._parent_of(unit)
        self._place(list(new.values()))

    def _load(self, within: Unit) -> UnitDraft:
        """The existing units under the organ, as drafts; a unit's place is known since its present version."""
        since = dict(
            UnitVersion.objects.filter(path__startswith=within.path, valid_to=None).values_list("unit", "valid_from")
        )
        drafts: dict[int, UnitDraft] = {}
        for unit in Unit.objects.under(within).existing(self._today).order_by("depth").iterator():
            draft = UnitDraft(
                unit.name,
                unit.short_name,
                unit.kind,
                since.get(unit.pk, unit.starts_on),
                parent=drafts.get(unit.parent_id or 0),
                pk=unit.pk,
                path=unit.path,
                depth=unit.depth,
            )
            drafts[unit.pk] = draft
            for key in {plain(unit.short_name), plain(unit.name)}:
                self._by_name[key].append(draft)
        return drafts[within.pk]

    def _read_row(self, row: SheetRow, new: dict[tuple[str, str], UnitDraft]) -> None:
        values = {name: str(value or "") for name, value in row.values.items()}
        if not values["name"]:
            return
        short = values.get("short_name") or values["name"]
        parent_text = plain(values.get("parent", ""))
        if known := self._known(short, values["name"], parent_text):
            self.of_row[row.number] = known
            return
        key = (plain(short), parent_text)
        if key not in new:
            kind = _KINDS.get(plain(values["kind"]))
            if kind is None:
                self._wrong(row.number, "kind", values["kind"], "không có loại này; xem trang “Cách điền” của tệp mẫu")
                return
            new[key] = self._new(row, values, short, kind)
            self._parent_text[row.number] = parent_text
        self.of_row[row.number] = new[key]

    def _known(self, short: str, name: str, parent_text: str) -> UnitDraft | None:
        found = [
            unit for unit in self._by_name.get(plain(short)) or self._by_name.get(plain(name), []) if not unit.is_new
        ]
        for unit in found:
            above = unit.parent
            if (not parent_text and above is self._root) or (
                above and parent_text in (plain(above.short_name), plain(above.name))
            ):
                return unit
        return None

    def _new(self, row: SheetRow, values: dict[str, str], short: str, kind: str) -> UnitDraft:
        starts_on = row.values.get("starts_on")
        day = starts_on if isinstance(starts_on, date) else self._today
        if day > self._today:
            self._wrong(row.number, "starts_on", f"{day:%d/%m/%Y}", "ngày chưa đến")
        contacts = {name: values.get(name, "") for name in _CONTACTS}
        return UnitDraft(values["name"], short, kind, min(day, self._today), row=row.number, contacts=contacts)

    def _parent_of(self, unit: UnitDraft) -> UnitDraft:
        text = self._parent_text[unit.row]
        if not text:
            return self._root
        found = [other for other in self._by_name.get(text, []) if other is not unit]
        if len(found) == 1:
            return found[0]
        message = (
            f"có {len(found)} đơn vị tên này; viết tên đầy đủ"
            if found
            else f"không có đơn vị này dưới {self._root.short_name} và trong tệp"
        )
        self._wrong(unit.row, "parent", text, message)
        return self._root

    def _place(self, units: list[UnitDraft]) -> None:
        """Order so that parents come first, check levels and names, let none begin before its parent."""
        taken = {(id(u.parent), plain(u.short_name)) for found in self._by_name.values() for u in found if not u.is_new}
        for unit in sorted(units, key=self._depth_of):
            parent = unit.parent or self._root
            if parent.kind in INSIDE or LEVELS[unit.kind] <= LEVELS[parent.kind]:
                label = UnitKind(unit.kind).label
                self._wrong(unit.row, "kind", label, f"{label} không trực thuộc {parent.short_name}")
            if (id(parent), plain(unit.short_name)) in taken:
                self._wrong(unit.row, "name", unit.short_name, f"đã có tên này trong {parent.short_name}")
            taken.add((id(parent), plain(unit.short_name)))
            if unit.starts_on < parent.starts_on:
                self._draft.dated_up += 1
                unit.starts_on = parent.starts_on
            unit.depth = parent.depth + 1
            self._draft.units.append(unit)

    def _depth_of(self, unit: UnitDraft) -> int:
        """Steps up to an existing unit; a circle is reported and broken."""
        steps, at, seen = 0, unit, set()
        while at.is_new and at.parent is not None:
            if id(at) in seen:
                self._wrong(unit.row, "parent", unit.short_name, "các đơn vị cấp trên nối thành vòng")
                unit.parent = self._root
                return 0
            seen.add(id(at))
            steps, at = steps + 1, at.parent
        return steps

    def _wrong(self, row: int, column: str, value: str, message: str) -> None:
        self._draft.errors.append(SheetError(row, TITLES[column], value, message))
