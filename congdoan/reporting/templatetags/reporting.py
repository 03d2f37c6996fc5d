"""Template filter of reports: `{% load reporting %}`."""

from decimal import Decimal

from django import template

from congdoan.reporting.queries.report_page import shown

register = template.Library()


@register.filter
def figure(value: Decimal | None) -> str:
    """1.234 or 12,5; a dash for nothing."""
    return shown(value)
