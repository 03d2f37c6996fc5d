"""A form as its pages show it: sections with items, formulas read."""

from collections.abc import Iterable
from dataclasses import dataclass

from congdoan.reporting.formula.parse import Node, parse
from congdoan.reporting.models import FormItem, FormSection, ItemKind, ReportForm
from congdoan.reporting.sources import Source, source_of


@dataclass(frozen=True, slots=True)
class Line:
    """An item with what fills it."""

    item: FormItem
    source: Source | None

    @property
    def filled_from(self) -> str:
        """In words: where its value comes from."""
        if self.item.kind == ItemKind.CHECK:
            return f"Phải đúng: {self.item.formula}"
        if self.item.formula:
            return f"= {self.item.formula}"
        if self.source is None:
            return "Đơn vị nhập"
        return f"Tự lấy: {self.source.label}{', cả cấp dưới' if self.item.reaches_below else ''}"


@dataclass(frozen=True, slots=True)
class Part:
    section: FormSection
    lines: tuple[Line, ...]


def parts_of(form: ReportForm) -> list[Part]:
    """Two queries."""
    by_section: dict[int, list[Line]] = {}
    for item in form.items.all():
        by_section.setdefault(item.section_id, []).append(Line(item, source_of(item.kind, item.source)))
    return [Part(section, tuple(by_section.get(section.pk, ()))) for section in form.sections.all()]


def formulas_of(items: Iterable[FormItem]) -> tuple[dict[str, Node], frozenset[str]]:
    """The formulas by the code of their figure, and the codes of all figures. The formulas were read when written."""
    figures = [item for item in items if item.kind == ItemKind.FIGURE]
    return {item.code: parse(item.formula) for item in figures if item.formula}, frozenset(
        item.code for item in figures
    )
