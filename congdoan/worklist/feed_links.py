"""Addresses of calendar feeds. The signed address alone is the permission, so it is guessed by nobody."""

from django.core import signing
from django.urls import reverse

from congdoan.core.errors import NotFound
from congdoan.worklist.models import CalendarFeed
from congdoan.worklist.unsubscribing import absolute

_SALT = "worklist.feed"


def feed_url(feed: CalendarFeed) -> str:
    return absolute(reverse("worklist:feed", args=[feed_token(feed)]))


def feed_token(feed: CalendarFeed) -> str:
    return signing.Signer(salt=_SALT).sign_object(feed.pk)


def feed_id_of(token: str) -> int:
    """Raises NotFound when the address was changed or cut short."""
    try:
        return int(signing.Signer(salt=_SALT).unsign_object(token))
    except (signing.BadSignature, ValueError):
        raise NotFound("Địa chỉ lịch không đúng hoặc đã được thu hồi.") from None
