"""The side navigation: packages register their entries; the frame shows those that the person may open."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from django.http import HttpRequest
from django.urls import reverse

from congdoan.core.registry import Registry


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    """`group` 1 is daily work, 2 the federation's data, 3 administration. `count` asks how many wait for the user."""

    label: str
    icon: str
    url_name: str
    group: int = 1
    order: int = 50
    short_label: str = ""
    on_phone: bool = False
    allowed: Callable[[HttpRequest], bool] = lambda _: True
    count: Callable[[HttpRequest], int] = lambda _: 0


@dataclass(frozen=True, slots=True)
class NavigationItem:
    label: str
    short_label: str
    icon: str
    url: str
    group: int
    active: bool
    count: int
    on_phone: bool


entries: Registry[NavigationEntry] = Registry("navigation entry")


def navigation_for(request: HttpRequest) -> list[NavigationItem]:
    """Entries in fixed order, the one whose address begins the request's marked active."""
    shown = sorted((e for e in entries if e.allowed(request)), key=lambda e: (e.group, e.order))
    return [_item(entry, request) for entry in shown]


def _item(entry: NavigationEntry, request: HttpRequest) -> NavigationItem:
    url = _address(entry.url_name)
    active = request.path == url if url == "/" else request.path.startswith(url)
    return NavigationItem(
        entry.label,
        entry.short_label or entry.label,
        entry.icon,
        url,
        entry.group,
        active,
        entry.count(request),
        entry.on_phone,
    )


@cache
def _address(url_name: str) -> str:
    """Each page has all of them, and to work one out takes as long as to show it."""
    return reverse(url_name)
