from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from congdoan.core.web import whole_number
from congdoan.steering.queries.heat import HEATS, HeatColumn, HeatMap, heat_map
from congdoan.steering.queries.scope import Steered, steered_by
from congdoan.steering.views.shared import address, common, query_of


@require_GET
def heat_page(request: HttpRequest) -> HttpResponse:
    """Which units are late with which plans, or with which sections of a plan."""
    steered = steered_by(request)
    page = min(max(whole_number(request.GET.get("trang")) or 1, 1), 100_000)
    found = heat_map(steered, page=page)
    context = {
        **common(steered, "heat"),
        "heat": found,
        "heats": HEATS,
        "columns": [(column, _narrowed(steered, column)) for column in found.columns],
        "rows": _rows(steered, found),
        "kept": query_of(steered),
    }
    return render(request, "steering/heat.html", context)


def _narrowed(steered: Steered, column: HeatColumn) -> str:
    return address(steered, "heat", **_asks(column)) if column.asks else ""


def _asks(column: HeatColumn) -> dict[str, str]:
    return {name.replace("-", "_"): value for name, value in column.asks}


def _rows(steered: Steered, found: HeatMap) -> list[dict[str, Any]]:
    """The first unit below a superior names it."""
    rows: list[dict[str, Any]] = []
    parent = None
    for row in found.rows:
        opens = row.unit.parent if row.unit.parent_id != parent else None
        parent = row.unit.parent_id
        own = {"don_vi": str(row.unit.pk), "rieng": "1"}
        cells = [
            (cell, address(steered, "parts", **own, **_asks(column)) if cell and column.asks else "")
            for column, cell in row.cells
        ]
        rows.append(
            {"opens": opens, "unit": row.unit, "url": address(steered, "parts", **own), "cells": cells, "row": row}
        )
    return rows
