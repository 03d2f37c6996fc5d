"""What is known of a header while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from congdoan.documents.reading.model import Span, Warning


@dataclass(slots=True)
class Draft:
    """`organs`: those that the letterhead names, from the highest; `tail`: the end of a symbol without a number."""

    type: str | None = None
    symbol: str | None = None
    tail: str | None = None
    date: date | None = None
    place: str | None = None
    subject: str | None = None
    organs: list[str] = field(default_factory=list)
    spans: dict[str, Span] = field(default_factory=dict)
    warnings: list[Warning] = field(default_factory=list)

    def doubt(self, field_name: str, why: str, message: str) -> None:
        """A warning about one field, at the place where it was read."""
        span = self.spans.get(field_name, Span(0, 0))
        self.warnings.append(Warning(f"{field_name}_{why}", message, span.start, span.end))
