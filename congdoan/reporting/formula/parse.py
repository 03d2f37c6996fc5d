"""Reads a formula: "C2 / C1 * 100", "tổng(C1, C2, C3)". Says in words what cannot be read, and where."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

LONGEST: Final = 500
DEEPEST: Final = 40
"""Parentheses inside each other; more is a mistake, and would exhaust the reader."""
_TOKEN: Final = re.compile(r"\s*(?:(\d+(?:[.,]\d+)?)|([^\W\d_]\w*)|(.))", re.DOTALL)
_SUM: Final = ("tổng", "tong", "sum")


class FormulaProblem(Exception):
    """What is wrong with a formula, in a sentence for who wrote it."""


@dataclass(frozen=True, slots=True)
class Number:
    value: Decimal


@dataclass(frozen=True, slots=True)
class Name:
    """A figure by its code, as formulas and pages write it: C1."""

    code: str


@dataclass(frozen=True, slots=True)
class Sum:
    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Binary:
    """`sign` is one of + - * /."""

    sign: str
    left: "Node"
    right: "Node"


Node = Number | Name | Sum | Binary


def parse(text: str) -> Node:
    """Raises FormulaProblem with what is wrong."""
    return _Reader(text).whole()


def names_in(node: Node) -> frozenset[str]:
    match node:
        case Name():
            return frozenset((node.code,))
        case Sum():
            return frozenset().union(*(names_in(part) for part in node.parts))
        case Binary():
            return names_in(node.left) | names_in(node.right)
    return frozenset()


class _Reader:
    def __init__(self, text: str) -> None:
        if len(text) > LONGEST:
            raise FormulaProblem(f"Công thức dài quá {LONGEST} ký tự. Chia thành nhiều số liệu.")
        self._tokens = [found.group().strip() for found in _TOKEN.finditer(text) if found.group().strip()]
        self._at = 0
        self._depth = 0

    def whole(self) -> Node:
        if not self._tokens:
            raise FormulaProblem("Công thức còn trống. Ví dụ: C2 / C1 * 100.")
        node = self._sum()
        if self._now:
            raise FormulaProblem(f"Không hiểu “{self._now}”. {self._before}")
        return node

    @property
    def _now(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    @property
    def _before(self) -> str:
        read = " ".join(self._tokens[: self._at])
        return f"Đã hiểu đến “{read}”." if read else "Ví dụ đúng: C2 / C1 * 100."

    def _take(self) -> str:
        token = self._now
        self._at += 1
        return token

    def _sum(self) -> Node:
        node = self._product()
        while self._now in ("+", "-", "−", "–"):
            sign = "+" if self._take() == "+" else "-"
            node = Binary(sign, node, self._product())
        return node

    def _product(self) -> Node:
        node = self._factor()
        while self._now in ("*", "/", "×", "x", ":", "÷"):
            sign = "*" if self._take() in ("*", "×", "x") else "/"
            right = self._factor()
            if sign == "/" and right == Number(Decimal(0)):
                raise FormulaProblem("Công thức chia cho 0.")
            node = Binary(sign, node, right)
        return node

    def _factor(self) -> Node:
        word = self._take()
        if word in ("-", "−", "–"):
            return Binary("-", Number(Decimal(0)), self._nested(self._factor))
        if word == "(":
            return self._closed(self._nested(self._sum))
        if word.lower() in _SUM and self._now == "(":
            self._take()
            return self._closed(self._nested(self._list))
        if word[:1].isdigit():
            return Number(Decimal(word.replace(",", ".")))
        if word[:1].isalpha():
            return Name(word.upper())
        if not word:
            raise FormulaProblem(f"Công thức chưa hết: sau “{' '.join(self._tokens)}” cần một số hoặc tên số liệu.")
        self._at -= 1
        raise FormulaProblem(f"Không hiểu “{word}”. {self._before}")

    def _list(self) -> Node:
        parts = [self._sum()]
        while self._now in (",", ";"):
            self._take()
            parts.append(self._sum())
        return Sum(tuple(parts))

    def _nested(self, read: Callable[[], Node]) -> Node:
        self._depth += 1
        if self._depth > DEEPEST:
            raise FormulaProblem("Công thức có quá nhiều dấu ngoặc lồng nhau.")
        node = read()
        self._depth -= 1
        return node

    def _closed(self, node: Node) -> Node:
        if self._take() != ")":
            raise FormulaProblem("Thiếu dấu đóng ngoặc “)”.")
        return node
