"""Kinds of work, a finder and figures, registered for these tests alone."""

from collections.abc import Iterator

import pytest

from congdoan.core.search import Finder, Found, finders
from congdoan.organisation.models import Unit
from congdoan.worklist.figures import Figure, desk_figures
from congdoan.worklist.kinds import WorkKind, kinds


def find_units(user, words, limit):
    units = Unit.objects.visible_to(user, "units.view").filter(folded__contains=words.lower())[:limit]
    return [Found(unit.short_name, unit.name, f"/don-vi/{unit.pk}/", "sitemap") for unit in units]


@pytest.fixture(autouse=True)
def _registered() -> Iterator[None]:
    before = [(registry, dict(registry._entries)) for registry in (kinds, finders, desk_figures)]
    kinds._entries["test.report"] = WorkKind("Báo cáo kết quả", lambda pk: f"/nhiem-vu/{pk}/")
    kinds._entries["test.approve"] = WorkKind("Xem và duyệt", lambda pk: f"/duyet/{pk}/", waits_for_decision=True)
    finders._entries["test.units"] = Finder("Đơn vị thử", find_units)
    desk_figures._entries["test"] = lambda user, unit, on: [Figure("Số thử", 31)]
    yield
    for registry, entries in before:
        registry._entries.clear()
        registry._entries.update(entries)
