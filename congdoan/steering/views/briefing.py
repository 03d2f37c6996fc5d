from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from congdoan.plans.models import Assignment, Obstacle
from congdoan.plans.queries.work.conditions import late
from congdoan.plans.queries.work.overview import plan_rows, running_plans
from congdoan.steering.drawing import BurnupDrawing
from congdoan.steering.queries.ahead import DAYS_AHEAD, forecast
from congdoan.steering.queries.asked import longest_asked
from congdoan.steering.queries.burnup import burnup
from congdoan.steering.queries.scope import Steered, steered_by
from congdoan.steering.queries.state import latest_units, state_of_plans
from congdoan.steering.queries.still import still_parts
from congdoan.steering.views.shared import address, in_words

MOST = 6
"""Rows on one page: they are read from across the room."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One page of the briefing; `more` is where all of it is."""

    template: str
    title: str
    more: str = ""


@require_GET
def briefing_page(request: HttpRequest) -> HttpResponse:
    """The same for a room: large, a page for each matter, keys to go on, each row leads to its task."""
    steered = steered_by(request)
    state = state_of_plans(steered)
    found = burnup(steered)
    context: dict[str, Any] = {
        "steered": steered,
        "filter_words": in_words(steered),
        "day": steered.today,
        "back_url": address(steered, "state"),
        "whole": state.whole,
        "levels": [(line, address(steered, "parts", loai=line.key)) for line in state.levels],
        "drawing": BurnupDrawing(found) if found else None,
        "late_units": [
            (one, address(steered, "parts", don_vi=str(one.unit_id), rieng="1", trang_thai="qua-han"))
            for one in latest_units(steered, most=MOST)
        ],
        "late_parts": _latest(steered),
        "stuck": _obstacles(steered),
        "stills": _still(steered),
        "forecast": forecast(steered),
        "days_ahead": DAYS_AHEAD,
        "plan_lines": _plans(steered),
        "most": MOST,
    }
    context["slides"] = _slides(steered, context)
    return render(request, "steering/briefing.html", context)


def _slides(steered: Steered, context: dict[str, Any]) -> list[Slide]:
    """Pages that have something to say; the first is always there."""
    slides = [
        (True, Slide("whole", "Tình hình chung", address(steered, "state"))),
        (context["drawing"], Slide("burnup", "Tiến độ so với lịch", address(steered, "burnup"))),
        (context["plan_lines"], Slide("plans", "Các văn bản", address(steered, "state"))),
        (context["late_parts"], Slide("late", "Quá hạn lâu nhất", address(steered, "parts", trang_thai="qua-han"))),
        (context["late_units"], Slide("units", "Đơn vị nhiều việc quá hạn", address(steered, "heat"))),
        (context["stuck"], Slide("stuck", "Vướng mắc chờ trả lời", address(steered, "parts", trang_thai="vuong-mac"))),
        (context["stills"], Slide("still", "Việc đứng lại", address(steered, "still"))),
        (context["forecast"].rows, Slide("ahead", "Dự báo sẽ trễ", address(steered, "ahead"))),
    ]
    return [slide for shown, slide in slides if shown]


def _latest(steered: Steered) -> list[tuple[Assignment, int]]:
    found = steered.parts().filter(late(steered.today)).select_related("task", "plan", "unit").order_by("due", "pk")
    return [(part, (steered.today - part.due).days) for part in found[:MOST] if part.due]


def _obstacles(steered: Steered) -> list[tuple[Obstacle, int]]:
    return [(one, (steered.today - one.raised_on).days) for one in longest_asked(steered, most=MOST)]


def _still(steered: Steered) -> list[Any]:
    found = still_parts(steered)
    return found.of(list(found.found[:MOST]))


def _plans(steered: Steered) -> list[tuple[Any, str]]:
    if steered.plan:
        return []
    plans = list(running_plans(steered.user).order_by("unit__depth", "-issued_on", "pk")[:MOST])
    rows = plan_rows(plans, steered.user, steered.today)
    return [(row, address(steered, "briefing", ke_hoach=str(row.plan.pk))) for row in rows]
