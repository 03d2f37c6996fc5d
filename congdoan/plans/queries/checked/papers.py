"""The papers whose readings were looked through, and what was corrected in them."""

from django.db.models import IntegerField, OuterRef, QuerySet, Subquery, Sum

from congdoan.accounts.models import User
from congdoan.core.errors import NotFound
from congdoan.plans.models import CheckedReading, CheckedStage, Correction

ACTION = "readings.view"


def checked_readings(user: User) -> "QuerySet[CheckedReading]":
    return CheckedReading.objects.visible_to(user, ACTION)


def with_figures(found: "QuerySet[CheckedReading]") -> "QuerySet[CheckedReading]":
    """Each with its plan, unit, `value_count` and `corrected_count`; the latest first."""

    def total(field: str) -> Subquery:
        stages = CheckedStage.objects.filter(checked=OuterRef("pk")).order_by().values("checked")
        return Subquery(stages.annotate(total=Sum(field)).values("total"), output_field=IntegerField())

    counted = found.annotate(value_count=total("values"), corrected_count=total("corrected"))
    return counted.select_related("plan", "unit").order_by("-checked_on", "-pk")


def corrections(user: User) -> "QuerySet[Correction]":
    """The latest papers first, in each the order of reading."""
    found = Correction.objects.visible_to(user, ACTION).select_related("checked__plan", "checked__unit", "by")
    return found.order_by("-checked__checked_on", "-checked_id", "pk")


def checked_reading(user: User, plan_id: int) -> CheckedReading:
    """Raises NotFound when the person may not see it, or nobody handed the plan in yet."""
    found = checked_readings(user).select_related("plan", "unit", "checked_by", "reading__document__file__blob")
    checked = found.filter(plan_id=plan_id).first()
    if checked is None:
        raise NotFound("Không có bản đọc này trong các bản đọc được xem.")
    return checked
