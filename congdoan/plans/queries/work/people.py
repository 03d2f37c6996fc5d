"""Whom a unit can give a part of its work."""

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.organisation.models import Post
from congdoan.organisation.roles import roles_with
from congdoan.plans.models import Assignment


def people_of_unit(assignment: Assignment) -> list[tuple[User, str]]:
    """Those with a post at the unit who may report, with the post's title; not those who already have a part."""
    posts = (
        Post.objects.held(clock.today())
        .filter(unit=assignment.unit, role__in=roles_with("tasks.report"), user__is_active=True)
        .exclude(user__in=assignment.executors.values("user"))
        .select_related("user")
        .order_by("rank", "user__sort_key")[:200]
    )
    people = {post.user_id: (post.user, post.title) for post in reversed(list(posts))}
    return list(reversed(people.values()))
