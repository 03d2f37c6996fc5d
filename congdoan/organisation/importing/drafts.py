"""What a checked sheet would make: new units in an order in which parents come first, new accounts, new posts."""

from dataclasses import dataclass, field
from datetime import date

from congdoan.core.sheets.columns import SheetError


@dataclass(slots=True)
class UnitDraft:
    """A unit of the tree: an existing one (`pk`), or one that row `row` makes."""

    name: str
    short_name: str
    kind: str
    starts_on: date
    parent: "UnitDraft | None" = None
    row: int = 0
    pk: int = 0
    path: str = ""
    depth: int = 0
    contacts: dict[str, str] = field(default_factory=dict)

    @property
    def is_new(self) -> bool:
        return self.row > 0


@dataclass(slots=True)
class PersonDraft:
    """An existing account (`pk`), or a new one without a password."""

    username: str
    full_name: str
    phone: str = ""
    email: str = ""
    pk: int = 0
    is_new: bool = True


@dataclass(frozen=True, slots=True)
class PostDraft:
    person: PersonDraft
    unit: UnitDraft
    role: str
    title: str
    duty: str
    starts_on: date


@dataclass(slots=True)
class ImportDraft:
    """`known` units of the sheet exist already; `dated_up` new ones begin with their parent, not on the day written."""

    rows: int = 0
    units: list[UnitDraft] = field(default_factory=list)
    people: list[PersonDraft] = field(default_factory=list)
    posts: list[PostDraft] = field(default_factory=list)
    known: int = 0
    dated_up: int = 0
    errors: list[SheetError] = field(default_factory=list)
