"""How long pages take: each process counts, and adds its counts to the table that all processes share."""

import json
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate
from threading import Lock
from time import monotonic
from typing import Final

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection, transaction
from django.utils import timezone

from congdoan.core.models.seeing import PageTimes

BOUNDS: Final = (10, 20, 30, 50, 75, 100, 150, 200, 300, 400, 500, 750, 1000, 1500, 2000, 3000, 5000, 10_000)
"""Upper bounds in milliseconds; the last count is of what took longer."""
KEPT_HOURS: Final = 48
ADD = """
    insert into core_pagetimes (page, hour, counts, failed)
    select page, hour, counts, failed
    from jsonb_to_recordset(%s) as noted(page text, hour timestamptz, counts int[], failed int)
    order by hour, page
    on conflict (hour, page) do update set
        failed = core_pagetimes.failed + excluded.failed,
        counts = array(
            select kept + more
            from unnest(core_pagetimes.counts, excluded.counts) with ordinality as pairs(kept, more, n)
            order by n
        )
"""

log = logging.getLogger("congdoan.seeing")


@dataclass(slots=True)
class _Noted:
    counts: list[int]
    failed: int = 0


_noted: dict[tuple[str, datetime], _Noted] = {}
_noting = Lock()
_flushed = monotonic()


def note(page: str, status: int, seconds: float) -> None:
    """Count an answer; now and then the counts of this process are written down."""
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    milliseconds = seconds * 1000
    place = next((n for n, bound in enumerate(BOUNDS) if milliseconds <= bound), len(BOUNDS))
    with _noting:
        noted = _noted.setdefault((page, hour), _Noted([0] * (len(BOUNDS) + 1)))
        noted.counts[place] += 1
        noted.failed += status >= 500
    if monotonic() - _flushed > settings.PAGE_TIMES_EVERY:
        write_down()


def write_down() -> None:
    """Add what this process has counted to the shared table. A database that is away loses these counts, no more."""
    rows = _take()
    if not rows:
        return
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(ADD, [json.dumps(rows)])
            oldest = timezone.now() - timedelta(hours=KEPT_HOURS)
            cursor.execute("delete from core_pagetimes where hour < %s", [oldest])
    except (DatabaseError, InterfaceError):
        log.warning("times of pages could not be written down")


def _take() -> list[dict[str, object]]:
    global _flushed
    with _noting:
        taken = dict(_noted)
        _noted.clear()
        _flushed = monotonic()
    return [
        {"page": page, "hour": hour.isoformat(), "counts": noted.counts, "failed": noted.failed}
        for (page, hour), noted in taken.items()
    ]


@dataclass(frozen=True, slots=True)
class PageSpeed:
    """A page in the last hours: how often it was asked, in how many milliseconds 95 of 100 answers came."""

    page: str
    asked: int
    failed: int
    p95: int

    @property
    def is_slow(self) -> bool:
        return self.p95 > settings.SLOW_PAGE_MS


def slowest_pages(*, hours: int = 24, limit: int = 20) -> list[PageSpeed]:
    """The slowest pages of the last `hours`, slowest first. One query, some hundred addresses times the hours."""
    since = timezone.now() - timedelta(hours=hours)
    pages: dict[str, _Noted] = {}
    for page, counts, failed in PageTimes.objects.filter(hour__gte=since).values_list("page", "counts", "failed"):
        noted = pages.setdefault(page, _Noted([0] * len(counts)))
        noted.counts = [one + more for one, more in zip(noted.counts, counts, strict=True)]
        noted.failed += failed
    found = [PageSpeed(page, sum(noted.counts), noted.failed, p95_of(noted.counts)) for page, noted in pages.items()]
    return sorted(found, key=lambda page: -page.p95)[:limit]


def p95_of(counts: list[int]) -> int:
    """Milliseconds below which 95 of 100 lie, as near as the bounds tell."""
    wanted = sum(counts) * 0.95
    for n, reached in enumerate(accumulate(counts)):
        if reached >= wanted and counts[n]:
            low, high = (0, *BOUNDS)[n], (*BOUNDS, BOUNDS[-1])[n]
            return round(low + (high - low) * (wanted - (reached - counts[n])) / counts[n])
    return 0
