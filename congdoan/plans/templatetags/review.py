"""Small things of the review page: `{% load review %}`."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from congdoan.plans.models import Plan
from congdoan.plans.queries.review.tasks import PartyView

register = template.Library()


@register.simple_tag
def where(parties: Sequence[PartyView]) -> SafeString | str:
    """Attributes that lead to the words of the paper that name these parties."""
    for view in parties:
        if view.party.start is not None:
            return format_html(' data-start="{}" data-end="{}"', str(view.party.start), str(view.party.end))
    return ""


@register.filter
def header_value(value: Any) -> str:
    """A field's value as its form would send it."""
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)


@register.filter
def coordinator_picked(plan: Plan) -> list[tuple[str, str]]:
    """For the unit picker."""
    return [(f"u{plan.coordinator_id}", str(plan.coordinator))] if plan.coordinator else []
