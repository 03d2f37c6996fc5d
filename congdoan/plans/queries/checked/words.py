"""Read and corrected values as people write them."""

from datetime import date
from typing import Final

from congdoan.plans.models import Correction, Recurrence

What = Correction.What
_DAYS: Final = (What.DATE, What.UNTIL, What.DUE)


def in_words(what: str, value: str) -> str:
    """Days as dd/mm/yyyy, recurrences by their names, a missing value as a dash."""
    if not value:
        return "–"
    if what not in _DAYS:
        return value
    return str(Recurrence(value).label) if value in Recurrence.values else f"{date.fromisoformat(value):%d/%m/%Y}"
