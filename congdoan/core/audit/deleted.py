"""A row that is no more there, as the audit kept it: what it was, who deleted it, and when."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db import models

from congdoan.core import clock
from congdoan.core.audit.history import event_model
from congdoan.core.finding import find


@dataclass(frozen=True, slots=True)
class Deletion:
    """`row` has the fields of the row; `who` is a name, empty for the system."""

    row: Any
    who: str
    at: datetime

    def in_words(self, what: str) -> str:
        return f"{self.who or 'Hệ thống'} đã xóa {what} lúc {clock.in_words(self.at)}."


def deletion_of(model: type[models.Model], pk: int) -> Deletion | None:
    """None for a row that is there, or never was."""
    kept = event_model(model).objects.filter(pgh_obj_id=pk).select_related("pgh_context").order_by("-pgh_id").first()
    if kept is None or model._default_manager.filter(pk=pk).exists():
        return None
    by = kept.pgh_context.metadata.get("user") if kept.pgh_context else None
    who = find(get_user_model().objects, by) if by else None
    return Deletion(kept, str(who or ""), kept.pgh_created_at)
