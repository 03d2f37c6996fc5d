"""The digest mail: what is overdue and what is due within a week, for each person who wants it, into the outbox."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, islice
from operator import attrgetter
from typing import Any, Final, NamedTuple

from django.db import connection, transaction
from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.core.workdays import begins_week, is_workday
from congdoan.worklist.addressing import HOLDERS, holders_params
from congdoan.worklist.models import NoticeChoice, OutgoingMail
from congdoan.worklist.services.outbox import mail_to
from congdoan.worklist.unsubscribing import absolute

SHOWN: Final = 10
DAYS_AHEAD: Final = 7
_BATCH: Final = 500
_DIGEST: Final = f"""
    with work as (
        select id as item_id, user_id, unit_id, action, title, source, due from worklist_workitem
        where state = 'open' and due <= %s
    ), {HOLDERS}, ranked as (
        select holder.user_id, work.item_id, work.title, work.source, work.due,
            row_number() over (partition by holder.user_id order by work.due, work.item_id) as place,
            count(*) filter (where work.due < %s) over (partition by holder.user_id) as late,
            count(*) over (partition by holder.user_id) as whole
        from holder join work on work.item_id = holder.item_id
        join accounts_user person on person.id = holder.user_id and person.is_active and person.email <> ''
        left join worklist_noticechoice choice on choice.user_id = holder.user_id
        where coalesce(choice.digest, %s) = any(%s) and coalesce(choice.last_digest_on < %s, true)
    )
    select user_id, item_id, title, source, due, late, whole from ranked where place <= %s order by user_id, place
"""  # noqa: S608


class Line(NamedTuple):
    """One item of one person's digest; `late` and `whole` count all the person's items, shown or not."""

    user_id: int
    item_id: int
    title: str
    source: str
    due: date
    late: int
    whole: int

    @property
    def url(self) -> str:
        return absolute(reverse("worklist:item", args=[self.item_id]))


@dataclass(frozen=True, slots=True)
class Digest:
    """What one person's mail says."""

    on: date
    lines: list[Line]

    @property
    def late(self) -> int:
        return self.lines[0].late

    @property
    def near(self) -> int:
        return self.lines[0].whole - self.late

    @property
    def more(self) -> int:
        return self.lines[0].whole - len(self.lines)

    @property
    def subject(self) -> str:
        parts = [f"{self.late} việc quá hạn"] if self.late else []
        parts += [f"{self.near} việc đến hạn trong {DAYS_AHEAD} ngày tới"] if self.near else []
        return f"{self.on:%d/%m/%Y}: {', '.join(parts)}"


@transaction.atomic
def write_digests(*, on: date) -> int:
    """Write the digests of a working day, each person's once; returns how many mails went into the outbox."""
    if not is_workday(on):
        return 0
    written = 0
    digests = _digests(on)
    while some := list(islice(digests, _BATCH)):
        people = User.objects.in_bulk([digest.lines[0].user_id for digest in some])
        mails = [_mail(people[digest.lines[0].user_id], digest) for digest in some]
        written += len(OutgoingMail.objects.bulk_create(mails))
        _remember(people, on)
    return written


def _digests(on: date) -> Iterator[Digest]:
    default = NoticeChoice._meta.get_field("digest").get_default()
    params: list[Any] = [on + timedelta(DAYS_AHEAD), *holders_params(on), on, default, _frequencies(on), on, SHOWN]
    with connection.chunked_cursor() as cursor:
        cursor.execute(_DIGEST, params)
        lines = (Line(*row) for row in cursor)
        for _, own in groupby(lines, attrgetter("user_id")):
            yield Digest(on, list(own))


def _frequencies(on: date) -> list[str]:
    """Weekly digests go out on the first working day of the week."""
    return [NoticeChoice.Digest.DAILY.value] + ([NoticeChoice.Digest.WEEKLY.value] if begins_week(on) else [])


def _mail(person: User, digest: Digest) -> OutgoingMail:
    return mail_to(person, digest.subject, "digest", {"digest": digest, "list_url": absolute(reverse("worklist:list"))})


def _remember(user_ids: Iterable[int], on: date) -> None:
    NoticeChoice.objects.bulk_create(
        [NoticeChoice(user_id=user_id, last_digest_on=on) for user_id in user_ids],
        update_conflicts=True,
        unique_fields=["user"],
        update_fields=["last_digest_on"],
    )
