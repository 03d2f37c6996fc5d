"""What accounts themselves hold about a person, and what of it can be erased."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession

from congdoan.accounts.browsers import browser_words
from congdoan.accounts.held import HeldSource, Line, held_sources, moment
from congdoan.accounts.leaving import end
from congdoan.accounts.models import ApiToken, KnownDevice, User

_KINDS = {"totp": "Ứng dụng lấy mã", "webauthn": "Vân tay, khuôn mặt, khóa", "recovery_codes": "Mã dự phòng"}
_NAME_STAYS = (
    "Họ tên, tên đăng nhập: văn bản đã ban hành và nhật ký thay đổi phải chỉ được người làm "
    "(Luật Lưu trữ 33/2024/QH15)."
)


def register() -> None:
    for name, source in (
        ("account", HeldSource("Tài khoản", _account, _erase_contacts, _NAME_STAYS, 10, "Điện thoại, thư điện tử")),
        ("sessions", HeldSource("Phiên đăng nhập", _sessions, _end_sessions, order=20)),
        ("factors", HeldSource("Xác nhận hai bước, khóa đăng nhập", _factors, _erase_factors, order=21)),
        ("devices", HeldSource("Thiết bị đã đăng nhập", _devices, _forget_devices, order=22)),
        ("tokens", HeldSource("Mã truy cập", _tokens, _erase_tokens, order=24)),
        ("single", HeldSource("Đăng nhập một lần", _single_sign_on, _erase_single_sign_on, order=23)),
    ):
        held_sources.register(f"accounts.{name}", source)


def _account(user: User) -> list[Line]:
    return [
        ("Họ và tên", user.full_name),
        ("Tên đăng nhập", user.username),
        ("Điện thoại", user.phone or "–"),
        ("Thư điện tử", user.email or "–"),
        ("Ngày tạo", moment(user.date_joined)),
        ("Đăng nhập gần nhất", moment(user.last_login)),
    ]


def _erase_contacts(user: User) -> None:
    user.email = user.phone = ""
    user.save(update_fields=["email", "phone"])
    EmailAddress.objects.filter(user=user).delete()


def _sessions(user: User) -> list[Line]:
    found = UserSession.objects.filter(user=user).order_by("-last_seen_at")
    return [(browser_words(one.user_agent), f"{one.ip}, dùng lúc {moment(one.last_seen_at)}") for one in found]


def _end_sessions(user: User) -> None:
    end(UserSession.objects.filter(user=user))


def _factors(user: User) -> list[Line]:
    found = Authenticator.objects.filter(user=user).order_by("pk")
    return [(_KINDS.get(one.type, one.type), f"thêm lúc {moment(one.created_at)}") for one in found]


def _erase_factors(user: User) -> None:
    Authenticator.objects.filter(user=user).delete()


def _devices(user: User) -> list[Line]:
    found = KnownDevice.objects.filter(user=user).order_by("-last_seen_at")
    return [(one.words, f"{one.address}, đăng nhập lúc {moment(one.last_seen_at)}") for one in found]


def _forget_devices(user: User) -> None:
    KnownDevice.objects.filter(user=user).delete()


def _tokens(user: User) -> list[Line]:
    found = ApiToken.objects.filter(user=user)
    return [(one.name, f"{one.prefix}…, lập lúc {moment(one.made_at)}, hạn {moment(one.expires_at)}") for one in found]


def _erase_tokens(user: User) -> None:
    ApiToken.objects.filter(user=user).delete()


def _single_sign_on(user: User) -> list[Line]:
    return [(one.provider, one.uid) for one in SocialAccount.objects.filter(user=user).order_by("pk")]


def _erase_single_sign_on(user: User) -> None:
    SocialAccount.objects.filter(user=user).delete()
