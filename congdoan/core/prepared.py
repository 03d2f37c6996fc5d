"""Questions to the database that are put together once; afterwards only their values are filled in.

Django takes longer to put a wide question together than PostgreSQL to answer it. The pages that many people open all
day ask the same questions with other values: `@prepared` keeps the statement and fills the values in.
"""

import copy
import logging
import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial, update_wrapper
from itertools import count
from operator import itemgetter
from typing import Any, Final, Generic, ParamSpec, TypeVar

from django.conf import settings
from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet

P = ParamSpec("P")
R = TypeVar("R")
Fill = Callable[[Sequence[Any]], Any]

# What stands for a value while the statement is put together, to be found again among its parameters.
_NUMBERS: Final = 2_000_000_000  # as large as a column of four bytes takes
_NO_COLUMN_HOLDS: Final = 2**63
_DAYS: Final = date(8000, 1, 1)
_WORDS: Final = "\x02{:03}%\x03"  # as many digits for each, that they keep their order
_IN_WORDS: Final = re.compile(r"\x02(\d+)(\\?)%\x03")
"""The sign for any letters is escaped where the words are part of a pattern; there the value is escaped as well."""
_SIGNS: Final = re.compile(r"[\\%_]")

log = logging.getLogger("congdoan.core.prepared")


def prepared(make: Callable[P, QuerySet[Any, R]]) -> Callable[P, list[R]]:
    """Gives the rows of the question that `make` puts together.

    Its positional arguments are the values: whole numbers, words, days, and tuples of them; another statement is kept
    for where one is None, and for each length of a tuple. Its named arguments are part of the statement.
    `make` may depend on nothing else. That is looked at when a statement is made: one that does is asked anew each
    time, or is a ValueError where the settings say PREPARED_ARE_CHECKED; there it is looked at at every call.
    """
    return update_wrapper(_Prepared(make), make)


class _Prepared(Generic[P, R]):
    def __init__(self, make: Callable[P, QuerySet[Any, R]]) -> None:
        self._make = make
        self._kept: dict[Hashable, _Statement[R]] = {}

    def __call__(self, *values: P.args, **shape: P.kwargs) -> list[R]:
        key, flat = (*map(_kind, values), *shape.items()), list(_each(values))
        if any(type(value) is int and abs(value) >= _NO_COLUMN_HOLDS for value in flat):
            return list(self._make(*values, **shape))  # Django knows what is found by it
        kept = self._kept.get(key)
        if kept is None or settings.PREPARED_ARE_CHECKED:
            make = partial(self._make, **shape)
            kept = kept or _statement(make, values)
            if not kept.is_still(make(*values), flat):
                return self._anew(make(*values))
            self._kept[key] = kept
        return kept.rows(flat)

    def _anew(self, question: QuerySet[Any, R]) -> list[R]:
        words = f"{self._make.__qualname__} is another statement with other values"
        if settings.PREPARED_ARE_CHECKED:
            raise ValueError(words)
        log.error("%s: it is asked anew each time", words)
        return list(question)


@dataclass(frozen=True, slots=True)
class _Statement(Generic[R]):
    """`fills` make the parameters from the values; `text` is empty where no row can be the answer."""

    question: QuerySet[Any, R]
    compiler: Any
    text: str
    fills: tuple[Fill, ...]

    def asked(self, values: Sequence[Any]) -> tuple[str, tuple[Any, ...]]:
        return self.text, tuple(fill(values) for fill in self.fills)

    def is_still(self, question: QuerySet[Any, R], values: Sequence[Any]) -> bool:
        """Whether the question, put together with these values, is this statement with them filled in."""
        _, text, params = _compiled(question)
        return repr((text, *params)) == repr((self.text, *self.asked(values)[1]))

    def rows(self, values: Sequence[Any]) -> list[R]:
        if not self.text:
            return []
        asked = self.asked(values)
        compiler = copy.copy(self.compiler)
        compiler.connection = connections[compiler.using]  # each thread has its own
        compiler.as_sql = lambda *_, **__: asked
        query: Any = copy.copy(self.question.query)
        query.get_compiler = lambda *_, **__: compiler
        # As `all()` does it, without the copies of all parts that nobody will change.
        question = object.__new__(type(self.question))
        question.__dict__.update(self.question.__dict__, _query=query)
        return list(question)


def _statement(make: Callable[..., QuerySet[Any, R]], values: Sequence[Any]) -> _Statement[R]:
    numbers = count()
    places = [_place(value, numbers) for value in values]
    question, flat = make(*places), list(_each(places))
    compiler, text, params = _compiled(question)
    return _Statement(question, compiler, text, tuple(_fill(param, flat) for param in params))


def _compiled(question: QuerySet[Any, Any]) -> tuple[Any, str, Sequence[Any]]:
    compiler = question.query.get_compiler(using=question.db)
    try:
        text, params = compiler.as_sql()
    except EmptyResultSet:
        text, params = "", ()
    return compiler, text, params


def _kind(value: Any) -> Any:
    return tuple(map(_kind, value)) if isinstance(value, tuple) else type(value)


def _each(values: Sequence[Any]) -> Iterator[Any]:
    for value in values:
        if isinstance(value, tuple):
            yield from value
        else:
            yield value


def _place(value: Any, numbers: Iterator[int]) -> Any:
    """What stands for this value, each with the next number."""
    if isinstance(value, tuple):
        return tuple(_place(one, numbers) for one in value)
    number = next(numbers)
    if value is None:
        return None
    if type(value) is int:
        return _NUMBERS + number
    if isinstance(value, str):
        return _WORDS.format(number)
    if type(value) is date:
        return _DAYS + timedelta(number)
    raise TypeError(f"Neither a number, words nor a day: {value!r}")


def _fill(param: Any, places: Sequence[Any]) -> Fill:
    if isinstance(param, list):
        parts = [_fill(one, places) for one in param]
        return lambda values: [part(values) for part in parts]
    if isinstance(param, str) and _IN_WORDS.search(param):
        return partial(_fill_words, param)
    if type(param) in (int, date) and param in places:
        return itemgetter(places.index(param))
    return lambda _: param


def _fill_words(param: str, values: Sequence[Any]) -> str:
    def word(found: re.Match[str]) -> str:
        value = str(values[int(found[1])])
        return _SIGNS.sub(r"\\\g<0>", value) if found[2] else value

    return _IN_WORDS.sub(word, param)
