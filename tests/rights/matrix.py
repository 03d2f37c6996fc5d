"""Reads the written matrix of rights (`matrix.toml`)."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("matrix.toml")


@dataclass(frozen=True)
class Row:
    """One way of calling an address; the head of `matrix.toml` says what each field means."""

    url: str
    what: str
    method: str
    thing: str = ""
    right: str = ""
    at: str = "own"
    only: str = ""
    choose: str = ""
    open: bool = False
    ok: int = 0
    args: Mapping[str, Any] = field(default_factory=dict)
    data: Mapping[str, str] = field(default_factory=dict)
    query: str = ""
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Thing:
    """What an address shows or changes, and by which rights ("tasks.view@below") it is there for somebody."""

    what: str
    seen: tuple[str, ...] | None = None
    inside: bool = False
    owner: bool = False


@dataclass(frozen=True)
class Matrix:
    """`rights`: action → role → whether it reaches the whole organ from one of its departments."""

    roles: dict[str, str]
    rights: dict[str, dict[str, bool]]
    positions: dict[str, str]
    things: dict[str, Thing]
    rows: tuple[Row, ...]
    jobs: dict[str, dict[str, str]]
    commands: dict[str, dict[str, str]]

    @property
    def urls(self) -> list[str]:
        return list(dict.fromkeys(row.url for row in self.rows))

    def rows_of(self, url: str) -> list[Row]:
        return [row for row in self.rows if row.url == url]


@cache
def matrix() -> Matrix:
    read = tomllib.loads(FILE.read_text("utf-8"))
    roles: dict[str, str] = read["roles"]
    return Matrix(
        roles=roles,
        rights={action: dict(_holders(words, roles)) for action, words in read["rights"].items()},
        positions=read["positions"],
        things={name: _thing(fields) for name, fields in read["things"].items()},
        rows=tuple(row for url, fields in read["urls"].items() for row in _rows(url, fields)),
        jobs=read["jobs"],
        commands=read["commands"],
    )


def _holders(words: str, roles: dict[str, str]) -> Iterator[tuple[str, bool]]:
    for word in words.split():
        yield roles[word.rstrip("*")], word.endswith("*")


def _thing(fields: dict[str, Any]) -> Thing:
    seen = fields.pop("seen", None)
    return Thing(**fields, seen=None if seen is None else tuple(seen))


def _rows(url: str, fields: dict[str, Any]) -> Iterator[Row]:
    for method in ("GET", "POST"):
        ways = fields.get(method, [])
        for way in ways if isinstance(ways, list) else [ways]:
            yield Row(url=url, what=fields["what"], method=method, **way)
