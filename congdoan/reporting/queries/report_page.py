"""A report as its page shows it: each field with its value, where it comes from, and what is wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from congdoan.core.ui.words import number
from congdoan.reporting.formula.checks import parse_check
from congdoan.reporting.formula.evaluate import all_values
from congdoan.reporting.models import FormItem, FormSection, ItemKind, Report, ReportValue
from congdoan.reporting.queries.forms import formulas_of, parts_of
from congdoan.reporting.sources import FigureSource, Source


@dataclass(frozen=True, slots=True)
class Field:
    """`figure` is also what a formula gives; `why_not` says why it gives nothing. `holds` is of checks alone."""

    item: FormItem
    source: Source | None
    value: ReportValue | None
    figure: Decimal | None = None
    why_not: str = ""
    holds: bool | None = None

    @property
    def is_computed(self) -> bool:
        return self.item.kind == ItemKind.FIGURE and bool(self.item.formula)

    @property
    def text(self) -> str:
        return self.value.text if self.value else ""

    @property
    def rows(self) -> list[list[str]]:
        return self.value.rows if self.value else []

    @property
    def is_own(self) -> bool:
        """Somebody typed something else than what the source says."""
        return bool(self.source and self.value and self.value.is_own)

    @property
    def is_empty(self) -> bool:
        if self.item.kind == ItemKind.FIGURE:
            return self.figure is None
        return not (self.rows if self.item.kind == ItemKind.TABLE else self.text.strip())

    @property
    def source_words(self) -> str:
        """ "12 nhiệm vụ": what the source says, for the link to where it comes from."""
        if isinstance(self.source, FigureSource) and self.value:
            return f"{shown(self.value.source_figure)} {self.source.unit_text}"
        return "Nguồn"

    @property
    def shown(self) -> str:
        return shown(self.figure)

    @property
    def problem(self) -> str:
        """What keeps the report from being sent, in a sentence; empty when nothing does."""
        item = self.item
        if item.kind == ItemKind.CHECK:
            return f"{item.label}: {item.formula} không đúng." if self.holds is False else ""
        if self.is_empty and item.required and not self.is_computed:
            return f"{item.code}: chưa có “{item.label}”."
        if self.figure is not None and item.least is not None and self.figure < item.least:
            return f"{item.code}: {self.shown} nhỏ hơn mức thấp nhất {shown(item.least)}."
        if self.figure is not None and item.most is not None and self.figure > item.most:
            return f"{item.code}: {self.shown} lớn hơn mức cao nhất {shown(item.most)}."
        if item.kind == ItemKind.FIGURE and self.is_own and self.value and not self.value.note:
            return f"{item.code}: ghi lý do nhập khác số liệu hệ thống ({self.source_words})."
        return ""


@dataclass(frozen=True, slots=True)
class FieldPart:
    section: FormSection
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A report with its fields; `version` is the one that is shown."""

    report: Report
    version: int
    parts: tuple[FieldPart, ...]

    @property
    def fields(self) -> list[Field]:
        return [field for part in self.parts for field in part.fields]

    @property
    def problems(self) -> list[Field]:
        return [field for field in self.fields if field.problem]

    @property
    def by_itself(self) -> tuple[int, int]:
        """(how many fields are filled by sources or formulas, how many there are)."""
        asked = [field for field in self.fields if field.item.kind != ItemKind.CHECK]
        done = [f for f in asked if not f.is_empty and (f.is_computed or (f.source and not f.is_own))]
        return len(done), len(asked)

    def field_of(self, item_id: int) -> Field | None:
        return next((field for field in self.fields if field.item.pk == item_id), None)


def filled(report: Report, version: int | None = None) -> Filled:
    """Three queries."""
    shown_version = version or report.version
    values = {value.item_id: value for value in report.values.filter(version=shown_version)}
    parts = parts_of(report.request.form)
    items = [line.item for part in parts for line in part.lines]
    figures, why_not = figures_of(items, {pk: value.figure for pk, value in values.items()})

    def field(item: FormItem, source: Source | None) -> Field:
        holds = parse_check(item.formula).holds(figures) if item.kind == ItemKind.CHECK else None
        return Field(item, source, values.get(item.pk), figures.get(item.code), why_not.get(item.code, ""), holds)

    return Filled(
        report,
        shown_version,
        tuple(FieldPart(part.section, tuple(field(line.item, line.source) for line in part.lines)) for part in parts),
    )


def figures_of(
    items: Sequence[FormItem], values: "dict[int, Decimal | None]"
) -> tuple[dict[str, Decimal | None], dict[str, str]]:
    """By code every figure, those of formulas worked out from `values` (by item id); and why some cannot be."""
    known = {item.code: values.get(item.pk) for item in items if item.kind == ItemKind.FIGURE and not item.formula}
    return all_values(formulas_of(items)[0], known)


def shown(figure: Any) -> str:
    """1.234 or 12,5; a dash for nothing."""
    if figure is None:
        return "–"
    whole = figure == int(figure)
    return number(figure, 0 if whole else 2).rstrip("0").rstrip(",") if not whole else number(figure, 0)
