"""What must always hold in an installation: named checks, registered by the package that owns the tables.

A check finds the places where its sentence does not hold. It never loads more than a batch of rows at a time.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection

from congdoan.core.registry import Registry

Progress = Callable[[str, int, int], None]
Find = Callable[[Progress], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Check:
    """`sentence` says in Vietnamese what holds; `find` gives each place where it does not, in words.

    `slow` ones read whole files or the whole audit; a quick run leaves them out.
    """

    sentence: str
    find: Find
    slow: bool = False


checks: Registry[Check] = Registry("check")


def by_query(sentence: str, select: str, *params: Any) -> Check:
    """A check by one SELECT whose only column says in words where the sentence does not hold.

    One statement sees one moment of the database, so people may work meanwhile.
    """

    def find(_: Progress) -> Iterator[str]:
        yield from places(select, params)

    return Check(sentence, find)


def places(select: str, params: Any = ()) -> Iterator[str]:
    """The first column of each row, streamed."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(select, params)
        for row in cursor:
            yield str(row[0])
