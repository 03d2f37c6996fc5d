"""Finds the units that a paper means: by exact name, confirmed alias, abbreviation, or as every unit of a kind."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from django.db import transaction
from django.db.models import Q

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.text import fold, normalise
from congdoan.organisation.kinds import BOTTOM, INSIDE
from congdoan.organisation.models import Unit, UnitAlias
from congdoan.organisation.naming import (
    audience,
    designations,
    is_short_for,
    plain,
    shorter_names,
    spelt_out,
    ways_to_write,
    without_body,
    without_organ,
)
from congdoan.organisation.rights import require

How = Literal["exact", "alias", "abbreviation", "none"]
_SEPARATOR = re.compile(r"\s*[,;]\s*|\s+và\s+")


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """One thing that printed words mean: `unit`, or every unit of kind `audience` under the paper's organ.

    `part` is the piece of the printed words. `doubtful` matches of the same part are choices: only one is meant.
    `how` "none" stands for a part that means nothing known.
    """

    part: str
    how: How
    unit: Unit | None = None
    audience: str = ""
    doubtful: bool = False


def match_printed_unit(printed: str, *, within: Unit) -> list[UnitMatch]:
    """What `printed` means in a paper of the organ of `within`; empty when nothing in it is known.

    "Văn phòng, các ban" gives two matches, "Ban TC" two doubtful ones (Tài chính, Tổ chức).
    For many words of one paper make one `Matcher`: it asks for the units around only once.
    """
    return Matcher(within).match(printed)


class Matcher:
    """The units around one organ: itself, those above with their departments, those directly under it."""

    def __init__(self, within: Unit) -> None:
        today = clock.today()
        above = [int(part) for part in within.organ_path.strip("/").split("/")]
        found = Unit.objects.existing(today).filter(
            Q(pk__in=above) | Q(parent__in=above, kind__in=INSIDE) | Q(parent=above[-1]) & ~Q(kind__in=BOTTOM)
        )
        units = {unit.pk: unit for unit in found}
        self._organ = units.get(above[-1], within)
        self._above = [units[pk] for pk in above if pk in units]
        self._parts = [unit for unit in units.values() if unit.is_inside]
        self._units = [unit for unit in units.values() if not unit.is_inside]
        self._names = {unit.pk: designations(unit.kind, unit.name, unit.short_name) for unit in self._above}
        confirmed = UnitAlias.objects.holding().filter(scope__in=above).select_related("unit").order_by("scope__depth")
        aliases = [alias for alias in confirmed if alias.unit.exists_on(today)]
        self._aliases = {alias.folded: alias.unit for alias in aliases}
        self._written = {
            words: alias.unit
            for alias in aliases
            for words in ways_to_write(alias.text, self._names.get(alias.scope_id, ()))
        }

    def match(self, printed: str) -> list[UnitMatch]:
        printed = normalise(printed).strip(" .:;,")
        if whole := self._one(printed):
            return whole
        found = list(self._pieces(printed))
        return found if any(match.how != "none" for match in found) else []

    def _pieces(self, printed: str) -> Iterator[UnitMatch]:
        """Pieces between commas and "và", the longest that means something first."""
        gaps = [(m.start(), m.end()) for m in _SEPARATOR.finditer(printed)]
        starts = [0, *(end for _, end in gaps)]
        ends = [*(start for start, _ in gaps), len(printed)]
        at = 0
        while at < len(starts):
            tried = ((last, self._one(printed[starts[at] : ends[last]])) for last in range(len(ends) - 1, at - 1, -1))
            last, found = next(((last, found) for last, found in tried if found), (at, []))
            yield from found or [UnitMatch(printed[starts[at] : ends[last]], "none")]
            at = last + 1

    def _one(self, part: str) -> list[UnitMatch]:
        """What one piece means as a whole: the first way of reading that finds something."""
        if not plain(part):
            return []
        exact = self._exact(part)
        if len(exact) == 1:
            return _matches(part, "exact", exact)
        if named := self._aliases.get(plain(part)) or self._written.get(spelt_out(part)):
            return [UnitMatch(part, "alias", named)]
        if exact:
            return _matches(part, "exact", exact)
        if kinds := self._audience(part):
            return [UnitMatch(part, "abbreviation", audience=kind) for kind in kinds]
        return _matches(part, "abbreviation", self._abbreviated(spelt_out(part)) or self._deep(part))

    def _exact(self, part: str) -> list[Unit]:
        words = plain(part)

        def in_full(rest: str, unit: Unit) -> bool:
            return any(rest == spelt_out(n) and words.startswith(plain(n)) for n in (unit.name, unit.short_name))

        units = [unit for unit in self._units if words in (plain(unit.name), plain(unit.short_name))]
        return _with_tones(part, units) or self._departments(spelt_out(part), in_full) or self._deep(part)

    def _audience(self, part: str) -> tuple[str, ...]:
        words = without_organ(spelt_out(part), self._names.get(self._organ.pk, ())) or part
        kinds = audience(part) or audience(words)
        if len(kinds) > 1:
            there = set(
                Unit.objects.under(self._organ).filter(kind__in=kinds).values_list("kind", flat=True).distinct()
            )
            return tuple(kind for kind in kinds if kind in there)
        return kinds

    def _abbreviated(self, words: str) -> list[Unit]:
        bare = without_body(words)
        for unit in reversed(self._above):
            if words in self._names[unit.pk] or (bare is not None and bare in self._names[unit.pk]):
                return [unit]
        if bare == "":
            return [self._organ]
        named = [unit for unit in self._units if self._is_called(unit, words)]
        return named or self._departments(words, lambda rest, unit: is_short_for(rest, spelt_out(unit.short_name)))

    def _is_called(self, unit: Unit, words: str) -> bool:
        return any(words in shorter_names(name, self._organ.place) for name in (unit.name, unit.short_name))

    def _departments(self, words: str, fits: Callable[[str, Unit], bool]) -> list[Unit]:
        """Departments of the organ, and of organs above when the words say whose they are."""
        found = []
        for unit in self._parts:
            owner = self._names.get(unit.parent_id or 0, ())
            rest = without_organ(words, owner)
            own = unit.parent_id == self._organ.pk
            if (rest is not None and fits(rest, unit)) or (own and fits(words, unit)):
                found.append(unit)
        return found

    def _deep(self, part: str) -> list[Unit]:
        """Units further down, by their whole name or short name."""
        words, folded = plain(part), fold(part)
        found = (
            Unit.objects.existing(clock.today())
            .under(self._organ)
            .filter(Q(folded__startswith=f"{folded} ") | Q(folded__endswith=f" {folded}"))[:20]
        )
        return _with_tones(part, [u for u in found if words in (plain(u.name), plain(u.short_name))])


def _with_tones(part: str, units: list[Unit]) -> list[Unit]:
    """Only those that agree in tones too, when there are such."""
    wanted = normalise(part).lower()
    same = [unit for unit in units if wanted in (unit.name.lower(), unit.short_name.lower())]
    return same or units


def _matches(part: str, how: How, units: Iterable[Unit]) -> list[UnitMatch]:
    found = [UnitMatch(part, how, unit) for unit in units]
    return found if len(found) < 2 else [replace(match, doubtful=True) for match in found]


@transaction.atomic
def confirm_alias(*, text: str, unit: Unit, within: Unit, by: User) -> UnitAlias:
    """Remember that papers of the organ of `within` and of all under it mean `unit` when they write `text`.

    What somebody revoked before stays revoked. Raises NotAllowed unless `by` may draft plans there.
    """
    require(by, "plans.draft", within)
    scope_id, folded = within.organ_id, plain(text)
    revoked = UnitAlias.objects.filter(scope=scope_id, folded=folded, unit=unit, revoked_at__isnull=False).first()
    if revoked is not None:
        return revoked
    alias, _ = UnitAlias.objects.update_or_create(
        scope_id=scope_id,
        folded=folded,
        revoked_at=None,
        defaults={"unit": unit, "text": normalise(text), "confirmed_by": by},
    )
    return alias
