"""Writing down the duties of an organ, changing their words, ending them."""

from datetime import date

from django.db import transaction
from django.db.models import F, Max, Q, QuerySet

from congdoan.accounts.models import User
from congdoan.core.audit.latest import latest_change, require_unchanged
from congdoan.core.errors import Conflict, Invalid, NotFound
from congdoan.core.finding import find
from congdoan.core.text import fold, normalise
from congdoan.duties.models import Duty, DutyShare
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import require

MANAGE = "duties.manage"
WORDS, ENDS = ("group", "number", "text", "source"), ("ends_on",)
STEP = 10


@transaction.atomic
def add_duty(
    *, organ: Unit, by: User, text: str, starts_on: date, group: str = "", number: str = "", source: str = ""
) -> Duty:
    """A new duty at the end of its field of work. Raises Invalid when the same stands there already."""
    require(by, MANAGE, organ)
    text, group = normalise(text), normalise(group)
    Unit.objects.select_for_update().get(pk=organ.pk)
    same = Duty.objects.filter(unit=organ, folded=folded_of(group, text)).exclude(ends_on__lt=starts_on).first()
    if same is not None:
        there = f"Nhiệm vụ này đã có từ {same.starts_on:%d/%m/%Y}. {latest_change(same, 'nhiệm vụ')}"
        raise Invalid(there, field="text")
    return Duty.objects.create(
        unit=organ,
        group=group,
        number=normalise(number),
        text=text,
        source=normalise(source),
        starts_on=starts_on,
        order=_next_place(organ, group),
        folded=folded_of(group, text),
    )


@transaction.atomic
def change_duty(
    *, duty_id: int, by: User, text: str, group: str = "", number: str = "", source: str = "", seen: str = ""
) -> Duty:
    """Other words for the same duty; who does what in it stays. Raises Conflict unless they are as `seen`."""
    duty = locked(duty_id, by)
    require_unchanged(duty, seen, WORDS, "nhiệm vụ")
    text, group = normalise(text), normalise(group)
    if group != duty.group:
        duty.order = _next_place(duty.unit, group)
    duty.text, duty.group, duty.number, duty.source = text, group, normalise(number), normalise(source)
    duty.folded = folded_of(group, text)
    duty.save()
    return duty


@transaction.atomic
def end_duty(*, duty_id: int, by: User, ends_on: date, seen: str = "") -> Duty:
    """The day is its last one; the parts of all units end with it. Raises Conflict unless its end is as `seen`."""
    duty = locked(duty_id, by)
    require_unchanged(duty, seen, ENDS, "nhiệm vụ")
    if ends_on < duty.starts_on:
        raise Invalid(f"Nhiệm vụ có từ {duty.starts_on:%d/%m/%Y}, ngày cuối phải từ ngày đó.", field="ends_on")
    if duty.ends_on is not None and duty.ends_on < ends_on:
        raise Conflict(f"Nhiệm vụ đã kết thúc ngày {duty.ends_on:%d/%m/%Y}.")
    duty.ends_on = ends_on
    duty.save(update_fields=["ends_on", "changed_at"])
    end_shares(duty.shares.all(), ends_on)
    return duty


def end_shares(shares: "QuerySet[DutyShare]", last: date) -> None:
    """The day is the last one of these; what was to begin later is taken back."""
    shares.filter(starts_on__gt=last).delete()
    shares.filter(Q(ends_on=None) | Q(ends_on__gt=last)).update(ends_on=last)


def locked(duty_id: int, by: User) -> Duty:
    """The duty, to be changed. Raises NotFound when out of sight, NotAllowed without the right."""
    seen = Duty.objects.visible_to(by, "duties.view")
    duty = find(seen.select_for_update(of=("self",)).select_related("unit"), duty_id)
    if duty is None:
        raise NotFound("Không có nhiệm vụ này, hoặc nó thuộc đơn vị khác.")
    require(by, MANAGE, duty.unit)
    return duty


def folded_of(group: str, text: str) -> str:
    """The words by which a duty is found."""
    return fold(f"{group} {text}")


def _next_place(organ: Unit, group: str) -> int:
    """Behind the last of its field of work; a new field comes last. What stands behind moves on."""
    duties = Duty.objects.filter(unit=organ)
    last: int | None = duties.filter(group=group).aggregate(last=Max("order"))["last"]
    if last is None:
        return (duties.aggregate(last=Max("order"))["last"] or 0) + STEP
    duties.filter(order__gt=last).update(order=F("order") + STEP)
    return last + STEP
