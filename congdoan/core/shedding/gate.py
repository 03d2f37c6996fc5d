"""A gate that lets a few in at once; others wait in a short line, in order, and not for long."""

from collections import deque
from threading import Event, Lock
from typing import Final

SLOTS: Final = 4
"""Requests that one process works on at once: more would only wait for each other, and with fewer two people who send a
file by a slow network would hold up all others of a process."""
LINE: Final = 20
"""Requests that wait in one process; at some 10 a second the last of them waits about two seconds."""
PATIENCE: Final = 5.0
THREADS: Final = SLOTS + LINE + 20
"""Threads of one process: those inside, those in line, and some that turn others away or give a file out."""


class Gate:
    """`slots` are inside at once, `line` wait at most, each for `patience` seconds at most."""

    def __init__(self, *, slots: int, line: int, patience: float) -> None:
        self._free = slots
        self._line = line
        self._patience = patience
        self._waiting: deque[Event] = deque()
        self._lock = Lock()

    def enter(self) -> bool:
        """True once inside; False when the line is full, or waiting took too long."""
        with self._lock:
            if self._free:
                self._free -= 1
                return True
            if len(self._waiting) >= self._line:
                return False
            turn = Event()
            self._waiting.append(turn)
        return turn.wait(self._patience) or not self._gave_up(turn)

    def leave(self) -> None:
        """Hand the place to whoever waits longest."""
        with self._lock:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._free += 1

    def _gave_up(self, turn: Event) -> bool:
        """Step out of the line; False when the turn came in that very moment."""
        with self._lock:
            if turn.is_set():
                return False
            self._waiting.remove(turn)
            return True
