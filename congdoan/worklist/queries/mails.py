"""Mails of the outbox as administrators see them, and whether a person's mail arrives."""

from collections.abc import Iterable
from typing import Final

from django.db.models import Count, Q, QuerySet

from congdoan.accounts.models import User
from congdoan.core.text import fold
from congdoan.organisation.personal import people_in_charge
from congdoan.worklist.models import NOT_ARRIVED, OutgoingMail

STATES: Final = {
    "": "Không tới nơi",
    "dia-chi": "Sai địa chỉ",
    "cho": "Đang chờ",
    "vuong": "Đang chờ, đã bị hoãn",
    "da-gui": "Đã gửi",
    "moi": "Mọi thư",
}
_CONDITIONS: Final = {
    "": Q(state__in=NOT_ARRIVED),
    "dia-chi": Q(state__in=NOT_ARRIVED, bad_address=True),
    "cho": Q(state=OutgoingMail.State.WAITING),
    "vuong": Q(state=OutgoingMail.State.WAITING, attempts__gt=0),
    "da-gui": Q(state=OutgoingMail.State.SENT),
    "moi": Q(),
}


def mails_in_charge(user: User) -> QuerySet[OutgoingMail]:
    """Mails to persons whose administrator `user` is, and those to no person."""
    return OutgoingMail.objects.filter(Q(user=None) | Q(user__in=people_in_charge(user)))


def mail_list(user: User, *, words: str, state: str) -> QuerySet[OutgoingMail]:
    """Newest first: by when they failed, else by when they were written. `state` is a key of STATES."""
    found = mails_in_charge(user).filter(_CONDITIONS[state]).select_related("user").defer("text", "html")
    for word in words.split():
        found = found.filter(Q(to__icontains=word) | Q(user__folded__contains=fold(word)) | Q(subject__icontains=word))
    return found.order_by("-failed_at", "-pk") if state in ("", "dia-chi") else found.order_by("-pk")


def not_arrived_at(user: User, addresses: Iterable[str]) -> dict[str, int]:
    """How many mails did not arrive at each of these addresses."""
    found = mails_in_charge(user).filter(state__in=NOT_ARRIVED, to__in=list(addresses))
    return dict(found.values_list("to").annotate(Count("pk")))


def bad_mail_of(person: User) -> OutgoingMail | None:
    """The mail that shows that nobody gets mails at the person's address; None when the last one arrived, or none."""
    ended = OutgoingMail.objects.filter(user=person, to=person.email).exclude(state=OutgoingMail.State.WAITING)
    last = ended.defer("text", "html").order_by("-pk").first()
    return last if last is not None and last.bad_address else None
