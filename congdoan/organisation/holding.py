"""Posts as data about a person: they are records of the organisation and stay."""

from congdoan.accounts.held import HeldSource, Line, held_sources
from congdoan.accounts.models import User
from congdoan.organisation.models import Post

_STAYS = "Hồ sơ tổ chức: thẩm quyền của văn bản đã ban hành dựa vào chức vụ lúc đó (Luật Lưu trữ 33/2024/QH15)."


def register() -> None:
    held_sources.register("organisation.posts", HeldSource("Chức vụ", _posts, stays=_STAYS, order=30))


def _posts(user: User) -> list[Line]:
    posts = Post.objects.filter(user=user).select_related("unit").order_by("-starts_on", "pk")
    return [(str(post), _period(post)) for post in posts]


def _period(post: Post) -> str:
    until = f"đến hết {post.ends_on:%d/%m/%Y}" if post.ends_on else "đến nay"
    return f"từ {post.starts_on:%d/%m/%Y} {until}"
