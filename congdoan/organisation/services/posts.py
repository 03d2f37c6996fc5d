"""Giving and ending posts, and delegating one's own for a period."""

from datetime import date
from typing import Final

from django.db import transaction
from django.db.models import Q, QuerySet

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.audit.latest import require_unchanged
from congdoan.core.errors import Conflict, Invalid, NotAllowed, NotFound
from congdoan.core.finding import find
from congdoan.core.text import normalise
from congdoan.organisation.models import Post, Unit
from congdoan.organisation.rights import may
from congdoan.organisation.roles import Role, rank_of
from congdoan.organisation.services.authority import Actor, require_of

ENDS: Final = ("ends_on",)


@transaction.atomic
def give_post(
    *,
    by: Actor,
    user: User,
    unit: Unit,
    role: str,
    title: str,
    starts_on: date,
    ends_on: date | None = None,
    duty: str = "",
    decision: str = "",
    rank: int | None = None,
) -> Post:
    """Put a person into a role at a unit for a period. Only a system administrator makes another one."""
    require_to_manage(by, role, unit)
    if not user.is_active:
        raise Invalid(f"Tài khoản của {user} đã khóa. Mở lại tài khoản trước khi giao chức vụ.", field="user")
    check_period(starts_on, ends_on)
    _check_not_given(Post.objects.filter(user=user, unit=unit, role=role, title=normalise(title)), starts_on, ends_on)
    if not unit.exists_on(starts_on):
        raise Invalid(f"{unit} không hoạt động vào ngày {starts_on:%d/%m/%Y}. Chọn ngày khác.", field="starts_on")
    return Post.objects.create(
        user=user,
        unit=unit,
        role=role,
        title=normalise(title),
        duty=normalise(duty),
        starts_on=starts_on,
        ends_on=ends_on,
        decision=normalise(decision),
        rank=rank_of(role, title) if rank is None else rank,
        made_by=by,
    )


@transaction.atomic
def end_post(*, by: Actor, post_id: int, ends_on: date, seen: str = "") -> Post:
    """The post's last day is `ends_on`; its delegations end with it.

    Raises Conflict when its end is no longer as it was `seen`.
    """
    post = post_to_change(post_id)
    require_to_manage(by, post.role, post.unit)
    require_unchanged(post, seen, ENDS, "chức vụ")
    check_period(post.starts_on, ends_on)
    if post.ends_on and post.ends_on < ends_on:
        raise Invalid(f"Chức vụ này đã thôi từ ngày {post.ends_on:%d/%m/%Y}.", field="ends_on")
    post.ends_on = ends_on
    post.save(update_fields=["ends_on"])
    for delegation in Post.objects.filter(delegated_from=post).exclude(ends_on__lte=ends_on):
        delegation.ends_on = max(ends_on, delegation.starts_on)
        delegation.save(update_fields=["ends_on"])
    return post


@transaction.atomic
def delegate(*, by: User, post_id: int, to: User, starts_on: date, ends_on: date, decision: str = "") -> Post:
    """The holder of a post (or who manages people there) lets somebody act in it for a period."""
    post = post_to_change(post_id)
    if post.user_id != by.pk:
        if not may(by, "people.manage", post.unit):
            raise NotAllowed("Chỉ người giữ chức vụ này mới ủy quyền được.")
        require_to_manage(by, post.role, post.unit)
    check_delegation(post, to, starts_on, ends_on)
    _check_not_given(Post.objects.filter(user=to, delegated_from=post), starts_on, ends_on)
    return Post.objects.create(
        user=to,
        unit=post.unit,
        role=post.role,
        title=f"{post.title} (ủy quyền)"[:120],
        duty=post.duty,
        starts_on=starts_on,
        ends_on=ends_on,
        decision=normalise(decision),
        rank=post.rank,
        delegated_from=post,
        made_by=by,
    )


def require_to_manage(by: Actor, role: str, unit: Unit) -> None:
    """Raises NotAllowed unless `by` manages people at the unit; only a system administrator manages another one."""
    require_of(by, "people.manage", unit)
    if role == Role.SYSTEM_ADMINISTRATOR:
        require_of(by, "settings.manage", unit)


def check_delegation(post: Post, to: User, starts_on: date, ends_on: date) -> None:
    """Raises Invalid unless the post may be delegated to the person for the period."""
    if post.delegated_from_id:
        raise Invalid("Việc được ủy quyền không ủy quyền tiếp được.")
    if to.pk == post.user_id or not to.is_active:
        raise Invalid("Chọn người khác đang dùng hệ thống để ủy quyền.", field="to")
    check_period(starts_on, ends_on)
    if starts_on < post.starts_on or (post.ends_on and ends_on > post.ends_on):
        until = f"{post.ends_on:%d/%m/%Y}" if post.ends_on else "nay"
        raise Invalid(
            f"Chức vụ này giữ từ {post.starts_on:%d/%m/%Y} đến {until}. Chọn thời gian trong khoảng đó.",
            field="starts_on",
        )


def check_period(starts_on: date, ends_on: date | None) -> None:
    if ends_on and ends_on < starts_on:
        raise Invalid(f"Ngày cuối phải từ {starts_on:%d/%m/%Y} trở đi.", field="ends_on")


def _check_not_given(same: QuerySet[Post], starts_on: date, ends_on: date | None) -> None:
    """Raises Conflict when the person already holds just that for some of the time."""
    held = same.filter(Q(ends_on=None) | Q(ends_on__gte=starts_on)).filter(starts_on__lte=ends_on or date.max)
    if post := held.select_related("user", "made_by").first():
        until = f" đến {post.ends_on:%d/%m/%Y}" if post.ends_on else ""
        raise Conflict(
            f"{post.made_by or 'Hệ thống'} đã giao {post.title} cho {post.user} từ {post.starts_on:%d/%m/%Y}{until}, "
            f"ghi lúc {clock.in_words(post.created_at)}."
        )


def post_to_change(post_id: int) -> Post:
    """The post, locked, with its unit."""
    post = find(Post.objects.select_for_update(of=("self",)).select_related("unit", "user"), post_id)
    if post is None:
        raise NotFound("Không tìm thấy chức vụ.")
    return post
