"""Notices on devices: allowed and stopped by the person, stopped when the browser is signed out."""

from typing import Final

from django.conf import settings
from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core.errors import Invalid, NotFound
from congdoan.core.finding import find
from congdoan.worklist.models import Notice, PushDevice, PushMessage
from congdoan.worklist.push.keys import key_name
from congdoan.worklist.push.sealing import is_sound
from congdoan.worklist.queries.devices import password_marks
from congdoan.worklist.services.choices import choice_of
from congdoan.worklist.webhooks.calling import LONGEST_URL, fault_of

MOST: Final = 10
_NOT_GIVEN: Final = "Trình duyệt không đăng ký được với dịch vụ thông báo của nó. Tải lại trang rồi thử lại."


@transaction.atomic
def allow_device(
    *, user: User, endpoint: str, p256dh: str, auth: str, words: str, session_id: int | None
) -> PushDevice:
    """Show the person's notices on this device from now on. A browser that another person used before is theirs now.

    `endpoint`, `p256dh`, `auth` are what the browser gives out; `session_id` is the sign-in it belongs to. Raises
    Invalid for an address that is not called, keys that no browser gives, or too many devices.
    """
    if len(endpoint) > LONGEST_URL or not is_sound(p256dh, auth):
        raise Invalid(_NOT_GIVEN)
    if fault := fault_of(endpoint, allow_private=settings.WEBHOOK_PRIVATE):
        raise Invalid(f"{_NOT_GIVEN} ({fault})")
    User.objects.select_for_update().get(pk=user.pk)
    PushDevice.objects.filter(endpoint=endpoint).exclude(user=user).delete()
    PushDevice.objects.filter(user=user).exclude(key=key_name(), password__in=password_marks(user)).delete()
    others = PushDevice.objects.filter(user=user).exclude(endpoint=endpoint)
    if others.count() >= MOST:
        raise Invalid(f"Đã có {MOST} thiết bị nhận thông báo. Dừng một thiết bị không dùng nữa trước.")
    allowed = {"p256dh": p256dh, "auth": auth, "words": words[:100], "session": session_id, "failing_since": None}
    marks = {"key": key_name(), "password": password_marks(user)[0], "user": user}
    return PushDevice.objects.update_or_create(endpoint=endpoint, defaults=allowed | marks)[0]


@transaction.atomic
def stop_device(*, user: User, device_id: int) -> str:
    """No more notices there, what waits included; gives the device in words."""
    device = find(PushDevice.objects.filter(user=user), device_id)
    if device is None:
        raise NotFound("Thiết bị này đã thôi nhận thông báo.")
    device.delete()
    return device.words


def stop_devices_of(session_id: int) -> None:
    """The browser with this sign-in was signed out by somebody: whoever uses it next must not see notices."""
    PushDevice.objects.filter(session=session_id).delete()


def push_notice(notice: Notice, words: str) -> int:
    """Send `words` instead of the notice's own to the person's devices; returns to how many."""
    if notice.kind in choice_of(notice.user).device_muted:
        return 0
    devices = PushDevice.objects.filter(user=notice.user_id)
    messages = [PushMessage(device=device, notice=notice, words=words[:300]) for device in devices]
    return len(PushMessage.objects.bulk_create(messages))
