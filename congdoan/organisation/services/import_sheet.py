"""Units and officers from a sheet, under one organ."""

from collections.abc import Callable

from django.db import transaction

from congdoan.core.errors import Invalid
from congdoan.core.sheets.columns import SheetRows
from congdoan.core.sheets.read import read_sheet
from congdoan.organisation.importing.columns import COLUMNS
from congdoan.organisation.importing.drafts import ImportDraft
from congdoan.organisation.importing.officers import OfficerReader
from congdoan.organisation.importing.units import UnitReader
from congdoan.organisation.importing.write import write_draft
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import may
from congdoan.organisation.services.authority import Actor, require_of
from congdoan.organisation.services.tree import lock_tree

Progress = Callable[[str, int, int], None]


def read_units_and_officers(content: bytes) -> SheetRows:
    """Raises Invalid when the file is no sheet of this form."""
    return read_sheet(content, columns=COLUMNS)


def check_sheet(rows: SheetRows, *, within: Unit, by: Actor) -> ImportDraft:
    """What importing the rows would make, and everything that is wrong in them; writes nothing."""
    require_of(by, "units.manage", within)
    draft = ImportDraft(rows=len(rows), errors=list(rows.errors))
    units = UnitReader(within, draft)
    units.read(rows)
    draft.known = len({id(unit) for unit in units.of_row.values() if not unit.is_new})
    makes_administrators = by is None or may(by, "settings.manage", within)
    OfficerReader(within, draft, may_make_administrators=makes_administrators).read(rows, units.of_row)
    if draft.posts:
        require_of(by, "people.manage", within)
    draft.errors.sort(key=lambda error: error.row)
    return draft


@transaction.atomic
def import_sheet(
    *, by: Actor, within: Unit, content: bytes, decision: str = "", progress: Progress | None = None
) -> ImportDraft:
    """Make all units, accounts and posts of the sheet, or none when anything in it is wrong."""
    report = progress or (lambda stage, done, total: None)
    report("Đọc tệp", 0, 3)
    rows = read_units_and_officers(content)
    lock_tree()
    report("Kiểm tra", 1, 3)
    draft = check_sheet(rows, within=within, by=by)
    if draft.errors:
        raise Invalid(f"Tệp còn {len(draft.errors)} lỗi, chưa nhập gì. Lỗi đầu tiên: {draft.errors[0]}.")
    report("Ghi", 2, 3)
    write_draft(draft, by=by, decision=decision)
    return draft
