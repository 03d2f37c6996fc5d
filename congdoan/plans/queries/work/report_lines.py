"""The progress reports of an assignment with their figures and files, in one query."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject
from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.core.prepared import prepared
from congdoan.core.ui.words import number
from congdoan.plans.models import ProgressReport, ReportFigure, ReportState

_ICONS = {"image/png": "photo", "image/jpeg": "photo", "image/webp": "photo"}
_SHEETS = ("sheet", "excel", "csv")


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    id: int
    name: str
    size: int
    icon: str
    url: str


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One report as the page shows it. `figures` are as sent: ("Thủ tục", "18", "24", "thủ tục")."""

    report: ProgressReport
    figures: tuple[tuple[str, str, str, str], ...]
    values: dict[int, Decimal]
    files: tuple[EvidenceFile, ...]

    @property
    def on(self) -> date:
        return self.report.on

    @property
    def headline(self) -> str:
        """ "18/24 thủ tục" of the first figure, empty when none was given."""
        return f"{self.figures[0][1]}/{self.figures[0][2]} {self.figures[0][3]}".strip() if self.figures else ""


def report_lines(assignment_id: int, user: User, *, most: int = 50) -> list[ReportLine]:
    """Newest first; of the drafts only the person's own."""
    return [_line(report) for report in _reports(assignment_id, user.pk, most=most)]


def figure_text(value: Any) -> str:
    """18.00 → "18", 18.50 → "18,5"."""
    exact = Decimal(str(value))
    places = 0 if exact == exact.to_integral_value() else 1 if exact * 10 == (exact * 10).to_integral_value() else 2
    return number(exact, places)


@prepared
def _reports(assignment: int, user: int, *, most: int) -> QuerySet[ProgressReport]:
    found = ProgressReport.objects.filter(assignment=assignment).annotate(**_parts())
    seen = found.filter(~Q(state=ReportState.DRAFT) | Q(by=user))
    return seen.select_related("by", "decided_by").order_by("-pk")[:most]


@cache
def _parts() -> dict[str, ArraySubquery]:
    files = ProgressReport.files.through.objects.filter(progressreport=OuterRef("pk")).order_by("pk")
    figures = ReportFigure.objects.filter(report=OuterRef("pk")).order_by("target__order", "target_id")
    file_parts = JSONObject(
        id="storedfile_id",
        name="storedfile__name",
        size="storedfile__blob__size",
        type="storedfile__blob__content_type",
    )
    figure_parts = JSONObject(
        target="target_id", value="value", name="target__name", total="target__total", unit="target__unit_text"
    )
    return {
        "file_parts": ArraySubquery(files.values(part=file_parts)),
        "figure_parts": ArraySubquery(figures.values(part=figure_parts)),
    }


def _line(report: Any) -> ReportLine:
    figures = tuple(
        (part["name"], figure_text(part["value"]), figure_text(part["total"]), part["unit"])
        for part in report.figure_parts
    )
    values = {part["target"]: Decimal(str(part["value"])) for part in report.figure_parts}
    return ReportLine(report, figures, values, tuple(_files(report.pk, report.file_parts)))


def _files(report_id: int, parts: Iterable[dict[str, Any]]) -> Iterable[EvidenceFile]:
    for part in parts:
        url = reverse("plans:evidence", args=[report_id, part["id"]])
        yield EvidenceFile(part["id"], part["name"], part["size"], _icon(part["type"]), url)


def _icon(content_type: str) -> str:
    if any(word in content_type for word in _SHEETS):
        return "file-spreadsheet"
    return _ICONS.get(content_type, "file-text")
