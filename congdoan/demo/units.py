"""Establishes the demo's units, then lets their history happen: renamed, moved, ended by decisions."""

from datetime import date
from typing import Final

from congdoan.demo.sheets import rows
from congdoan.organisation.kinds import UnitKind
from congdoan.organisation.models import Unit
from congdoan.organisation.services.authority import Actor
from congdoan.organisation.services.end import end_unit
from congdoan.organisation.services.establish import establish_unit
from congdoan.organisation.services.move import move_unit
from congdoan.organisation.services.rename import rename_unit

Units = dict[str, Unit]
PROVINCE: Final = "tinh"
_CRAFT, _GRASSROOTS = "Nghiệp đoàn ", "CĐCS "


def establish_top() -> Units:
    """The confederation and the province, which the operator makes."""
    return _establish([row for row in rows("units") if row["key"] in ("tld", PROVINCE)], {}, by=None)


def establish_below(units: Units, *, by: Actor) -> None:
    """Departments, districts, sector unions and grassroots unions, with what happened to some of them since."""
    units |= _establish([row for row in rows("units") if row["key"] not in units], units, by=by)
    for row in rows("grassroots"):
        units[f"{row['parent']}/{row['short_name']}"] = _grassroots(row, units, by)
    for row in rows("reorganisations"):
        _reorganise(row, units, by)
    units |= {key: Unit.objects.get(pk=unit.pk) for key, unit in units.items() if "/" not in key}


def _establish(sheet: list[dict[str, str]], known: Units, *, by: Actor) -> Units:
    made = dict(known)
    for row in sheet:
        made[row["key"]] = establish_unit(
            by=by,
            parent=made.get(row["parent"]),
            effective_on=date.fromisoformat(row["since"]),
            **{name: row[name] for name in ("kind", "short_name", "name", "symbol", "place", "decision")},
            address=row["address"],
            phone=row["phone"],
        )
    return made


def _grassroots(row: dict[str, str], units: Units, by: Actor) -> Unit:
    short_name = row["short_name"]
    is_craft = short_name.startswith(_CRAFT)
    return establish_unit(
        by=by,
        parent=units[row["parent"]],
        kind=UnitKind.CRAFT_UNION if is_craft else UnitKind.GRASSROOTS,
        short_name=short_name,
        name=short_name if is_craft else f"Công đoàn cơ sở {short_name.removeprefix(_GRASSROOTS)}",
        effective_on=date.fromisoformat(row["since"]),
        decision=row["decision"],
    )


def _reorganise(row: dict[str, str], units: Units, by: Actor) -> None:
    unit = Unit.objects.get(parent=units[row["parent"]], short_name=row["unit"])
    on, decision = date.fromisoformat(row["on"]), row["decision"]
    match row["what"]:
        case "rename":
            names = {"short_name": row["into"], "name": row["name"]}
            rename_unit(by=by, unit_id=unit.pk, effective_on=on, decision=decision, **names)
        case "move":
            into = units[row["into"]].pk
            move_unit(by=by, unit_id=unit.pk, parent_id=into, effective_on=on, decision=decision)
        case _:
            end_unit(by=by, unit_id=unit.pk, effective_on=on, decision=decision)
