"""What people can be told: packages register each kind of notice, so that everyone can choose what to hear of."""

from dataclasses import dataclass

from congdoan.core.registry import Registry


@dataclass(frozen=True, slots=True)
class NoticeKind:
    """`label` stands on the page where a person chooses; a kind that is not `may_mute` always comes."""

    label: str
    may_mute: bool = True


notice_kinds: Registry[NoticeKind] = Registry("kind of notice")

SOON, DUE, LATE, ESCALATED = "work.soon", "work.due", "work.late", "work.escalated"
ACCOUNT = "account.security"


def register_own() -> None:
    notice_kinds.register(ACCOUNT, NoticeKind("Bảo mật tài khoản", may_mute=False))
    notice_kinds.register(SOON, NoticeKind("Việc sắp đến hạn"))
    notice_kinds.register(DUE, NoticeKind("Việc đến hạn hôm nay"))
    notice_kinds.register(LATE, NoticeKind("Việc quá hạn"))
    notice_kinds.register(ESCALATED, NoticeKind("Việc đơn vị giao bị chậm"))
