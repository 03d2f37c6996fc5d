from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from congdoan.plans.queries.work.follow_up.counts import Counts
from congdoan.plans.queries.work.overview import plan_rows, running_plans
from congdoan.steering.periods import written
from congdoan.steering.queries.scope import Steered, steered_by
from congdoan.steering.queries.state import Line, by_section, latest_units, state_of_plans
from congdoan.steering.views.shared import address, common

PER_PAGE = 10
COLUMNS = (("xong", "Hoàn thành", "done"), ("qua-han", "Quá hạn", "late"), ("vuong-mac", "Vướng mắc", "obstacle"))


@require_GET
def state_page(request: HttpRequest) -> HttpResponse:
    """How all plans stand: by level, by time, by plan or section; each number leads to its list."""
    steered = steered_by(request)
    state = state_of_plans(steered)
    context: dict[str, Any] = {
        **common(steered, "state"),
        "whole": state.whole,
        "whole_cells": _cells(steered, state.whole),
        "levels": [_row(steered, line, loai=line.key) for line in state.levels],
        "months": [_row(steered, line, ky=written(line.key)) for line in state.months],
        "undated": state.undated.total,
        "late_units": [
            (one, address(steered, "parts", don_vi=str(one.unit_id), rieng="1", trang_thai="qua-han"))
            for one in latest_units(steered)
        ],
    }
    if steered.plan:
        context["sections"] = [_row(steered, line, muc=_section_key(line)) for line in by_section(steered)]
    else:
        context |= _plans(request, steered)
    return render(request, "steering/state.html", context)


def _plans(request: HttpRequest, steered: Steered) -> dict[str, Any]:
    paginator = Paginator(running_plans(steered.user).order_by("unit__depth", "-issued_on", "pk"), PER_PAGE)
    page = paginator.get_page(request.GET.get("page"))
    rows = plan_rows(list(page.object_list), steered.user, steered.today)
    return {
        "page_obj": page,
        "page_numbers": paginator.get_elided_page_range(page.number),
        "plan_lines": [(row, address(steered, "state", ke_hoach=str(row.plan.pk))) for row in rows],
    }


def _row(steered: Steered, line: Line, **asks: str) -> dict[str, Any]:
    """A line with the address of each of its numbers; without one where nothing narrows to it."""
    narrowed = bool(next(iter(asks.values())))
    return {
        "name": line.name,
        "counts": line.counts,
        "url": address(steered, "parts", **asks) if narrowed else "",
        "cells": _cells(steered, line.counts, **asks) if narrowed else _plain(line.counts),
    }


def _cells(steered: Steered, counts: Counts, **asks: str) -> list[tuple[int, str, str, str]]:
    """(number, label, state, address)."""
    return [
        (number, label, look, address(steered, "parts", **asks, trang_thai=code))
        for (code, label, look), number in zip(COLUMNS, _numbers(counts), strict=True)
    ]


def _plain(counts: Counts) -> list[tuple[int, str, str, str]]:
    return [(number, label, look, "") for (_, label, look), number in zip(COLUMNS, _numbers(counts), strict=True)]


def _numbers(counts: Counts) -> tuple[int, int, int]:
    return counts.done, counts.late, counts.obstacle


def _section_key(line: Line) -> str:
    return str(line.key.pk) if line.key else ""
