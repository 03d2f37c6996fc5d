"""Weights that were learned: how likely something is by what is seen of it (logistic regression)."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from functools import cache
from pathlib import Path

SCALE = 100
"""Weights are kept as whole numbers of this part of one."""
_WEIGHTS = Path(__file__).parent / "weights"


class Linear:
    """The odds of something: e to the sum of a bias and of the weights of the features that are seen."""

    __slots__ = ("_bias", "_weights")

    def __init__(self, bias: int, weights: dict[str, int]) -> None:
        self._bias, self._weights = bias, weights

    def chance(self, features: Iterable[str]) -> float:
        """From 0 to 1; a feature counts once, one that was never seen not at all."""
        seen = self._weights.keys() & features
        total = self._bias + sum(map(self._weights.__getitem__, seen))
        return 1 / (1 + math.exp(-total / SCALE))


@cache
def learned(name: str) -> Linear:
    """The weights that came with the product for one question."""
    given = json.loads((_WEIGHTS / f"{name}.json").read_text("utf-8"))
    return Linear(given["bias"], given["weights"])
