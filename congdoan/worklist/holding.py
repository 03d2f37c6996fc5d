"""What the worklist holds about a person: what it told them, and the work with their name."""

from congdoan.accounts.held import HeldSource, Line, held_sources, moment
from congdoan.accounts.models import User
from congdoan.worklist.models import Notice, NoticeChoice, OutgoingMail, PushDevice, WorkItem
from congdoan.worklist.models.feed import CalendarFeed

_NEWEST = 100
_WORK_STAYS = "Việc giao cho đơn vị và kết quả là hồ sơ công việc của đơn vị (Luật Lưu trữ 33/2024/QH15)."


def register() -> None:
    for name, source in (
        ("notices", HeldSource("Thông báo", _notices, _erase_notices, order=40)),
        ("mails", HeldSource("Thư đã gửi", _mails, _erase_mails, order=41)),
        ("choices", HeldSource("Cách nhận thông báo, lịch việc", _choices, _erase_choices, order=42)),
        ("devices", HeldSource("Thiết bị nhận thông báo", _devices, _erase_devices, order=43)),
        ("work", HeldSource("Việc giao đích danh", _work, stays=_WORK_STAYS, order=44)),
    ):
        held_sources.register(f"worklist.{name}", source)


def _notices(user: User) -> list[Line]:
    return [(moment(one.created_at), one.text) for one in Notice.objects.filter(user=user).order_by("-pk")[:_NEWEST]]


def _erase_notices(user: User) -> None:
    Notice.objects.filter(user=user).delete()


def _mails(user: User) -> list[Line]:
    mails = OutgoingMail.objects.filter(user=user).defer("text", "html").order_by("-pk")
    return [(moment(mail.created_at), f"{mail.subject} ({mail.to})") for mail in mails[:_NEWEST]]


def _erase_mails(user: User) -> None:
    """Those that still wait go out first; the daily sweep takes them away afterwards."""
    OutgoingMail.objects.filter(user=user).exclude(state=OutgoingMail.State.WAITING).delete()


def _choices(user: User) -> list[Line]:
    chosen = NoticeChoice.objects.filter(user=user)
    feeds = CalendarFeed.objects.filter(user=user, revoked_at=None).select_related("unit")
    return [
        *(("Thư tóm tắt", one.get_digest_display()) for one in chosen),
        *(("Lịch việc", f"{feed}, lấy lúc {moment(feed.made_at)}") for feed in feeds),
    ]


def _erase_choices(user: User) -> None:
    NoticeChoice.objects.filter(user=user).delete()
    CalendarFeed.objects.filter(user=user).delete()


def _devices(user: User) -> list[Line]:
    found = PushDevice.objects.filter(user=user)
    return [(one.words, f"{one.endpoint}, cho phép lúc {moment(one.made_at)}") for one in found]


def _erase_devices(user: User) -> None:
    PushDevice.objects.filter(user=user).delete()


def _work(user: User) -> list[Line]:
    items = WorkItem.objects.filter(user=user).order_by("-pk")[:_NEWEST]
    return [(item.title, item.get_state_display()) for item in items]
