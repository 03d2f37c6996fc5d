"""Requests as nobody would send them: those of the matrix with places, questions, fields, files and headers spoilt."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from string import Template as Words
from typing import Any
from unittest.mock import patch
from urllib.parse import parse_qsl, quote_from_bytes

from django.http import QueryDict
from django.test.client import BOUNDARY, MULTIPART_CONTENT
from hypothesis import strategies as st

from tests.rights.addresses import addresses, parameters_of
from tests.rights.matrix import Row

FORM = "application/x-www-form-urlencoded"
_PLACE = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)")
KNOWN_TROUBLE = (
    "\0",
    "a\0b",
    "\ud800",
    "\ufffe\uffff",
    "-1",
    "0",
    "99999999999",
    "9223372036854775808",
    "9" * 400,
    "9" * 5000,
    "1e999",
    "-Infinity",
    "NaN",
    "٣",
    "²",
    "1_000",
    "31/02/2023",
    "00/00/0000",
    "01/01/0001",
    "31/12/9999",
    "2023-02-31",
    "last",
    "true",
    "null",
    "[]",
    '["\\ud800"]',
    '"\\u0000"',
    "[" * 3000,
    "u1",
    "u99999999999999999999",
    "x" * 20_000,
    "ế" * 3000,
    "'; drop table accounts_user; --",
    "%s %d {} {0.__class__} %",
    "{{ request }}{% load x %}",
    "<script>alert(1)</script>",
    "../../../../etc/passwd",
    "//evil.example",
    "javascript:alert(1)",
    "\r\nSet-Cookie: a=b",
    "=HYPERLINK(1)",
    "\\",
    "(",
    "a & | ! :* <-> b",
    " ",
    "",
)
_FILES: Mapping[str, bytes] = {
    "rong.pdf": b"",
    "gia.pdf": b"%PDF-1.7\n" + b"\xff\x00" * 300,
    "gia.docx": b"PK\x03\x04" + b"\0" * 60,
    "gia.xlsx": b"PK\x05\x06" + b"\0" * 18,
    "anh.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 40,
    "a\x01\"b\\c'.txt": b"\xff\xfe\0\xd8",
    "khong-duoi": b"\0" * 500,
    "x" * 300 + ".txt": "KẾ HOẠCH".encode(),
    "../../../tmp/x.html": b"<script>alert(1)</script>",
}


@dataclass(frozen=True)
class Request:
    """What goes over the wire; shown as it is when it brought the product down."""

    method: str
    address: str
    body: bytes = field(default=b"", repr=False)
    content_type: str = FORM
    headers: Mapping[str, str] = field(default_factory=dict)


@contextmanager
def names_looked_at() -> Iterator[set[str]]:
    """The names of all fields that code asks a request for while this lasts."""
    names: set[str] = set()
    with patch.multiple(
        QueryDict,
        **{how: _noting(getattr(QueryDict, how), names) for how in ("get", "getlist", "__getitem__", "__contains__")},
    ):
        yield names
    names -= {"csrfmiddlewaretoken", "_method"}


def _noting(asked: Any, names: set[str]) -> Any:
    def noted(self: QueryDict, name: Any, *more: Any) -> Any:
        names.add(str(name))
        return asked(self, name, *more)

    return noted


@st.composite
def wild_requests(draw: st.DrawFn, row: Row, thing: Mapping[str, Any], names: list[str]) -> Request:
    """The row's own request, some parts of it replaced, dropped, doubled or added."""
    given = {**thing, **row.args}
    places = {name: draw(_kept_or_wild(str(given.get(name, 1)), spoil=3)) for name in parameters_of(row.url)}
    address = _PLACE.sub(lambda part: _quoted(places[part[1] or part[2]]), re.sub(r"[$^]", "", addresses()[row.url]))
    good = dict(parse_qsl(Words(row.query).substitute(thing).removeprefix("?"), keep_blank_values=True))
    asked = draw(_fields(good, names if row.method == "GET" else []))
    query = "&".join(f"{_quoted(name)}={_quoted(value)}" for name, value in asked)
    method = draw(st.sampled_from([row.method] * 12 + ["HEAD", "OPTIONS", "PUT", "DELETE"]))
    body, content_type = draw(_bodies(row, thing, names)) if row.method == "POST" else (b"", FORM)
    return Request(method, f"{address}?{query}", body, content_type, draw(_headers))


