"""Every address of the product, with real objects in it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

_PART = re.compile(r"<(?:\w+:)?(\w+)>")


def all_patterns(resolver: URLResolver | None = None, before: str = "/") -> Iterator[str]:
    """The product's addresses with their parts: "/don-vi/<int:unit_id>/cay/"."""
    for entry in (resolver or get_resolver()).url_patterns:
        address = before + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield address
        else:
            yield from all_patterns(entry, address)


def parts_of(pattern: str) -> list[str]:
    return _PART.findall(pattern)


def filled(pattern: str, objects: Mapping[str, Any]) -> str:
    """The address with the objects' numbers in it."""
    return _PART.sub(lambda part: str(objects[part.group(1)]), pattern)
