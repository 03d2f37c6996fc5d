"""Puts alarms on the desks of system administrators: one work item for each kind, until it is over."""

from django.db import transaction
from django.db.models import Q
from django.urls import reverse

from congdoan.core import clock
from congdoan.core.alarms import AlarmKind, alarm_bells, alarm_kinds
from congdoan.organisation.models import Post, Unit
from congdoan.organisation.roles import Role
from congdoan.worklist.kinds import WorkKind, kinds
from congdoan.worklist.models import WorkItem
from congdoan.worklist.services.items import NewWork, close_work, open_work
from congdoan.worklist.services.mail_trouble import MANY_ALARM, SERVER_ALARM

ACTION = "settings.manage"


def register_alarms() -> None:
    """Every kind of alarm, those of the floors below and those of mails, is a kind of work."""
    for name in (SERVER_ALARM, MANY_ALARM):
        alarm_kinds.register(name, AlarmKind("Xem thư", "mail:list"))
    for name, alarm in alarm_kinds.items():
        kinds.register(name, WorkKind(alarm.verb, _Page(alarm)))
    alarm_bells.register("worklist", ring)


@transaction.atomic
def ring(kind: str, text: str) -> None:
    """One open item at the highest unit that has an administrator; none when `text` is empty."""
    if not text:
        close_work(kind, [0])
        return
    said = WorkItem.objects.filter(kind=kind, state=WorkItem.State.OPEN)
    if said.exists():
        said.exclude(title=text[:300]).update(title=text[:300])
        return
    if unit := _unit_of_administrators():
        today = clock.today()
        work = NewWork(kind=kind, object_id=0, title=text, source="Hệ thống", unit_id=unit.pk, action=ACTION, due=today)
        open_work([work])


def _unit_of_administrators() -> Unit | None:
    today = clock.today()
    posts = Post.objects.filter(role=Role.SYSTEM_ADMINISTRATOR, starts_on__lte=today)
    held = posts.filter(Q(ends_on=None) | Q(ends_on__gte=today)).select_related("unit__parent")
    post = held.order_by("unit__depth", "pk").first()
    return post.unit.organ if post else None


class _Page:
    """The address of the page on which an alarm is dealt with, whatever the object."""

    def __init__(self, alarm: AlarmKind) -> None:
        self._url_name = alarm.url_name

    def __call__(self, object_id: int) -> str:
        return reverse(self._url_name)
