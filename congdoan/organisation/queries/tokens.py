"""Tokens as their makers and administrators see them."""

from django.db.models import QuerySet

from congdoan.accounts.models import ApiToken, User
from congdoan.organisation.models import Unit
from congdoan.organisation.personal import people_in_charge
from congdoan.organisation.rights import posts_of


def own_tokens(user: User) -> QuerySet[ApiToken]:
    """Newest first; those in force and those that are not any more."""
    return ApiToken.objects.filter(user=user).select_related("unit", "last_use", "revoked_by")


def tokens_in_charge(user: User) -> QuerySet[ApiToken]:
    """Tokens of the persons whose administrator `user` is, those in force first."""
    tokens = ApiToken.objects.filter(user__in=people_in_charge(user))
    return tokens.select_related("user", "unit", "last_use", "revoked_by").order_by("-expires_at", "-pk")


def units_for_token(user: User) -> list[Unit]:
    """The units that a token can be bound to: those of the person's posts, each once."""
    return list({post.unit_id: post.unit for post in posts_of(user)}.values())
