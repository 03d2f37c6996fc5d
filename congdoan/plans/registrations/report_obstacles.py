"""What difficulties give to reports: how many were raised, answered, left open; and in words."""

from collections.abc import Callable, Sequence
from datetime import date
from textwrap import shorten
from typing import Final

from django.db import connection
from django.urls import reverse

from congdoan.organisation.organ_sql import of_organs
from congdoan.plans.registrations.report_figures import GROUP, IDS, MOST, ORGAN, parameters
from congdoan.reporting.sources import FigureSource, Origin, TextSource, figure_sources, text_sources

# With a task, with a paper or in general: the last two have neither assignment nor task.
_ASKED: Final = f"""
    from plans_obstacle obstacle
    left join plans_assignment assignment on assignment.id = obstacle.assignment_id
    left join plans_task task on task.id = assignment.task_id
    left join plans_plan plan on plan.id = coalesce(assignment.plan_id, obstacle.plan_id)
    join organisation_unit doing on doing.id = coalesce(assignment.unit_id, obstacle.unit_id)
   where {of_organs("doing", IDS)}
"""
_ABOUT: Final = "coalesce(task.title, nullif(obstacle.subject, ''), plan.subject)"
_FIGURES: Final = {
    "obstacles": (
        "Khó khăn, vướng mắc đã nêu trong kỳ",
        "obstacle.raised_on between %(starts)s and %(ends)s and obstacle.state <> 'withdrawn'",
    ),
    "obstacles_answered": (
        "Khó khăn, vướng mắc được trả lời trong kỳ",
        "obstacle.answered_on between %(starts)s and %(ends)s",
    ),
    "obstacles_open": (
        "Khó khăn, vướng mắc chưa được trả lời đến cuối kỳ",
        "obstacle.raised_on <= %(ends)s and (obstacle.answered_on is null or obstacle.answered_on > %(ends)s)"
        " and obstacle.state <> 'withdrawn'",
    ),
}
_RAISED: Final = """
    obstacle.raised_on <= %(ends)s and obstacle.state <> 'withdrawn'
    and (obstacle.answered_on is null or obstacle.answered_on >= %(starts)s)
"""
_ONE_LINE: Final = r"regexp_replace(btrim({}), '\s+', ' ', 'g')"
_WORDS: Final = f"""
    select {ORGAN} as unit_id, string_agg('- ' || {_ABOUT} || ': ' || {_ONE_LINE.format("obstacle.text")} ||
           case when obstacle.answered_on <= %(ends)s
                then '. Trả lời: ' || {_ONE_LINE.format("obstacle.answer")} else '. Chưa được trả lời.' end,
           chr(10) order by obstacle.id) as text
    {_ASKED} and {_RAISED} group by 1
"""


def register() -> None:
    for name, (label, where) in _FIGURES.items():
        select = f"select {ORGAN} as unit_id, count(*) as value {_ASKED} and {where} group by 1"
        figure_sources.register(f"plans.{name}", FigureSource(label, GROUP, "vướng mắc", select, _where(where)))
    text_sources.register(
        "plans.difficulties",
        TextSource(
            "Khó khăn, vướng mắc và trả lời của cấp trên",
            GROUP,
            _WORDS,
            _where(_RAISED),
            "Không có khó khăn, vướng mắc.",
        ),
    )


def _where(where: str) -> Callable[[int | Sequence[int], date, date], list[Origin]]:
    """Origins: the difficulties of these units that the condition holds for, in the order in which they were raised."""
    select = f"""
        select obstacle.id, obstacle.text, {_ABOUT}, doing.short_name, obstacle.raised_on
        {_ASKED} and {where} order by obstacle.id limit {MOST}
    """

    def found(units: int | Sequence[int], starts: date, ends: date) -> list[Origin]:
        with connection.cursor() as cursor:
            cursor.execute(select, parameters(units, starts, ends))
            return [_origin(*row) for row in cursor.fetchall()]

    return found


def _origin(pk: int, text: str, about: str, unit: str, raised_on: date) -> Origin:
    where = f"{unit} · {about} · nêu ngày {raised_on:%d/%m/%Y}"
    return Origin(shorten(text, 160, placeholder="…"), where, reverse("plans:obstacle", args=[pk]))
