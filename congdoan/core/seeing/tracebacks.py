"""An exception as a programmer needs it and without what people typed: types, places in the program, codes."""

import re
import traceback
from collections.abc import Iterator
from pathlib import Path

import congdoan

_WHERE_FROM = re.compile(rf"(?<=File \")({re.escape(str(Path(congdoan.__path__[0]).parent))}/|[^\"]*/site-packages/)")
_SAFE = (AttributeError, NameError, ImportError, NotImplementedError, RecursionError)
"""Exceptions whose messages speak of the program and not of data."""


def kind_of(error: BaseException) -> str:
    """The full name of its type: "django.db.utils.IntegrityError"."""
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def detail_of(error: BaseException) -> str:
    """What the message says without values: PostgreSQL's code and the names in it, the system's own sentence."""
    told = [part for one in chain(error) for part in _told_by(one)]
    return ", ".join(dict.fromkeys(told))


def places_of(error: BaseException) -> str:
    """The traceback, innermost last, with the lines of the program and no values; causes come first."""
    parts = []
    for one in reversed(list(chain(error))):
        frames = traceback.format_list(traceback.extract_tb(one.__traceback__))
        parts.append(_WHERE_FROM.sub("", "".join(frames)) + kind_of(one))
    return "\n\n".join(parts)


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error, then what it came from."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _told_by(error: BaseException) -> Iterator[str]:
    if isinstance(error, _SAFE):
        yield str(error)
    if isinstance(error, OSError) and error.strerror:
        yield error.strerror
    if code := getattr(error, "sqlstate", None):
        yield f"PostgreSQL {code}"
    for name in ("table_name", "column_name", "constraint_name"):
        if told := getattr(getattr(error, "diag", None), name, None):
            yield str(told)
