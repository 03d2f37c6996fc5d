"""Changes of a draft's header: what kind it is, its subject, until when, who coordinates and signs."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypedDict

from django.db import transaction
from django.db.models import DateField, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Least

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Conflict, Invalid
from congdoan.core.finding import find
from congdoan.core.text import normalise
from congdoan.organisation.models import Unit
from congdoan.plans.models import Doubt, Plan, Task
from congdoan.plans.queries.kinds import kind_of
from congdoan.plans.queries.local.given import local_plan_of, plans_given
from congdoan.plans.services.review.doubt_marks import settle
from congdoan.plans.services.review.editing import editing, told


class HeaderFacts(TypedDict, total=False):
    """What a reviewer may set; what is absent stays as it is."""

    kind: str
    subject: str
    symbol: str
    issued_on: date | None
    until: date | None
    coordinator_id: int | None
    signer_title: str
    bases: str
    carries_out_id: int | None


_NAMED = {
    "kind": "loại văn bản",
    "subject": "trích yếu",
    "symbol": "số, ký hiệu",
    "issued_on": "ngày ban hành",
    "until": "thời hạn chung",
    "coordinator_id": "đơn vị điều phối",
    "signer_title": "chức vụ người ký",
    "bases": "căn cứ",
    "carries_out_id": "văn bản cấp trên",
}
_SETTLES = {"symbol": "symbol_missing", "issued_on": "date_missing", "until": "no_due", "subject": "subject_missing"}


@transaction.atomic
def edit_header(*, plan_id: int, by: User, facts: HeaderFacts, seen: Mapping[str, Any]) -> Plan:
    """Change facts of the header. `seen` is what the reviewer saw in each of these fields.

    Raises Conflict when a field changed since, Invalid when a fact cannot be. Another `until` moves the days of
    the tasks that have none of their own.
    """
    with editing(plan_id, by=by, summary="Sửa đầu văn bản") as edit:
        plan = edit.plan
        values = _checked(facts)
        _check_superior(plan, values.get("carries_out_id"))
        for name in values:
            if name in seen and getattr(plan, name) != seen[name] and getattr(plan, name) != values[name]:
                raise Conflict(f"{told(plan, 'plan', plan.pk)} Xem bản mới rồi sửa lại.")
        edit.summary = f"Sửa {', '.join(_NAMED[name] for name in values)}"
        until = values.pop("until", plan.until)
        if "kind" in values:
            plan.take_kind(kind_of(values.pop("kind"), on=clock.today(), unit=plan.unit))
        for name, value in values.items():
            setattr(plan, name, value)
        _once(plan)
        plan.save(update_fields=[*values, "kind", "kind_name", "series", "type"])
        settle(Doubt.objects.filter(plan=plan, code__in=[_SETTLES[name] for name in facts if name in _SETTLES]), by=by)
        if until != plan.until:
            set_until(plan, until)
    return plan


def set_until(plan: Plan, day: date | None) -> None:
    """The day until which the whole plan runs, which tasks without a day of their own take, if not the superior's."""
    plan.until = day
    plan.save(update_fields=["until"])
    without_own = Task.objects.filter(Q(due=None) | Q(due_from_plan=True), plan=plan, recurrence="")
    superior = Subquery(Task.objects.filter(pk=OuterRef("carries_out_id")).values("due")[:1])
    nearest = Least(Value(day, DateField()), superior)
    without_own.update(due=nearest, due_from_plan=day is not None, revision=F("revision") + 1)


def _check_superior(plan: Plan, chosen: int | None) -> None:
    """A plan that gave work to the unit, and for which it has no other plan."""
    if chosen is None or chosen == plan.carries_out_id:
        return
    superior = find(plans_given(plan.unit), chosen)
    if superior is None:
        raise Invalid("Văn bản này không giao việc cho đơn vị. Chọn lại.", field="carries_out_id")
    other = local_plan_of(superior, [plan.unit_id])
    if other is not None:
        raise Conflict(f"{plan.unit} đã có kế hoạch thực hiện {superior}: {other}.")


def _once(plan: Plan) -> None:
    same = Plan.objects.filter(unit=plan.unit, symbol=plan.symbol, issued_on=plan.issued_on).exclude(pk=plan.pk)
    if plan.symbol and plan.issued_on and same.exists():
        raise Invalid(f"{plan.unit} đã có {plan.noun} {plan.symbol} cùng ngày. Nhập số hoặc ngày khác.", field="symbol")


def _checked(facts: HeaderFacts) -> dict[str, Any]:
    values: dict[str, Any] = dict(facts)
    for name, most in (("subject", 1000), ("symbol", 80), ("signer_title", 200)):
        if name in values:
            values[name] = normalise(values[name])
            if len(values[name]) > most:
                raise Invalid(f"Dài quá {most} chữ. Viết gọn lại.", field=name)
    if "bases" in values:
        values["bases"] = "\n".join(filter(None, map(normalise, values["bases"].splitlines())))
    if "subject" in values and not values["subject"]:
        raise Invalid("Văn bản phải có trích yếu. Nhập lại.", field="subject")
    if values.get("coordinator_id") and not Unit.objects.filter(pk=values["coordinator_id"]).exists():
        raise Invalid("Chọn một đơn vị trong danh sách.", field="coordinator_id")
    return values
