"""Whether the reader said itself that something is doubtful."""

from __future__ import annotations

from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.model import PlanReading, Span, Warning

_BEGINNING = 40


def field_is_marked(reading: PlanReading, name: str) -> bool:
    """A warning of the header names its field first: "date_missing"; the number is part of the symbol."""
    names = ("number_of_paper", "symbol") if name == "number" else (name,)
    return any(warning.code.startswith(f"{field}_") for warning in reading.warnings for field in names)


def is_marked(reading: PlanReading, span: Span | None) -> bool:
    return span is not None and any(overlap(warning, span) for warning in reading.warnings)


def overlap(warning: Warning, span: Span) -> bool:
    return warning.start < span.end and warning.end > span.start


def find_passage(reading: PlanReading, text: str | None) -> Span | None:
    """Where the paper has a text that was not found as what it is; by its beginning, without marks."""
    if not text:
        return None
    words = fold(" ".join(text.split()))[:_BEGINNING]
    at = fold(reading.text).find(words)
    return Span(at, at + len(words)) if at >= 0 else None
