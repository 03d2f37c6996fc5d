"""How often which stage of reading is corrected: by stage, kind of paper and month, from one query."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet, Sum
from django.db.models.functions import TruncMonth

from congdoan.documents.models import DocumentType
from congdoan.plans.models import CheckedReading, CheckedStage, Stage


@dataclass(frozen=True, slots=True)
class Figures:
    """`name` says of what; `key` is the value that a filter takes for it."""

    name: str
    key: str
    papers: int
    values: int
    corrected: int

    @property
    def share(self) -> float | None:
        """Between 0 and 1; None when there was nothing to correct."""
        return self.corrected / self.values if self.values else None


@dataclass(frozen=True, slots=True)
class Cell:
    """The finest figures: one stage of one kind of paper in one month."""

    stage: str
    type: str
    month: date
    papers: int
    values: int
    corrected: int


def cells(found: "QuerySet[CheckedReading]") -> list[Cell]:
    """One row for each stage, kind and month that there is."""
    stages = CheckedStage.objects.filter(checked__in=found).annotate(month=TruncMonth("checked__checked_on"))
    grouped = stages.order_by("month", "checked__type").values_list("stage", "checked__type", "month")
    rows = grouped.annotate(Count("checked"), Sum("values"), Sum("corrected"))
    order = {stage.value: place for place, stage in enumerate(Stage)}
    return sorted((Cell(*row) for row in rows), key=lambda cell: (cell.month, cell.type, order[cell.stage]))


def by_stage(found: Iterable[Cell]) -> list[Figures]:
    """Every stage in the order of reading, also one without values."""
    grouped = _grouped(found, lambda cell: cell.stage)
    return [
        Figures(str(stage.label), stage.value, *_sums(grouped.get(stage.value, []), one_stage=True)) for stage in Stage
    ]


def by_type(found: Iterable[Cell]) -> list[Figures]:
    grouped = _grouped(found, lambda cell: cell.type)
    figures = [Figures(str(DocumentType(key).label), key, *_sums(cells)) for key, cells in grouped.items()]
    return sorted(figures, key=lambda one: -one.papers)


def by_month(found: Iterable[Cell]) -> list[Figures]:
    """The latest month first."""
    grouped = _grouped(found, lambda cell: cell.month)
    return [
        Figures(f"{month:%m/%Y}", month.isoformat(), *_sums(cells))
        for month, cells in sorted(grouped.items(), reverse=True)
    ]


def _grouped(found: Iterable[Cell], key: Callable[[Cell], Any]) -> dict[Any, list[Cell]]:
    grouped: dict[Hashable, list[Cell]] = {}
    for cell in found:
        grouped.setdefault(key(cell), []).append(cell)
    return grouped


def _sums(found: list[Cell], *, one_stage: bool = False) -> tuple[int, int, int]:
    """Papers, values, corrected. Each paper has every stage, so that one stage counts the papers."""
    counting = found if one_stage else [cell for cell in found if cell.stage == Stage.HEADER]
    papers = sum(cell.papers for cell in counting)
    return papers, sum(cell.values for cell in found), sum(cell.corrected for cell in found)
