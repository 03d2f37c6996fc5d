"""How often somebody may ask for what is costly: "120/m" is 120 times a minute, "30/10m" 30 times in ten minutes."""

import re
from collections.abc import Mapping
from typing import Final

LIMITS: Final = {"search": "120/m", "export": "30/10m", "upload": "60/10m", "api": "600/m"}
"""Of one person, "api" of one token. One network address, behind which a whole office may sit, has
PEOPLE_BEHIND_ONE_ADDRESS times that."""
PEOPLE_BEHIND_ONE_ADDRESS: Final = 50
_RATE: Final = re.compile(r"([1-9]\d{0,5})/(\d{0,3})([smh])")
_SECONDS: Final = {"s": 1, "m": 60, "h": 3600}


def read_limits(asked: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    """Name → (times, seconds), what the operator asked for before what is usual. Else raises ValueError."""
    if unknown := set(asked) - set(LIMITS):
        raise ValueError(f"CONGDOAN_LIMITS: unknown {', '.join(sorted(unknown))}; there are {', '.join(LIMITS)}")
    return {name: _rate(text) for name, text in {**LIMITS, **asked}.items()}


def _rate(text: str) -> tuple[int, int]:
    found = _RATE.fullmatch(text)
    if not found:
        raise ValueError(f"CONGDOAN_LIMITS: {text!r} is not like 120/m or 30/10m")
    return int(found[1]), int(found[2] or 1) * _SECONDS[found[3]]
