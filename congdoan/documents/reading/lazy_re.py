"""The module `re`, but a pattern is compiled when it is first used, not when the file with it is imported.

The reader knows some nine hundred patterns; to compile them took longer than all else in reading one paper, which
needs about half of them. Use it as `from congdoan.documents.reading import lazy_re as re`. Only `match.re is PATTERN`
does not hold: a match knows the compiled pattern.
"""

from __future__ import annotations

import re
from re import (
    DOTALL,
    IGNORECASE,
    MULTILINE,
    I,
    M,
    Match,
    Pattern,
    escape,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
)
from typing import Any, AnyStr, cast

__all__ = (
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "I",
    "M",
    "Match",
    "Pattern",
    "compile",
    "compile_all",
    "escape",
    "finditer",
    "fullmatch",
    "match",
    "search",
    "split",
    "sub",
)
_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")
_waiting: set[_Pattern] = set()


class _Pattern:
    """Stands for a pattern until its first use, which puts the compiled pattern's own methods on this object."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern, self._flags = pattern, flags
        _waiting.add(self)

    def compiled(self) -> Pattern[Any]:
        made: Pattern[Any] = re.compile(self.pattern, self._flags)
        self.__dict__.update({method: getattr(made, method) for method in _METHODS})
        _waiting.discard(self)
        return made

    def __getattr__(self, name: str) -> Any:
        return getattr(self.compiled(), name)


def compile(pattern: AnyStr, flags: int = 0) -> Pattern[AnyStr]:
    """A pattern that compiles itself at its first use; a fault in it is found only then."""
    return cast("Pattern[AnyStr]", _Pattern(pattern, flags))


def compile_all() -> None:
    """Compile what is still waiting, for a process whose children shall not each do it again."""
    while _waiting:
        _waiting.pop().compiled()
