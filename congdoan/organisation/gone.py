"""What is told of units that ended and of posts that were taken away, while somebody was typing."""

from datetime import timedelta
from typing import Any, Final

from django.db.models import Q

from congdoan.core import clock, gone
from congdoan.core.audit.history import history_of
from congdoan.core.audit.latest import latest_change
from congdoan.core.finding import find
from congdoan.organisation.models import Post, Reorganisation, Unit
from congdoan.organisation.rights import may

_JUST_NOW: Final = timedelta(days=1)
"""So long a form may have been open."""


def register() -> None:
    gone.kinds.register("unit_id", ended_unit)
    gone.sights.register("organisation.posts", lost_post)


def ended_unit(user: Any, unit_id: int) -> str:
    """How a unit that the person sees came to its end."""
    unit = find(Unit.objects, unit_id)
    return _ended(unit) if unit and may(user, "units.view", unit) else ""


def lost_post(user: Any) -> str:
    """How the person lost a post since yesterday: with its unit, or because somebody ended it."""
    ended = Post.objects.filter(user=user, ends_on__lt=clock.today()).select_related("unit").order_by("-ends_on", "-pk")
    post = ended.first()
    if post is None:
        return ""
    last = history_of(post)[0]
    if last.what != "update" or last.at is None or last.at < clock.now() - _JUST_NOW:
        return ""
    return _ended(post.unit) or latest_change(post, f"chức vụ {post.title} tại {post.unit}")


def _ended(unit: Unit) -> str:
    """Empty while the unit is there."""
    if unit.exists_on(clock.today()):
        return ""
    by = Reorganisation.objects.filter(Q(unit=unit) | Q(details__units__contains=[unit.pk])).select_related("made_by")
    done = by.order_by("-pk").first()
    return done.told if done else ""
