"""Checks and keeps the figures of a report: cumulative, and none that cannot be without saying so."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce

from congdoan.core.errors import Invalid
from congdoan.plans.models import Assignment, AssignmentTarget, ProgressReport, ReportFigure
from congdoan.plans.models.report import SENT
from congdoan.plans.queries.work.report_lines import figure_text

Figures = Mapping[int, Decimal]


def check_figures(targets: Iterable[AssignmentTarget], figures: Figures, *, finishes: bool, sure: bool) -> None:
    """Raises Invalid with the field `figure_<target id>`.

    A figure below the last one, above the total, or short of it in a finishing report passes only when `sure`.
    """
    known = {target.pk: target for target in targets}
    if unknown := set(figures) - set(known):
        raise Invalid("Nội dung đếm đã thay đổi. Tải lại trang rồi nhập lại.", field=f"figure_{min(unknown)}")
    for target in known.values():
        value = figures.get(target.pk, target.reached)
        if value < 0:
            raise Invalid("Số liệu không được nhỏ hơn 0.", field=f"figure_{target.pk}")
        if not sure and (doubt := _doubt(target, value, finishes=finishes)):
            raise Invalid(doubt, field=f"figure_{target.pk}")


def keep_figures(report: ProgressReport, figures: Figures) -> None:
    ReportFigure.objects.bulk_create(
        ReportFigure(report=report, target_id=target_id, value=value) for target_id, value in figures.items()
    )


def count_again(assignment: Assignment) -> None:
    """What is reached is what the latest report that counts says; nothing when there is none."""
    latest = ReportFigure.objects.filter(target=OuterRef("pk"), report__state__in=SENT).order_by("-report_id")
    assignment.targets.update(reached=Coalesce(Subquery(latest.values("value")[:1]), Decimal(0)))


def _doubt(target: AssignmentTarget, value: Decimal, *, finishes: bool) -> str:
    sure = "Sửa số, hoặc đánh dấu “Số liệu đúng như vậy”."
    given, last, total = map(figure_text, (value, target.reached, target.total))
    if value > target.total:
        return f"{target.name}: {given} lớn hơn tổng số {total}. {sure}"
    if value < target.reached:
        return f"{target.name}: {given} nhỏ hơn lần trước, {last}. Nhập số cộng dồn. {sure}"
    if finishes and value < target.total:
        return f"{target.name}: mới đạt {given}/{total} mà báo đã xong. {sure}"
    return ""
