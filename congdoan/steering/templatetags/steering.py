"""Pictures of steering: `{% load steering %}`."""

from typing import Any

from django import template

from congdoan.steering.drawing import HIGH, WIDE, BurnupDrawing, months_shown

register = template.Library()


@register.inclusion_tag("steering/_burnup.html")
def burnup_chart(drawing: BurnupDrawing) -> dict[str, Any]:
    """Two lines told apart by their stroke, and the day today; the figures stand in the legend."""
    return {
        "drawing": drawing,
        "burnup": drawing.burnup,
        "months": months_shown(drawing.scale),
        "wide": WIDE,
        "high": HIGH,
    }
