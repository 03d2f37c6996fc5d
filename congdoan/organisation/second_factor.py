"""Which roles must have a second factor is a rule by date, written by an administrator in the words for roles."""

from typing import Any, Final

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Invalid
from congdoan.core.rule_names import KnownRule
from congdoan.core.rules import rule_on
from congdoan.organisation.rights import posts_of
from congdoan.organisation.roles import Role

CODE: Final = "accounts.second-factor.roles"
_NONE: Final = "không"
_CODES: Final = {Role(role).label.lower(): str(role) for role in Role}


def must_have_second_factor(user: User) -> bool:
    """Whether a post that the person holds today is one of a role that needs it. Without a rule, none does."""
    try:
        roles = rule_on(CODE, clock.today())
    except Invalid:
        return False
    return bool(roles) and any(post.role in roles for post in posts_of(user))


def known_rule() -> KnownRule:
    roles = ", ".join(Role.labels)
    return KnownRule(
        "Đăng nhập hai bước: vai trò bắt buộc",
        fits=_fits,
        expects=f"Ghi tên vai trò, cách nhau bằng dấu chấm phẩy, hoặc “{_NONE}”. Các vai trò: {roles}.",
        read=_read,
        words=_words,
    )


def _read(text: str) -> Any:
    """Names of roles → their codes; what is none of them stays as it was typed, and does not fit."""
    names = [name.strip().lower() for name in text.split(";") if name.strip()]
    return [] if names == [_NONE] else [_CODES.get(name, name) for name in names]


def _words(value: Any) -> str:
    return "; ".join(Role(role).label for role in value) or _NONE


def _fits(value: Any) -> bool:
    return isinstance(value, list) and all(role in Role.values for role in value)
