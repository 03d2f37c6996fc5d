"""What people do to accounts, their own ones; opening and locking accounts of others needs a right (organisation)."""

from allauth.usersessions.models import UserSession
from django.db import transaction
from django.db.models import QuerySet

from congdoan.accounts.models import User
from congdoan.core.errors import NotFound
from congdoan.core.text import normalise


@transaction.atomic
def edit_own_account(*, user_id: int, full_name: str, email: str, phone: str) -> User:
    """Name and addresses; the user name stays, for papers and history show it."""
    user = User.objects.select_for_update().get(pk=user_id)
    user.full_name, user.email, user.phone = normalise(full_name), email.strip(), normalise(phone)
    user.save(update_fields=["full_name", "email", "phone"])
    return user


@transaction.atomic
def end_session(own: "QuerySet[UserSession]", session_id: int) -> None:
    """End one of the given sessions. Raises NotFound when it is none of them."""
    session = own.filter(pk=session_id).first()
    if session is None:
        raise NotFound("Phiên đăng nhập này đã kết thúc.")
    session.end()
