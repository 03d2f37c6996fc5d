"""Tells whoever looks after the installation that something is wrong, until it is right again.

This floor says what is wrong; the floor that knows desks registers how it gets there.
"""

from collections.abc import Callable
from dataclasses import dataclass

from congdoan.core.registry import Registry


@dataclass(frozen=True, slots=True)
class AlarmKind:
    """`verb` is on the button of the work item, `url_name` the page on which it is dealt with."""

    verb: str
    url_name: str


alarm_kinds: Registry[AlarmKind] = Registry("kind of alarm")
alarm_bells: Registry[Callable[[str, str], None]] = Registry("way to raise alarms")
"""Each is told the kind and what is wrong, in one sentence; nothing is wrong any more when that is empty."""


def raise_alarm(kind: str, text: str) -> None:
    """Say what is wrong; said again, only the words change."""
    for ring in alarm_bells:
        ring(kind, text)


def end_alarm(kind: str) -> None:
    """Nothing of the kind is wrong any more."""
    for ring in alarm_bells:
        ring(kind, "")
