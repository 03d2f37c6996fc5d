"""One round of sending: several lines to the server at once, so that a slow recipient does not hold the others."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from queue import Empty, SimpleQueue
from threading import Lock
from typing import Final

from django.conf import settings
from django.db import connections

from congdoan.worklist.mailing.answers import Answer, Meaning, answer_to_opening
from congdoan.worklist.mailing.line import Line

Handle = Callable[[int, Line], Answer | bool]
"""Sends the mail of this id; gives what was said against it, else whether it went out (or was another worker's)."""
MOST_CUTS: Final = 3
"""Lines that break one after the other, after which the server counts as gone."""


class Round:
    """What became of it: how many mails were `sent` and `refused`, and the `trouble` that ended it early."""

    def __init__(self, ids: Sequence[int], should_stop: Callable[[], bool]) -> None:
        self._ids: SimpleQueue[int] = SimpleQueue()
        for pk in ids:
            self._ids.put(pk)
        self._should_stop = should_stop
        self._lock = Lock()
        self._cuts = 0
        self._failed_opening: Answer | None = None
        self.was_open = False
        self.sent = self.refused = 0
        self._ended_by: Answer | None = None

    @property
    def trouble(self) -> Answer | None:
        """One line that opens is enough: servers limit how many we may have."""
        return self._ended_by or (None if self.was_open else self._failed_opening)

    def take(self) -> int | None:
        if self._ended_by or self._should_stop():
            return None
        try:
            return self._ids.get_nowait()
        except Empty:
            return None

    def opened(self) -> None:
        self.was_open = True

    def not_opened(self, error: Exception) -> None:
        self._failed_opening = answer_to_opening(error)

    def done(self, answer: Answer | bool) -> None:
        with self._lock:
            if isinstance(answer, bool):
                self.sent, self._cuts = self.sent + answer, 0
                return
            self.refused += 1
            self._cuts = self._cuts + 1 if answer.meaning is Meaning.CUT_OFF else 0
            if answer.meaning is Meaning.NOT_LET_IN or self._cuts >= MOST_CUTS:
                self._ended_by = answer


def send_round(ids: Sequence[int], handle: Handle, should_stop: Callable[[], bool]) -> Round:
    """Hand these mails over, by as many lines as the settings allow and there is work for."""
    made = Round(ids, should_stop)
    lines = min(settings.MAIL_SENDERS, len(ids))
    if lines == 1:
        _send(made, handle)
        return made
    with ThreadPoolExecutor(lines, thread_name_prefix="mail") as pool:
        for sender in [pool.submit(_send_in_thread, made, handle) for _ in range(lines)]:
            sender.result()
    return made


def _send_in_thread(made: Round, handle: Handle) -> None:
    try:
        _send(made, handle)
    finally:
        connections.close_all()


def _send(made: Round, handle: Handle) -> None:
    line = Line()
    try:
        while _is_open(line, made) and (pk := made.take()) is not None:
            made.done(handle(pk, line))
    finally:
        line.drop()


def _is_open(line: Line, made: Round) -> bool:
    try:
        line.open()
    except OSError as error:
        made.not_opened(error)
        return False
    made.opened()
    return True
