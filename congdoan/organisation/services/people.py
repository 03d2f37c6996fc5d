"""Opening, locking and reopening accounts."""

from datetime import date

from allauth.usersessions.models import UserSession
from django.db import transaction

from congdoan.accounts.leaving import end
from congdoan.accounts.models import User
from congdoan.accounts.services import free_username
from congdoan.core import clock
from congdoan.core.errors import Invalid, NotAllowed, NotFound
from congdoan.core.finding import find
from congdoan.core.text import normalise
from congdoan.organisation.models import Post, Unit
from congdoan.organisation.queries.people import visible_people
from congdoan.organisation.rights import may_anywhere
from congdoan.organisation.services.authority import Actor, require_of
from congdoan.organisation.services.posts import give_post, require_to_manage


@transaction.atomic
def invite_person(
    *,
    by: Actor,
    unit: Unit,
    username: str,
    full_name: str,
    email: str,
    phone: str,
    role: str,
    title: str,
    starts_on: date,
    duty: str = "",
    decision: str = "",
) -> User:
    """A new account with its first post, without a password: the person sets it by the link of the invitation."""
    require_of(by, "people.manage", unit)
    name = free_username(username)
    user = User.objects.create_user(name, None, full_name=full_name, email=email.strip(), phone=normalise(phone))
    give_post(by=by, user=user, unit=unit, role=role, title=title, starts_on=starts_on, duty=duty, decision=decision)
    return user


@transaction.atomic
def lock_account(*, by: User, user_id: int) -> User:
    """The person cannot sign in any longer, and is signed out everywhere at once. Posts stay as they are."""
    user = account_to_change(by, user_id)
    if user.pk == by.pk:
        raise Invalid("Không tự khóa tài khoản đang dùng được.")
    user.is_active = False
    user.save(update_fields=["is_active"])
    end(UserSession.objects.filter(user=user))
    return user


@transaction.atomic
def reopen_account(*, by: User, user_id: int) -> User:
    user = account_to_change(by, user_id)
    user.is_active = True
    user.save(update_fields=["is_active"])
    return user


@transaction.atomic
def may_be_invited_again(*, by: User, user_id: int) -> User:
    """The person for whom `by` may have a new link made. Raises NotAllowed and NotFound."""
    return account_to_change(by, user_id)


def account_to_change(by: User, user_id: int) -> User:
    """The account, its row locked. Raises NotFound when out of sight, NotAllowed unless `by` manages it."""
    user = find(visible_people(by).select_for_update(), user_id)
    if user is None:
        raise NotFound("Không tìm thấy tài khoản.")
    require_to_manage_account(by, user)
    return user


def may_manage_account(by: User, user: User) -> bool:
    """Whether `by` may lock, reopen and send links to the account."""
    try:
        require_to_manage_account(by, user)
    except NotAllowed:
        return False
    return True


def require_to_manage_account(by: User, user: User) -> None:
    """Raises NotAllowed unless `by` manages people wherever the person holds a post or will hold one.

    For somebody who has left, wherever they held one: whoever sends a new link to an account gets at what it may do.
    """
    posts = list(Post.objects.filter(user=user).select_related("unit"))
    lasting = [post for post in posts if post.ends_on is None or post.ends_on >= clock.today()]
    for post in lasting or posts:
        require_to_manage(by, post.role, post.unit)
    if not posts and not may_anywhere(by, "people.manage"):
        raise NotAllowed("Chức vụ hiện nay không có quyền mở hay khóa tài khoản.")
