"""How a person wants to be told."""

from collections.abc import Sequence

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.worklist.models import NoticeChoice


def choice_of(user: User) -> NoticeChoice:
    """What the person has chosen, else the defaults (not saved)."""
    return NoticeChoice.objects.filter(user=user).first() or NoticeChoice(user=user)


@transaction.atomic
def save_choice(
    *,
    user: User,
    digest: str,
    mail_now: bool,
    days_before: int,
    muted_kinds: Sequence[str],
    device_muted: Sequence[str] = (),
) -> NoticeChoice:
    """Keep how the person wants to be told from now on."""
    choice, _ = NoticeChoice.objects.update_or_create(
        user=user,
        defaults={
            "digest": digest,
            "mail_now": mail_now,
            "days_before": days_before,
            "muted_kinds": sorted(muted_kinds),
            "device_muted": sorted(device_muted),
        },
    )
    return choice


@transaction.atomic
def stop_mails(*, user_id: int) -> User:
    """No more mails to the person, who asked for it from a mail; notices in the application go on."""
    user = find(User.objects, user_id)
    if user is None:
        raise NotFound("Không còn tài khoản này.")
    stopped = {"digest": NoticeChoice.Digest.NONE, "mail_now": False}
    NoticeChoice.objects.update_or_create(user=user, defaults=stopped)
    return user
