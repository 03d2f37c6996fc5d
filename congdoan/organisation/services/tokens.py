"""Tokens of the programming interface: made by a person for themselves, shown once, taken back."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.db import transaction
from django.urls import reverse

from congdoan.accounts.models import ApiToken, User
from congdoan.accounts.telling import tell_of_account
from congdoan.core import clock
from congdoan.core.errors import Conflict, Invalid, NotFound
from congdoan.core.finding import find
from congdoan.core.rule_names import KnownRule, known_rules
from congdoan.core.rules import rule_on
from congdoan.core.text import normalise
from congdoan.organisation.api.bearer import digest_of
from congdoan.organisation.api.scopes import scopes_for
from congdoan.organisation.queries.tokens import tokens_in_charge, units_for_token

LONGEST: Final = "accounts.token.days"
MOST_AT_ONCE: Final = 20
_BEGINS: Final = "cds_"
_SHOWN: Final = 10


@dataclass(frozen=True, slots=True)
class NewToken:
    """`text` is what the program sends; it is kept nowhere and cannot be shown again."""

    token: ApiToken
    text: str


def register_rule() -> None:
    known_rules.register(LONGEST, KnownRule("Mã truy cập: số ngày dùng nhiều nhất"))


def longest_days() -> int:
    """How many days a token may be in force, by the rule of today."""
    return int(rule_on(LONGEST, clock.today()))


@transaction.atomic
def make_token(*, by: User, name: str, scopes: Sequence[str], days: int, unit_id: int | None = None) -> NewToken:
    """A token for `by` with these actions, in force for `days`, everywhere or under one unit of their posts.

    Raises Invalid for an action that they do not have, for more days than the rule allows, and for too many tokens.
    """
    User.objects.select_for_update().get(pk=by.pk)
    if not scopes or set(scopes) - {action for action, _ in scopes_for(by)}:
        raise Invalid("Chọn ít nhất một quyền trong các quyền đang có.", field="scopes")
    if not 0 < days <= (most := longest_days()):
        raise Invalid(f"Thời hạn từ 1 đến {most} ngày.", field="days")
    unit = next((unit for unit in units_for_token(by) if unit.pk == unit_id), None)
    if unit_id is not None and unit is None:
        raise Invalid("Chỉ chọn được đơn vị đang giữ chức vụ.", field="unit")
    if ApiToken.objects.filter(user=by, revoked_at=None, expires_at__gt=clock.now()).count() >= MOST_AT_ONCE:
        raise Invalid(f"Đã có {MOST_AT_ONCE} mã đang dùng. Thu hồi mã không dùng nữa trước khi lập mã mới.")
    text = _BEGINS + secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        user=by,
        name=normalise(name),
        prefix=text[:_SHOWN],
        digest=digest_of(text),
        scopes=sorted(set(scopes)),
        unit=unit,
        expires_at=clock.now() + timedelta(days=days),
    )
    words = f"Tài khoản {by.username} vừa lập mã truy cập “{token}”. Nếu không phải bạn: thu hồi mã, đổi mật khẩu ngay."
    tell_of_account(by, subject="Mã truy cập mới", text=words, url=reverse("tokens:own"))
    return NewToken(token, text)


@transaction.atomic
def revoke_token(*, by: User, token_id: int) -> ApiToken:
    """Nothing comes in by it any more. Raises NotFound unless it is their own, or of somebody in their charge."""
    token = find(ApiToken.objects.select_for_update(), token_id)
    if token is None or not (token.user_id == by.pk or tokens_in_charge(by).filter(pk=token_id).exists()):
        raise NotFound("Không có mã truy cập này.")
    if token.revoked_at is not None:
        raise Conflict("Mã truy cập này đã được thu hồi.")
    token.revoked_at, token.revoked_by = clock.now(), by
    token.save(update_fields=["revoked_at", "revoked_by"])
    return token
