"""Devices on which a person allowed notices, and what is not shown there any more."""

from datetime import date

from django.db.models import QuerySet

from congdoan.accounts.models import User
from congdoan.organisation.models import Post
from congdoan.worklist.models import Notice, PushDevice
from congdoan.worklist.notice_kinds import ACCOUNT
from congdoan.worklist.push.keys import key_name


def devices_of(user: User) -> QuerySet[PushDevice]:
    """Those that still get notices: allowed for our present key, and with the password that the person has now."""
    return PushDevice.objects.filter(user=user, key=key_name(), password__in=password_marks(user))


def password_marks(user: User) -> list[str]:
    """The present mark first; another password has others. Those by earlier secret keys of ours still count."""
    return [user.get_session_auth_hash(), *user.get_session_auth_fallback_hash()]


def is_in_force(device: PushDevice) -> bool:
    return device.user.is_active and device.key == key_name() and device.password in password_marks(device.user)


def is_still_for(notice: Notice, on: date) -> bool:
    """Not what was read meanwhile, nor what was told to somebody who has given up a post held on that day.

    What concerns the account itself is the person's in any case.
    """
    if notice.read_at is not None:
        return False
    held = Post.objects.held(notice.business_day).filter(user=notice.user_id)
    return notice.kind == ACCOUNT or not held.exclude(pk__in=Post.objects.held(on).values("pk")).exists()
