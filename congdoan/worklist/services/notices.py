"""Tells people something in the application, on devices that they allowed, and by mail at once those who want that."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.finding import find
from congdoan.worklist.addressing import HOLDERS, holders_params
from congdoan.worklist.models import Notice
from congdoan.worklist.services.outbox import write_mail

_SAME_FOR_ALL = (
    "told as (select user_id, %s::text as kind, %s::text as text, %s::text as url, %s::text as key from who)"
)
_TELL = """
    , given as (
        insert into worklist_notice (user_id, kind, text, url, key, created_at, business_day)
        select distinct on (told.user_id, told.key)
            told.user_id, told.kind, left(told.text, 400), told.url, told.key, now(), %s
        from told
        join accounts_user person on person.id = told.user_id and person.is_active
        left join worklist_noticechoice choice on choice.user_id = told.user_id
        where not coalesce(choice.muted_kinds, '[]') ? told.kind
        on conflict (user_id, key) do nothing
        returning id, user_id, kind
    ), pushed as (
        insert into worklist_pushmessage (device_id, notice_id, words, attempts, next_try_at, created_at)
        select device.id, given.id, '', 0, now(), now()
        from given join worklist_pushdevice device on device.user_id = given.user_id
        left join worklist_noticechoice choice on choice.user_id = given.user_id
        where not coalesce(choice.device_muted, '[]') ? given.kind
        order by given.id
    )
    select user_id from given
"""


@transaction.atomic
def tell(users: Iterable[User | int], kind: str, text: str, url: str, key: str) -> int:
    """Tell these people once; `key` names the occasion ("plans.issued:12"). Returns how many were told anew.

    Those who have muted the kind are left out; those who want mail at once get one, in the same transaction.
    """
    ids = [user if isinstance(user, int) else user.pk for user in users]
    who = "select unnest(%s::bigint[]) as user_id"
    return _told_at_once(f"with who as ({who}), {_SAME_FOR_ALL}", [ids, kind, text, url, key], text, url)


@transaction.atomic
def tell_holders(unit_ids: Iterable[int], action: str, kind: str, text: str, url: str, key: str) -> int:
    """Tell everybody whom work addressed to these units for `action` would be for; one statement for all units."""
    work = (
        "select id as item_id, null::bigint as user_id, id as unit_id, %s::text as action from unnest(%s::bigint[]) id"
    )
    who = "select distinct user_id from holder"
    params = [action, list(unit_ids), *holders_params(clock.today()), kind, text, url, key]
    return _told_at_once(f"with work as ({work}), {HOLDERS}, who as ({who}), {_SAME_FOR_ALL}", params, text, url)


def tell_selected(with_told: str, params: Sequence[Any]) -> list[int]:
    """Tell what the common table expression `told` (user_id, kind, text, url, key) says; gives whom it told."""
    with connection.cursor() as cursor:
        cursor.execute(with_told + _TELL, [*params, clock.today()])
        return [row[0] for row in cursor.fetchall()]


def mark_read(user: User, notice_id: int) -> Notice | None:
    """Mark one of the person's notices as read; gives it, or nothing when they have no such notice."""
    notice = find(Notice.objects.filter(user=user), notice_id)
    if notice is not None and notice.read_at is None:
        notice.read_at = clock.now()
        notice.save(update_fields=["read_at"])
    return notice


def mark_all_read(user: User) -> int:
    """Mark every notice of the person as read; gives how many were not."""
    return Notice.objects.filter(user=user, read_at=None).update(read_at=clock.now())


def _told_at_once(with_told: str, params: Sequence[Any], text: str, url: str) -> int:
    told = tell_selected(with_told, params)
    wanting = User.objects.filter(pk__in=told, notice_choice__mail_now=True).exclude(email="")
    write_mail(wanting, subject=text, text=text, url=url)
    return len(told)
