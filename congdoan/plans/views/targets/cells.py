"""How figures of targets look in tables and sheets."""

from decimal import Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString

from congdoan.core.templatetags.ui import marked, progress
from congdoan.core.ui.states import STATES
from congdoan.core.ui.words import NONE, percent
from congdoan.plans.models import MeasuredTarget
from congdoan.plans.queries.targets.levels import Standing
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


def given_words(one: Figure) -> str:
    return f"{one.given}/{one.units}" if one.units else NONE
