"""Every address of the product, from its resolver."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from django.urls import URLResolver, get_resolver

View = Callable[..., object]


@cache
def addresses() -> dict[str, str]:
    """Full name ("plans:approve") → its pattern; an address without a name has nothing after the colon."""
    return {name: pattern for name, pattern, _ in _walk(get_resolver(), (), "/")}


def views() -> dict[str, View]:
    """Full name → what answers there."""
    return {name: view for name, _, view in _walk(get_resolver(), (), "/")}


def parameters_of(url: str) -> list[str]:
    """The names of the places in the address, in `<int:plan_id>` as in `(?P<key>...)`."""
    return re.findall(r"<(?:\w+:)?(\w+)>", addresses()[url])


def _walk(resolver: URLResolver, spaces: tuple[str, ...], before: str) -> Iterator[tuple[str, str, View]]:
    for part in resolver.url_patterns:
        pattern = before + str(part.pattern)
        if isinstance(part, URLResolver):
            yield from _walk(part, (*spaces, part.namespace) if part.namespace else spaces, pattern)
        else:
            yield ":".join((*spaces, part.name or "")), pattern, part.callback
