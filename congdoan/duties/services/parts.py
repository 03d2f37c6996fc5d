"""Who does what in a duty, from a day on."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q

from congdoan.accounts.models import User
from congdoan.core.audit.history import history_of
from congdoan.core.errors import Conflict, Invalid
from congdoan.duties.models import Duty, DutyShare
from congdoan.duties.services.duties import locked
from congdoan.organisation.models import Unit


@transaction.atomic
def give_parts(*, duty_id: int, by: User, parts: Mapping[int, str], on: date, seen: str = "") -> int:
    """Give each unit its part ("" for none) from the day on; returns how many units have another part now.

    What held before ends on the day before and stays readable. `seen` is the mark of the parts that the person had
    before them, see `mark_of`. Raises Conflict when they are others now, Invalid when a part from a later day stands.
    """
    duty = locked(duty_id, by)
    if seen and seen != mark_of(duty):
        raise Conflict(f"{_who_changed(duty)} vừa sửa phân công: {words_of(duty)}. Xem lại rồi lưu lần nữa.")
    check_day(duty, on)
    units = Unit.objects.existing(on).in_bulk(parts)
    if missing := set(parts) - set(units):
        raise Invalid(f"{len(missing)} đơn vị không hoạt động vào ngày {on:%d/%m/%Y}. Tải lại trang rồi chọn lại.")
    return sum(_give(duty, units[unit_id], part, on) for unit_id, part in parts.items())


def check_day(duty: Duty, on: date) -> None:
    if on < duty.starts_on or (duty.ends_on and on > duty.ends_on):
        until = f" đến {duty.ends_on:%d/%m/%Y}" if duty.ends_on else ""
        raise Invalid(f"Nhiệm vụ có từ {duty.starts_on:%d/%m/%Y}{until}. Chọn ngày trong thời gian đó.", field="on")


def mark_of(duty: Duty) -> str:
    """Changes whenever a part of the duty does."""
    marks = (f"{share.pk}.{share.part[:1]}{share.ends_on or ''}" for share in duty.shares.order_by("pk"))
    return "-".join(marks) or "none"


def words_of(duty: Duty) -> str:
    now = duty.shares.filter(ends_on=duty.ends_on).select_related("unit")
    return ", ".join(map(str, now)) or "không còn đơn vị nào"


def _who_changed(duty: Duty) -> str:
    """Whoever changed one of the parts last, as far as one of them is still there."""
    entries = [entry for share in duty.shares.all() for entry in history_of(share)[:1] if entry.at]
    return max(entries, key=lambda entry: entry.at).who if entries else "Người khác"  # type: ignore[arg-type,return-value]


def _give(duty: Duty, unit: Unit, part: str, on: date) -> bool:
    later = duty.shares.filter(unit=unit, starts_on__gt=on).first()
    if later is not None:
        raise Invalid(f"{unit} đã có phân công từ {later.starts_on:%d/%m/%Y}. Chọn ngày sau đó.", field="on")
    holding = duty.shares.filter(Q(ends_on=None) | Q(ends_on__gte=on), unit=unit).first()
    if (holding.part if holding else "") == part:
        return False
    if holding is not None and holding.starts_on == on:
        holding.delete()
    elif holding is not None:
        holding.ends_on = on - timedelta(days=1)
        holding.save(update_fields=["ends_on"])
    if part:
        DutyShare.objects.create(duty=duty, unit=unit, part=part, starts_on=on, ends_on=duty.ends_on)
    return True
