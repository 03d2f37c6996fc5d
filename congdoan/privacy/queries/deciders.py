"""Where those work who decide on a person's requests: the nearest unit with somebody who manages people there."""

from collections.abc import Sequence

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Invalid
from congdoan.organisation.kinds import INSIDE
from congdoan.organisation.models import Post, Unit
from congdoan.organisation.roles import Role, rights_of, roles_with

ACTION = "people.manage"


def deciding_unit(person: User) -> Unit:
    """The lowest unit above all posts of the person at which somebody else manages people; system administrators else.

    Only system administrators decide on one of them. Raises Invalid when there is nobody else at all.
    """
    posts = _posts_that_count(person)
    administers = any(post.role == Role.SYSTEM_ADMINISTRATOR for post in posts)
    roles = [Role.SYSTEM_ADMINISTRATOR] if administers else roles_with(ACTION)
    others = Post.objects.held(clock.today()).filter(role__in=roles, user__is_active=True).exclude(user=person)
    above = _units_above_all(posts)
    near = others.filter(unit_id__in=above) | others.filter(unit__parent_id__in=above, unit__kind__in=INSIDE)
    units = [_where(post) for post in near.select_related("unit__parent")]
    found = [unit for unit in units if unit.pk in above]
    if found:
        return max(found, key=lambda unit: unit.depth)
    administrator = others.filter(role=Role.SYSTEM_ADMINISTRATOR).order_by("unit__depth", "pk")
    post = administrator.select_related("unit__parent").first()
    if post is None:
        raise Invalid("Chưa có ai khác quản lý tài khoản để nhận yêu cầu. Sửa ở trang Thông tin.")
    return post.unit.organ


def _posts_that_count(person: User) -> list[Post]:
    """Those held now or later; for somebody who has left, those held before."""
    posts = list(Post.objects.filter(user=person).select_related("unit"))
    return [post for post in posts if post.ends_on is None or post.ends_on >= clock.today()] or posts


def _units_above_all(posts: Sequence[Post]) -> set[int]:
    paths = [{int(part) for part in post.unit.path.strip("/").split("/")} for post in posts]
    return set.intersection(*paths) if paths else set()


def _where(post: Post) -> Unit:
    """Where work for the post's right is addressed: the organ, where the right reaches it whole."""
    return post.unit.organ if rights_of(post.role)[ACTION] == "organ" else post.unit
