"""How events are written: one line each, for a terminal or as JSON; neither holds personal data.

Messages of libraries are written without what they fill in, exceptions without their values: both may carry names,
search words or keys. Our own messages, which hold numbers of rows at most, are written whole.
"""

import logging
from datetime import UTC, datetime
from typing import Any, Final

from pythonjsonlogger.core import LogData
from pythonjsonlogger.json import JsonFormatter

from congdoan.core.seeing.requests import number_now
from congdoan.core.seeing.tracebacks import detail_of, kind_of, places_of

_OURS: Final = ("congdoan", "procrastinate", "granian", "_granian")
_TOLD: Final = ("method", "page", "status", "ms", "user", "job", "task")
"""What an event may tell beside its message; anything else that somebody hangs on a record is left out."""


class Line(logging.Formatter):
    """A line for a person at a terminal, and the places of an exception under it."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name}: {message}", style="{")

    def formatMessage(self, record: logging.LogRecord) -> str:
        record.message = event_of(record)
        return super().formatMessage(record)

    def formatException(self, ei: Any) -> str:
        return _described(ei[1])


class JsonLine(JsonFormatter):
    """One JSON object on one line for each event."""

    def __init__(self) -> None:
        super().__init__(json_ensure_ascii=False)

    def add_fields(self, log_data: LogData, record: logging.LogRecord, message_dict: LogData) -> None:
        log_data["time"] = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        log_data["level"] = record.levelname.lower()
        log_data["logger"] = record.name
        log_data["event"] = event_of(record)
        if number := number_now.get():
            log_data["request"] = number
        log_data.update({name: vars(record)[name] for name in _TOLD if isinstance(vars(record).get(name), str | int)})
        if record.exc_info and (error := record.exc_info[1]):
            log_data.update(error=kind_of(error), detail=detail_of(error), places=places_of(error))


def event_of(record: logging.LogRecord) -> str:
    """What happened: whole when we say it, else the library's message with gaps where it fills something in."""
    if record.name.partition(".")[0] in _OURS:
        return record.getMessage()
    if record.name.startswith("django.request") and isinstance(record.args, tuple) and record.args:
        return str(record.args[0])  # "Internal Server Error"; what follows is the address
    return str(record.msg) if isinstance(record.msg, str) else kind_of(record.msg)


def _described(error: BaseException) -> str:
    detail = detail_of(error)
    return f"{places_of(error)}{f': {detail}' if detail else ''}"
