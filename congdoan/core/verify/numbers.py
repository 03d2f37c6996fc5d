"""Numbers of papers: each number of a series from 1 to the last is on exactly one paper, none is lost."""

from collections.abc import Iterator
from typing import Final

from congdoan.core.registry import Registry
from congdoan.core.verify.checks import Check, Progress, checks, places

numbered: Registry[str] = Registry("numbered papers")
"""SELECTs of the papers that bear numbers of `core.numbering`: unit_id, series, year, number, and the paper in words.

A package that takes numbers registers here; the series of a counter that no paper bears is that of a lost number.
"""

_USED: Final = "used (unit_id, series, year, number, paper) as ({union})"
_WORDS: Final = (
    "'Số ' || {number} || ', sổ ' || {row}.series || ' năm ' || {row}.year || ', đơn vị số ' || {row}.unit_id"
)
_TWICE: Final = f"""
    with {_USED}
    select {_WORDS.format(number="used.number", row="used")} || ': ' || string_agg(used.paper, '; ')
      from used group by used.unit_id, used.series, used.year, used.number having count(*) > 1
"""  # noqa: S608
_MISSING: Final = f"""
    with {_USED}
    select {_WORDS.format(number="n.number", row="counter")}
      from core_counter counter
      cross join lateral (select generate_series(1, counter.last) as number) n
     where not exists (select from used where used.unit_id = counter.unit_id and used.series = counter.series
                          and used.year = counter.year and used.number = n.number)
       and not exists (select from core_papernumbers kept where kept.unit_id = counter.unit_id
                          and kept.series = counter.series and kept.year = counter.year
                          and n.number between kept.first and kept.last)
"""  # noqa: S608
_BEYOND: Final = f"""
    with {_USED}
    select {_WORDS.format(number="used.number", row="used")} || ': ' || used.paper
      from used left join core_counter counter using (unit_id, series, year)
     where used.number < 1 or used.number > coalesce(counter.last, 0)
"""  # noqa: S608


_BEARER: Final = f"""
    with {_USED}
    select used.paper from used
     where (used.unit_id, used.series, used.year, used.number) = (%s, %s, %s, %s) limit 1
"""  # noqa: S608


def bearer_of(*, unit_id: int, series: str, year: int, number: int) -> str:
    """The paper, of whatever package, that bears the number, in words; empty when none does."""
    asked = _BEARER.format(union=_union())
    return next(iter(places(asked, [unit_id, series, year, number])), "")


def register() -> None:
    for name, sentence, select in (
        ("numbers.twice", "Không số nào cấp hai lần", _TWICE),
        ("numbers.missing", "Không số nào bị mất", _MISSING),
        ("numbers.beyond", "Không văn bản nào mang số chưa cấp", _BEYOND),
    ):
        checks.register(name, Check(sentence, _Over(select)))


class _Over:
    """Asks over the papers of all packages that have registered by the time of the run."""

    def __init__(self, select: str) -> None:
        self._select = select

    def __call__(self, _: Progress) -> Iterator[str]:
        if union := _union():
            yield from places(self._select.format(union=union))


def _union() -> str:
    return " union all ".join(f"({select})" for select in numbered)
