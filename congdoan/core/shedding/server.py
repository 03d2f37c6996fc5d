"""The application behind its gate: whoever finds the line full is told so at once instead of waiting for nothing."""

import logging
from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import Any, Final

from django.db import connections

from congdoan.core.seeing.metrics import count_turned_away
from congdoan.core.shedding.busy import busy_answer
from congdoan.core.shedding.gate import LINE, PATIENCE, SLOTS, Gate

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
FREE: Final = ("/static/", "/healthz", "/metrics")
"""Quick answers, and those that must come just when there is much to do."""
SAID_EVERY: Final = 10.0  # seconds

log = logging.getLogger("congdoan.shedding")


class Gated:
    """A WSGI application that turns away what it cannot serve in time."""

    def __init__(self, application: Application, gate: Gate | None = None) -> None:
        self._application = application
        self._gate = gate or Gate(slots=SLOTS, line=LINE, patience=PATIENCE)
        self._said = 0.0

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ.get("PATH_INFO", "").startswith(FREE):
            return self._application(environ, start_response)
        if not self._gate.enter():
            self._note()
            return busy_answer(environ, start_response)
        try:
            body = self._application(environ, start_response)
        except BaseException:
            self._gate.leave()
            raise
        if getattr(body, "file_to_stream", None) is not None:  # only bytes left: a slow network holds up nobody
            connections.close_all()
            self._gate.leave()
            return body
        return _Leaving(body, self._gate)

    def _note(self) -> None:
        count_turned_away()
        if monotonic() - self._said > SAID_EVERY:
            self._said = monotonic()
            log.warning("more requests than can be served: some are turned away")


class _Leaving:
    """A body that leaves the gate when the server is done with it."""

    def __init__(self, body: Iterable[bytes], gate: Gate) -> None:
        self._body = body
        self._gate: Gate | None = gate

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._body)

    def close(self) -> None:
        try:
            if close := getattr(self._body, "close", None):
                close()
        finally:
            gate, self._gate = self._gate, None
            if gate:
                gate.leave()
