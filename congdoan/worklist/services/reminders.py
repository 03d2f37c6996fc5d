"""Reminders before and after the due day, in working days, and word to the giving unit when it is long past.

Each occasion is one statement for everybody, and its key says which item, day and step it was: asked twice, told once.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.db import transaction
from django.urls import reverse

from congdoan.core.workdays import add_workdays, is_workday
from congdoan.organisation.roles import Role
from congdoan.worklist import notice_kinds
from congdoan.worklist.addressing import HOLDERS, holders_params
from congdoan.worklist.models import NoticeChoice, RemindedDay
from congdoan.worklist.services.notices import tell_selected

ESCALATED_AFTER: Final = 5
_LEADING: Final = [Role.UNIT_LEADER.value, Role.DEPARTMENT_HEAD.value, Role.GRASSROOTS_OFFICER.value]

_WORK: Final = """
    with work as (
        select id as item_id, user_id, unit_id, action, title, due from worklist_workitem
        where state = 'open' and due >= %s and due < %s
    ),
"""
_TOLD: Final = """,
    told as (
        select holder.user_id, %s::text as kind, format(%s::text, work.title, to_char(work.due, 'DD/MM/YYYY')) as text,
            %s::text || work.item_id || '/' as url,
            format('%%s:%%s:%%s:%%s', %s::text, work.item_id, work.due, %s::text) as key
        from holder join work on work.item_id = holder.item_id
"""
_WHO_WANT: Final = """
        left join worklist_noticechoice choice on choice.user_id = holder.user_id
        where coalesce(choice.days_before, %s) = %s
"""
_ESCALATED: Final = """
    with late as (
        select given_by_unit_id, kind, title, due, count(*) as units, min(id) as item_id, min(unit_id) as unit_id
        from worklist_workitem
        where state = 'open' and due >= %s and due < %s and given_by_unit_id is not null and given_by_unit_id <> unit_id
        group by given_by_unit_id, kind, title, due
    ),
    told as (
        select post.user_id, %s::text as kind,
            format('Quá hạn %%s ngày làm việc: %%s (%%s)', %s::text, late.title,
                case when late.units = 1 then unit.short_name else late.units || ' đơn vị' end) as text,
            case when late.units = 1 then %s::text || late.item_id || '/' else %s::text end as url,
            format('escalated:%%s:%%s', late.due, md5(late.kind || late.title)) as key
        from late join organisation_unit unit on unit.id = late.unit_id
        join organisation_post post on post.unit_id = late.given_by_unit_id and post.role = any(%s)
            and post.starts_on <= %s and (post.ends_on is null or post.ends_on >= %s)
    )
"""


@dataclass(frozen=True, slots=True)
class Step:
    """Items due from `start` until before `end` are told as `kind`, once for each `name`."""

    kind: str
    name: str
    text: str
    start: date
    end: date


@transaction.atomic
def remind(*, on: date) -> int:
    """Tell everybody what is due, on a working day and once; returns how many notices were new."""
    if not is_workday(on) or RemindedDay.objects.filter(day=on).exists():
        return 0
    RemindedDay.objects.create(day=on)
    told = _remind_before(on) + sum(_tell_step(step, on) for step in _steps(on))
    return told + _escalate(on)


def _remind_before(on: date) -> int:
    """Each person as many working days ahead as they like; once when an item comes that near."""
    default = NoticeChoice._meta.get_field("days_before").get_default()
    wanted = set(NoticeChoice.objects.values_list("days_before", flat=True).distinct()) | {default}
    tomorrow = add_workdays(on, 1)
    told = 0
    for days in sorted(wanted - {0}):
        step = Step(notice_kinds.SOON, "1", "Sắp đến hạn %2$s: %1$s", tomorrow, add_workdays(on, days) + timedelta(1))
        told += _tell_step(step, on, who_want=(default, days))
    return told


def _steps(on: date) -> list[Step]:
    """On the due day (days off count to the working day before), 1 and 3 working days late, then each week."""
    third, eighth = add_workdays(on, -2), add_workdays(on, -7)
    year, week, _ = on.isocalendar()
    late = "Quá hạn từ %2$s: %1$s"
    return [
        Step(notice_kinds.DUE, "1", "Đến hạn %2$s: %1$s", on, add_workdays(on, 1)),
        Step(notice_kinds.LATE, "1", late, third, on),
        Step(notice_kinds.LATE, "3", late, eighth, third),
        Step(notice_kinds.LATE, f"{year}w{week}", late, date(1900, 1, 1), eighth),
    ]


def _tell_step(step: Step, on: date, *, who_want: tuple[int, int] | None = None) -> int:
    address = reverse("worklist:item", args=[0]).removesuffix("0/")
    told = [step.kind, step.text, address, step.kind, step.name]
    sql = _WORK + HOLDERS + _TOLD + (_WHO_WANT if who_want else "") + ")"
    return len(tell_selected(sql, [step.start, step.end, *holders_params(on), *told, *(who_want or ())]))


def _escalate(on: date) -> int:
    """Tell those who lead the giving unit what is 5 working days late, once for the same work of many units.

    Looks back a further week, for days on which nothing ran.
    """
    start, end = add_workdays(on, -ESCALATED_AFTER - 4), add_workdays(on, 1 - ESCALATED_AFTER)
    address = reverse("worklist:item", args=[0]).removesuffix("0/")
    late_list = reverse("worklist:list") + "?xem=giao&nhom=qua-han"
    params: list[Any] = [start, end, notice_kinds.ESCALATED, ESCALATED_AFTER, address, late_list, _LEADING, on, on]
    return len(tell_selected(_ESCALATED, params))
