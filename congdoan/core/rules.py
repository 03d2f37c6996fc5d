"""Asks for the rule of a day, never for "the current" one."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from congdoan.core.errors import Invalid
from congdoan.core.models.rules import Rule
from congdoan.core.prepared import prepared
from congdoan.core.rule_names import name_of


def rule_on(code: str, day: date) -> Any:
    """The value of rule `code` that holds on `day`. Raises Invalid when no row covers that day."""
    rules = _rules(code, day)
    if not rules:
        what = f"“{name_of(code)}” cho ngày {day:%d/%m/%Y}"
        raise Invalid(f"Chưa có quy định {what}. Quản trị viên thêm ở mục Quy định theo ngày.")
    return rules[0].value


@prepared
def _rules(code: str, day: date) -> QuerySet[Rule]:
    """The one that began last, if any holds."""
    holding = Rule.objects.filter(Q(valid_to=None) | Q(valid_to__gte=day), code=code, valid_from__lte=day)
    return holding.order_by("-valid_from")[:1]
