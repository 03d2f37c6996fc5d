"""Which of their posts a person looks from: the one chosen in the top bar, else the most important one."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from congdoan.accounts.models import User
from congdoan.core.errors import NotFound
from congdoan.organisation.models import Post, Unit
from congdoan.organisation.rights import posts_of
from congdoan.organisation.roles import Role

SESSION_KEY = "post_id"


def current_post(request: HttpRequest) -> Post | None:
    """The post that the person works in now; None for somebody without a post."""
    posts = _posts(request)
    chosen = request.session.get(SESSION_KEY)
    return next((post for post in posts if post.pk == chosen), posts[0] if posts else None)


def current_unit(request: HttpRequest) -> Unit | None:
    """The unit of that post: whose desk is shown."""
    post = current_post(request)
    return post.unit if post else None


def choose_post(request: HttpRequest, post_id: int) -> Post:
    """Work in another of the person's own posts from now on."""
    post = next((post for post in _posts(request) if post.pk == post_id), None)
    if post is None:
        raise NotFound("Không tìm thấy chức vụ này trong các chức vụ đang giữ.")
    request.session[SESSION_KEY] = post.pk
    return post


def desk_of(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the current post with its unit, and those one may change to."""
    posts = _posts(request)
    if not posts:
        return _owner(request)
    current = current_post(request)
    others = [post for post in posts if current and post.pk != current.pk]
    return {
        "current_post": current,
        "current_unit": current.unit if current else None,
        "other_posts": others,
        "other_units": list({post.unit_id: post.unit for post in others}.values()),
        "person_menu": _person_menu(),
    }


def _owner(request: HttpRequest) -> dict[str, Any]:
    """On pages of nobody in particular: the organ whose system this is, asked for only where it is shown."""
    organ = SimpleLazyObject(owning_organ)
    context: dict[str, Any] = {"owner_name": SimpleLazyObject(lambda: organ.name if organ else "")}
    context["owner_phone"] = SimpleLazyObject(lambda: organ.phone if organ else "")
    context["owner_short"] = SimpleLazyObject(lambda: organ.short_name if organ else "")
    return context | ({"person_menu": _person_menu()} if request.user.is_authenticated else {})


def owning_organ() -> Unit | None:
    """Where the first system administrator is; the root until there is one."""
    first = Post.objects.filter(role=Role.SYSTEM_ADMINISTRATOR).order_by("pk").select_related("unit__parent").first()
    if first is None:
        return Unit.objects.filter(parent=None).first()
    return first.unit.parent if first.unit.is_inside else first.unit


def _person_menu() -> list[dict[str, str]]:
    return [
        {"label": "Tài khoản của tôi", "url": reverse("accounts:me"), "icon": "user-circle"},
        {"label": "Hạn việc trong lịch", "url": reverse("worklist:feeds"), "icon": "calendar"},
    ]


def _posts(request: HttpRequest) -> Sequence[Post]:
    user = getattr(request, "user", None)
    return posts_of(user) if isinstance(user, User) else ()
