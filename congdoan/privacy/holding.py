"""What this package holds about a person: their requests, and what they looked at."""

from congdoan.accounts.held import HeldSource, Line, held_sources, moment
from congdoan.accounts.models import User
from congdoan.core.files.discard import discard
from congdoan.core.models import RecordAccess
from congdoan.core.models.files import StoredFile
from congdoan.privacy.models import DataRequest
from congdoan.privacy.queries.requests import own_requests

_NEWEST = 100
_REQUESTS_GO = "Nội dung và giấy tờ của các yêu cầu"
_REQUESTS_STAY = "Ngày, loại và trả lời: chứng cứ đã làm đúng luật (Luật 91/2025/QH15)."
_LOOKS_STAY = "Nhật ký truy cập dữ liệu của người khác: bảo vệ những người đó; tự hết theo thời hạn giữ."
_AUDIT_STAYS = (
    "Đã niêm phong để không ai sửa được nên không viết lại; các trang lịch sử không hiện giá trị đã xóa nữa. "
    "Bản sao lưu cũ tự hết theo thời hạn giữ."
)


def register() -> None:
    for name, source in (
        ("requests", HeldSource("Yêu cầu về dữ liệu", _requests, _erase_contents, _REQUESTS_STAY, 60, _REQUESTS_GO)),
        ("looks", HeldSource("Đã xem dữ liệu của người khác", _looks, stays=_LOOKS_STAY, order=61)),
        ("audit", HeldSource("Nhật ký thay đổi, bản sao lưu", _nothing_apart, stays=_AUDIT_STAYS, order=70)),
    ):
        held_sources.register(f"privacy.{name}", source)


def _requests(user: User) -> list[Line]:
    return [(str(one), f"{one.asked_on:%d/%m/%Y}: {one.get_state_display()}") for one in own_requests(user)]


def _erase_contents(user: User) -> None:
    """What the person wrote and sent, in every request of theirs."""
    found = DataRequest.objects.filter(person=user)
    files = list(StoredFile.objects.filter(pk__in=found.exclude(evidence=None).values("evidence")))
    found.update(wrong="", right="", reason="", evidence=None)
    discard(files)


def _looks(user: User) -> list[Line]:
    looks = RecordAccess.objects.filter(by=user).order_by("-pk")[:_NEWEST]
    return [(moment(one.at), f"{one.get_what_display()}, {one.page}") for one in looks]


def _nothing_apart(user: User) -> list[Line]:
    """The audit keeps older values of what other sources show."""
    return []
