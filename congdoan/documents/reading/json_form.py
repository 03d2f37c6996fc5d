"""The JSON that `congdoan read-plan` prints."""

from __future__ import annotations

from datetime import date
from typing import Any

from congdoan.documents.reading.model import Citation, Due, Header, PlanReading, Task


def to_json(reading: PlanReading) -> dict[str, Any]:
    """Exactly the keys that other programs rely on; missing values are None, days are ISO 8601."""
    return {
        "header": _header(reading.header),
        "citations": [_citation(citation) for citation in reading.citations],
        "sections": [
            {"number": section.number, "title": section.title, "start": section.start, "end": section.end}
            for section in reading.sections
        ],
        "tasks": [_task(task) for task in reading.tasks],
        "targets": [
            {"section": target.section or None, "text": target.text, "value": target.value, "unit": target.unit}
            for target in reading.targets
        ],
        "warnings": [
            {"code": warning.code, "message": warning.message, "start": warning.start, "end": warning.end}
            for warning in reading.warnings
        ],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _header(header: Header) -> dict[str, Any]:
    return {
        "type": header.type,
        "number": header.number,
        "symbol": header.symbol,
        "date": _day(header.date),
        "issuer": header.issuer,
        "subject": header.subject,
        "until": _day(header.until),
    }


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "type": citation.type,
        "symbol": citation.symbol,
        "date": _day(citation.date),
        "issuer": citation.issuer,
        "subject": citation.subject,
        "text": citation.text,
        "start": citation.start,
        "end": citation.end,
    }


def _due(due: Due | None) -> dict[str, Any] | None:
    return None if due is None else {"text": due.text, "date": _day(due.date), "recurrence": due.recurrence}


def _task(task: Task) -> dict[str, Any]:
    return {
        "section": task.section or None,
        "order": task.order,
        "text": task.text,
        "lead": list(task.lead),
        "cooperating": list(task.cooperating),
        "due": _due(task.due),
        "product": task.product,
        "start": task.start,
        "end": task.end,
    }
