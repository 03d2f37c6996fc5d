"""Other names of units that papers teach: confirmed in a doubt at once, by correcting cells in a second paper."""

from datetime import date

from congdoan.accounts.models import User
from congdoan.organisation.matching import confirm_alias
from congdoan.organisation.models import Unit, UnitAlias
from congdoan.organisation.naming import is_way_to_write
from congdoan.plans.models import CheckedReading, Correction, Plan, RuleSource, TaskParty
from congdoan.plans.services.review.learning.parties import Parties


def learn_name(plan: Plan, printed: str, unit: Unit, *, by: User, on: date) -> UnitAlias:
    """Remember that papers of the plan's organ mean `unit` by `printed`, and that this plan says so."""
    alias = confirm_alias(text=printed, unit=unit, within=plan.unit, by=by)
    RuleSource.objects.get_or_create(alias=alias, plan=plan, defaults={"by": by, "on": on})
    return alias


def confirm_names(plan: Plan, parties: Parties, *, by: User, on: date) -> None:
    """Names by which units of this paper were found, and left so, are confirmed by it."""
    printed: dict[int, set[str]] = {}
    for row in parties.drafted.now["party"].values():
        if row["match"] == TaskParty.Match.ALIAS:
            printed.setdefault(row["unit_id"], set()).add(row["printed"])
    above = [int(part) for part in plan.unit.organ_path.strip("/").split("/")]
    aliases = UnitAlias.objects.holding().filter(scope__in=above, unit__in=printed)
    used = [alias for alias in aliases if any(is_way_to_write(p, alias.text) for p in printed[alias.unit_id])]
    sources = [RuleSource(alias=alias, plan=plan, by=by, on=on) for alias in used]
    RuleSource.objects.bulk_create(sources, ignore_conflicts=True)


def learn_names(checked: CheckedReading, parties: Parties, *, by: User, on: date) -> None:
    """Names that this paper and an earlier one of the organ were corrected to the same unit, and none to another."""
    found = Correction.objects.filter(what=Correction.What.UNIT, checked__unit=checked.unit_id, read__in=parties.named)
    known: dict[str, set[str]] = {}
    for correction in found.exclude(checked=checked):
        known.setdefault(correction.read, set()).add(correction.corrected)
    for printed, unit_id in parties.named.items():
        unit = parties.units[unit_id]
        if known.get(printed) == {str(unit)}:
            learn_name(checked.plan, printed, unit, by=by, on=on)
