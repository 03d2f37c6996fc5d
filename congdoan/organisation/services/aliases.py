"""Taking back what papers taught about the names of units, and taking that back again."""

from django.db import transaction
from django.utils import timezone

from congdoan.accounts.models import User
from congdoan.core.errors import Conflict, NotFound
from congdoan.core.finding import find
from congdoan.organisation.models import UnitAlias
from congdoan.organisation.rights import require


@transaction.atomic
def revoke_alias(*, alias_id: int, by: User) -> UnitAlias:
    """From now on papers that write so are not understood so; revoking twice changes nothing."""
    alias = _alias(alias_id, by)
    if alias.revoked_at is None:
        alias.revoked_at, alias.revoked_by = timezone.now(), by
        alias.save(update_fields=["revoked_at", "revoked_by"])
    return alias


@transaction.atomic
def restore_alias(*, alias_id: int, by: User) -> UnitAlias:
    """Let a revoked name hold again. Raises Conflict when the same words mean another unit by now."""
    alias = _alias(alias_id, by)
    other = UnitAlias.objects.holding().filter(scope=alias.scope_id, folded=alias.folded).exclude(pk=alias.pk).first()
    if other is not None:
        raise Conflict(f"“{other.text}” nay được hiểu là {other.unit}. Bỏ quy tắc đó trước, rồi khôi phục.")
    alias.revoked_at = alias.revoked_by = None
    alias.save(update_fields=["revoked_at", "revoked_by"])
    return alias


def _alias(alias_id: int, by: User) -> UnitAlias:
    seen = UnitAlias.objects.visible_to(by, "readings.rules").select_for_update(of=("self",))
    alias = find(seen.select_related("scope", "unit"), alias_id)
    if alias is None:
        raise NotFound("Không có quy tắc này trong các quy tắc được xem.")
    require(by, "readings.rules", alias.scope)
    return alias