def _quoted(text: str) -> str:
    return quote_from_bytes(text.encode("utf-8", "surrogatepass"))


def _wild_text() -> st.SearchStrategy[str]:
    return st.one_of(st.sampled_from(KNOWN_TROUBLE), st.text(max_size=40), st.integers().map(str))


def _kept_or_wild(good: str, *, spoil: int) -> st.SearchStrategy[str]:
    """The good value, or in one case of `spoil` another one."""
    return st.integers(0, spoil - 1).flatmap(lambda turn: _wild_text() if turn == 0 else st.just(good))


@st.composite
def _fields(draw: st.DrawFn, good: Mapping[str, str], names: list[str]) -> list[tuple[str, str]]:
    """The good fields, some spoilt, left out or sent twice, and some that the address knows beside them."""
    sent: list[tuple[str, str]] = []
    for name, value in good.items():
        sent += [(name, draw(_kept_or_wild(value, spoil=3))) for _ in range(draw(st.sampled_from([1, 1, 1, 1, 0, 2])))]
    if others := sorted(set(names) - set(good)):
        for name in draw(st.lists(st.sampled_from(others), max_size=3, unique=True)):
            sent.append((name, draw(_wild_text())))
    return sent


@st.composite
def _bodies(draw: st.DrawFn, row: Row, thing: Mapping[str, Any], names: list[str]) -> tuple[bytes, str]:
    good = {name: Words(str(words)).substitute(thing) for name, words in row.data.items()}
    fields = draw(_fields(good, [*names, *row.files]))
    kind = draw(st.sampled_from(["form"] * 6 + ["files"] * (9 if row.files else 3) + ["junk"]))
    if kind == "junk":
        junk = draw(st.sampled_from([b"", b"\0\xff%", b"--x\r\n\r\n", b"a=" * 2000, b'{"a": NaN}']))
        kinds = [FORM, MULTIPART_CONTENT, "multipart/form-data", "application/json", "text/plain; charset=x", "\xff"]
        return junk, draw(st.sampled_from(kinds))
    if kind == "form":
        return "&".join(f"{_quoted(name)}={_quoted(value)}" for name, value in fields).encode(), FORM
    data = [(name, value.encode("utf-8", "replace").decode()) for name, value in fields]
    file_names = st.sampled_from([*row.files, *row.files, *names, "file"])
    parts = [_part(name, None, value.encode()) for name, value in data]
    for name in draw(st.lists(file_names, min_size=1, max_size=3)):
        file_name = draw(st.sampled_from(sorted(_FILES)))
        parts.append(_part(name, file_name, _FILES[file_name]))
    return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode(), MULTIPART_CONTENT


def _part(name: str, file_name: str | None, content: bytes) -> bytes:
    shown = "" if file_name is None else f'; filename="{file_name}"\r\nContent-Type: application/pdf'
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"{shown}\r\n\r\n'
    return head.encode() + content + b"\r\n"


_headers = st.sampled_from(
    [
        {},
        {},
        {"HX-Request": "true"},
        {"HX-Request": "true", "HX-Target": "\xff", "HX-Current-URL": "http://[", "HX-Trigger": "a"},
        {"Referer": "http://[::", "Accept-Language": "x" * 3000, "X-Forwarded-For": "\xff, ::g"},
        {"Range": "bytes=9-1", "If-Modified-Since": "31 Feb", "If-None-Match": '"', "User-Agent": "\xff" * 900},
    ]
)
