"""Keeping the working calendar and the rules by date. Views ask for the right before."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import Q

from congdoan.core.audit.latest import require_unchanged
from congdoan.core.errors import Invalid, NotFound
from congdoan.core.finding import find
from congdoan.core.models import Rule, WorkdayException
from congdoan.core.public_holidays import announced_days
from congdoan.core.text import normalise

DAY_FACTS: Final = ("is_worked", "name", "source")
RULE_FACTS: Final = ("valid_to", "value", "source", "certainty")


@transaction.atomic
def load_public_holidays(years: Iterable[int]) -> int:
    """Add the announced days of the years that are not there yet; what somebody entered stays. Returns how many."""
    days = [announced for year in years for announced in announced_days(year)]
    there = set(
        WorkdayException.objects.filter(day__in=[announced.day for announced in days]).values_list("day", flat=True)
    )
    new = [
        WorkdayException(day=a.day, is_worked=a.is_worked, name=a.name, source=a.source)
        for a in days
        if a.day not in there
    ]
    WorkdayException.objects.bulk_create(new)
    return len(new)


@transaction.atomic
def set_workday(*, day: date, is_worked: bool, name: str, source: str, seen: str = "") -> WorkdayException:
    """Make a weekday off, or a Saturday or Sunday worked. Raises Invalid when the day is so anyway.

    Raises Conflict when something else stands there than what was `seen`.
    """
    if is_worked == (day.weekday() < 5):
        usual = "ngày làm việc" if is_worked else "ngày nghỉ cuối tuần"
        raise Invalid(f"{day:%d/%m/%Y} vốn là {usual}, không cần ghi.", field="day")
    said = {"is_worked": is_worked, "name": normalise(name), "source": normalise(source)}
    entry, made = WorkdayException.objects.select_for_update().get_or_create(day=day, defaults=said)
    if not made:
        _change(entry, said, seen, f"ngày {day:%d/%m/%Y} là “{entry.name}”")
    return entry


@transaction.atomic
def clear_workday(*, entry_id: int) -> date:
    """The day is again what its weekday makes it."""
    entry = find(WorkdayException.objects.select_for_update(), entry_id)
    if entry is None:
        raise NotFound("Ngày này đã được bỏ khỏi lịch.")
    entry.delete()
    return entry.day


@transaction.atomic
def set_rule(
    *, code: str, valid_from: date, valid_to: date | None, value: Any, source: str, certainty: str, seen: str = ""
) -> Rule:
    """The value that holds from the day on; the rule before it ends on the day before.

    Raises Invalid when the period is upside down or cuts into a later rule of the same code, Conflict when another
    value holds from the same day than what was `seen`.
    """
    if valid_to and valid_to < valid_from:
        raise Invalid("Ngày cuối phải từ ngày đầu trở đi.", field="valid_to")
    later = Rule.objects.filter(code=code, valid_from__gt=valid_from).order_by("valid_from").first()
    if later and (valid_to is None or valid_to >= later.valid_from):
        raise Invalid(f"Từ {later.valid_from:%d/%m/%Y} đã có mức khác. Nhập ngày cuối trước ngày đó.", field="valid_to")
    earlier = Rule.objects.select_for_update().filter(code=code, valid_from__lt=valid_from)
    for rule in earlier.filter(Q(valid_to=None) | Q(valid_to__gte=valid_from)):
        rule.valid_to = valid_from - timedelta(days=1)
        rule.save(update_fields=["valid_to"])
    said = {"valid_to": valid_to, "value": value, "source": normalise(source), "certainty": certainty}
    rule, made = Rule.objects.select_for_update().get_or_create(code=code, valid_from=valid_from, defaults=said)
    if not made:
        _change(rule, said, seen, f"mức {rule.value} từ {valid_from:%d/%m/%Y}")
    return rule


def _change(obj: WorkdayException | Rule, said: dict[str, Any], seen: str, what: str) -> None:
    """Write what is said over what stands there, unless the person does not know of it."""
    if any(getattr(obj, name) != value for name, value in said.items()):
        require_unchanged(obj, seen, said, what)
        for name, value in said.items():
            setattr(obj, name, value)
        obj.save(update_fields=list(said))
