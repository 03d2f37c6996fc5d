"""The weekly mail to leaders: how their plans stand, with the picture in it; on the first working day of the week."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.core.workdays import begins_week
from congdoan.organisation.kinds import BOTTOM
from congdoan.organisation.models import Post
from congdoan.organisation.roles import roles_with
from congdoan.steering.drawing import BurnupDrawing
from congdoan.steering.models import WeeklyMail
from congdoan.steering.picture import burnup_png
from congdoan.steering.queries.ahead import DAYS_AHEAD, forecast
from congdoan.steering.queries.burnup import burnup
from congdoan.steering.queries.scope import Steered
from congdoan.steering.queries.state import latest_units, state_of_plans
from congdoan.steering.queries.still import still_parts
from congdoan.worklist.mailing.pictures import MailPicture
from congdoan.worklist.models import NoticeChoice
from congdoan.worklist.services.outbox import mail_to
from congdoan.worklist.unsubscribing import absolute

WEEKLY: Final = "steering.weekly"
PICTURE: Final = "tien-do"
SHOWN: Final = 5
KEPT_FOR: Final = timedelta(days=60)
"""As long as a mail that did not arrive may be sent again with its picture."""


def write_weekly(*, on: date) -> int:
    """Write the week's mails that are not written yet; returns how many. Each is a transaction of its own."""
    if not begins_week(on):
        return 0
    week = on - timedelta(days=on.weekday())
    WeeklyMail.objects.filter(week__lt=week - KEPT_FOR).delete()
    return sum(_write(leader, week, on) for leader in leaders(on, week).iterator(chunk_size=200))


def leaders(on: date, week: date) -> QuerySet[User]:
    """Who decides at a unit with others below it, wants mails and this one, and has not got it this week."""
    held = Post.objects.filter(user=OuterRef("pk"), role__in=roles_with("plans.approve")).held(on)
    choice = NoticeChoice.objects.filter(user=OuterRef("pk"))
    unwanted = Q(digest=NoticeChoice.Digest.NONE) | Q(muted_kinds__contains=[WEEKLY])
    written = WeeklyMail.objects.filter(week=week, mail__user=OuterRef("pk"))
    found = User.objects.filter(Exists(held.exclude(unit__kind__in=BOTTOM)), is_active=True).exclude(email="")
    return found.exclude(Exists(choice.filter(unwanted))).exclude(Exists(written)).order_by("pk")


@transaction.atomic
def _write(leader: User, week: date, on: date) -> bool:
    """Nobody is written to about nothing."""
    context = weekly_context(Steered(leader, on))
    if context is None:
        return False
    drawing: BurnupDrawing | None = context.pop("drawing")
    mail = mail_to(leader, context["subject"], "steering/mail/weekly", context)
    mail.save()
    WeeklyMail.objects.create(mail=mail, week=week, picture=burnup_png(drawing) if drawing else b"")
    return True


def weekly_context(steered: Steered) -> dict[str, Any] | None:
    """What the mail says; None where nothing is under way."""
    whole = state_of_plans(steered).whole
    if not whole.total:
        return None
    found, still, ahead = burnup(steered), still_parts(steered), forecast(steered)
    late = f", {whole.late} quá hạn" if whole.late else ""
    return {
        "subject": f"Điều hành, tuần từ {steered.today:%d/%m/%Y}: {whole.done}/{whole.total} phần việc xong{late}",
        "on": steered.today,
        "whole": whole,
        "drawing": BurnupDrawing(found) if found else None,
        "words": BurnupDrawing(found).words if found else "",
        "picture": PICTURE,
        "late_units": latest_units(steered, most=SHOWN),
        "still": still.of(list(still.found[:SHOWN])),
        "ahead": list(ahead.rows[:SHOWN]),
        "expected": ahead.expected,
        "near": len(ahead.rows),
        "days_ahead": DAYS_AHEAD,
        "steering_url": absolute(reverse("steering:state")),
        "briefing_url": absolute(reverse("steering:briefing")),
    }


def pictures_of(mail_id: int) -> list[MailPicture]:
    """The picture of this mail, when it is one of ours and has one."""
    return list(_pictures(mail_id))


def _pictures(mail_id: int) -> Iterator[MailPicture]:
    for picture in WeeklyMail.objects.filter(mail=mail_id).values_list("picture", flat=True):
        if picture:
            yield MailPicture(PICTURE, bytes(picture))
