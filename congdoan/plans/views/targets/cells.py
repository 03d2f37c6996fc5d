"""How figures of targets look in tables and sheets."""

from decimal import Decimal

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from congdoan.core.templatetags.ui import marked, progress
from congdoan.core.ui.states import STATES
from congdoan.core.ui.words import NONE, percent
from congdoan.plans.models import MeasuredTarget
from congdoan.plans.queries.targets.levels import Standing
from congdoan.plans.queries.targets.listed import TargetRow
from congdoan.plans.queries.targets.rolled import Figure
from congdoan.plans.queries.work.report_lines import figure_text


def figure(value: Decimal | None, target: MeasuredTarget) -> str:
    """1.234,5; in percent with its sign."""
    if value is None:
        return NONE
    return figure_text(value) + ("%" if target.unit_words == "%" else "")


def with_unit(value: Decimal | None, target: MeasuredTarget) -> str:
    """12 lớp; 80%."""
    words = figure(value, target)
    return words if value is None or target.unit_words in ("", "%") else f"{words} {target.unit_words}"


def standing_mark(standing: Standing) -> SafeString:
    look = STATES[standing.code]
    return marked(look.glyph, standing.words, look.tone, chip=False)


def share_mark(standing: Standing) -> SafeString | str:
    """The share of the level as a bar with its figure."""
    if standing.share is None:
        return NONE
    return format_html("{}<span>{}</span>", progress(float(standing.share), 100), percent(standing.share))


def measured_line(row: TargetRow) -> dict[str, object]:
    """One target as a short list shows it: name, address, figure, level, how it stands."""
    url = reverse("plans:measured-target", args=[row.target.pk])
    return {
        "name": row.target.name,
        "url": f"{url}?phan={row.part.pk}",
        "reached": figure(row.reached, row.target),
        "level": with_unit(row.part.value, row.target),
        "standing": standing_mark(row.standing),
    }


def given_words(one: Figure) -> str:
    return f"{one.given}/{one.units}" if one.units else NONE
