"""What was corrected in who leads and cooperates, and in which units the printed names mean."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from congdoan.organisation.models import Unit, UnitKind
from congdoan.plans.models import Correction, PartyRole, Stage
from congdoan.plans.services.review.learning.difference import Difference
from congdoan.plans.services.review.learning.drafted import Drafted
from congdoan.plans.services.review.rows import Row

What = Correction.What
Who = tuple[str, object]
_ROLES: Final = {PartyRole.LEAD: What.LEAD, PartyRole.COOPERATING: What.COOPERATING}


@dataclass(slots=True)
class Parties:
    """The parties of a draft's tasks, first and now. `named`: printed name → unit that a person gave it."""

    drafted: Drafted
    units: dict[int, Unit]
    first: dict[tuple[int, str], list[Row]] = field(default_factory=dict)
    now: dict[tuple[int, str], list[Row]] = field(default_factory=dict)
    named: dict[str, int] = field(default_factory=dict)

    def label(self, row: Row) -> str:
        if row["unit_id"]:
            return str(self.units[row["unit_id"]])
        return str(UnitKind(row["audience"]).label) if row["audience"] else str(row["printed"])

    def who(self, row: Row) -> Who:
        """Whom a row means, a printed name as the unit that it was given."""
        unit = row["unit_id"] or (None if row["audience"] else self.named.get(row["printed"]))
        return ("unit", unit) if unit else ("", row["audience"] or row["printed"])


def parties_of(drafted: Drafted) -> Parties:
    """One query for all units that are named."""
    rows = [*drafted.first["party"].values(), *drafted.now["party"].values()]
    coordinators = [row["coordinator_id"] for rows_ in (drafted.first, drafted.now) for row in rows_["plan"].values()]
    units = Unit.objects.in_bulk({pk for pk in (*(row["unit_id"] for row in rows), *coordinators) if pk})
    found = Parties(drafted, units)
    for kept, by_task in ((drafted.first, found.first), (drafted.now, found.now)):
        for row in sorted(kept["party"].values(), key=lambda row: (row["order"], row["id"])):
            by_task.setdefault((row["task_id"], row["role"]), []).append(row)
    found.named = dict(_named(found))
    return found


def of_units(parties: Parties) -> Iterator[Difference]:
    """Each printed name that meant no unit and was given one, once."""
    open_rows = {row["printed"]: key for key, row in parties.drafted.first["party"].items() if _is_open(row)}
    for printed, unit in parties.named.items():
        key = open_rows[printed]
        row = parties.drafted.first["party"][key]
        touched = (("party", key), ("task", str(row["task_id"])))
        unit_name = str(parties.units[unit])
        yield Difference(Stage.UNITS, What.UNIT, "", printed, unit_name, touched, row["start"], row["end"])


def of_assignment(parties: Parties) -> Iterator[Difference]:
    """Tasks whose leads or cooperating units are others now, and the plan's coordinator."""
    for key, (first, now) in parties.drafted.both("task").items():
        for role, what in _ROLES.items():
            before, after = parties.first.get((now["id"], role), []), parties.now.get((now["id"], role), [])
            if {parties.who(row) for row in before} != {parties.who(row) for row in after}:
                read, corrected = _labels(parties, before), _labels(parties, after)
                touched = (("task", key),)
                yield Difference(
                    Stage.ASSIGNMENT, what, now["number"], read, corrected, touched, first["start"], first["end"]
                )
    yield from _of_coordinator(parties)


def _of_coordinator(parties: Parties) -> Iterator[Difference]:
    for key, (first, now) in parties.drafted.both("plan").items():
        if first["coordinator_id"] != now["coordinator_id"]:
            read, corrected = (str(parties.units.get(row["coordinator_id"]) or "") for row in (first, now))
            yield Difference(Stage.ASSIGNMENT, What.COORDINATOR, "", read, corrected, (("plan", key),))


def _named(parties: Parties) -> Iterator[tuple[str, int]]:
    """Open names that became a unit: in their own row, or where new units took the place of as many open names."""
    for first, now in parties.drafted.both("party").values():
        if _is_open(first) and now["unit_id"]:
            yield first["printed"], now["unit_id"]
    for place, before in parties.first.items():
        after = parties.now.get(place, [])
        kept = {parties.who(row) for row in before} & {parties.who(row) for row in after}
        gone = [row for row in before if parties.who(row) not in kept]
        new = [row for row in after if parties.who(row) not in kept]
        if len(gone) == len(new) and all(map(_is_open, gone)) and all(row["unit_id"] for row in new):
            yield from ((old["printed"], row["unit_id"]) for old, row in zip(gone, new, strict=True))


def _is_open(row: Row) -> bool:
    return not row["unit_id"] and not row["audience"] and bool(row["printed"])


def _labels(parties: Parties, rows: Iterable[Row]) -> str:
    return "; ".join(dict.fromkeys(parties.label(row) for row in rows))
