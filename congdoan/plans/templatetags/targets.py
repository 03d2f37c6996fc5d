"""The small chart of a target: `{% load targets %}`."""

from decimal import Decimal
from typing import Any

from django import template

from congdoan.plans.queries.work.report_lines import figure_text

register = template.Library()


@register.inclusion_tag("plans/targets/_chart.html")
def target_chart(figures: list[tuple[str, Decimal, Decimal]], label: str) -> dict[str, Any]:
    """Bars of (name, level, figure): the figure is filled, its level an outline, so that no colour need be told."""
    most = max((max(level, figure) for _, level, figure in figures), default=Decimal(0)) or Decimal(1)
    step = 100 / max(len(figures), 1)
    bars = [
        {
            "name": name,
            "level": figure_text(level),
            "figure": figure_text(figure),
            "middle": f"{step * (place + 0.5):.2f}%",
            "outer": _bar(level, most, step * (place + 0.18), step * 0.64),
            "inner": _bar(figure, most, step * (place + 0.3), step * 0.4),
            "text_top": f"{96 - 80 * float(max(level, figure) / most):.1f}",
        }
        for place, (name, level, figure) in enumerate(figures)
    ]
    return {"bars": bars, "label": label}


def _bar(value: Decimal, most: Decimal, x: float, width: float) -> dict[str, str]:
    height = 80 * float(value / most)
    return {"x": f"{x:.2f}%", "width": f"{width:.2f}%", "top": f"{96 - height:.1f}", "height": f"{height:.1f}"}
