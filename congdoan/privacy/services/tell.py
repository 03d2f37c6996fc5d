"""Tells the person how the request was answered: in the application, and by mail whatever they chose for others."""

from typing import Final

from django.urls import reverse

from congdoan.privacy.models import DataRequest, RequestState
from congdoan.worklist.services.notices import tell
from congdoan.worklist.services.outbox import write_mail

ANSWERED: Final = "privacy.answered"
_DONE = {
    RequestState.ACCEPTED: "đã được chấp nhận",
    RequestState.DONE: "đã được thực hiện",
    RequestState.REFUSED: "bị từ chối",
}


def tell_answer(request: DataRequest) -> None:
    tell([request.person_id], ANSWERED, _words(request), _url(request), f"{ANSWERED}:{request.pk}:{request.state}")


def mail_answer(request: DataRequest) -> None:
    """To the address as it is now: an erasure calls this before the address goes."""
    if request.person.email:
        write_mail([request.person], subject=_subject(request), text=_words(request), url=_url(request))


def _subject(request: DataRequest) -> str:
    return f"{request} {_DONE[RequestState(request.state)]}"


def _words(request: DataRequest) -> str:
    return f"{_subject(request)}: {request.answer}" if request.answer else f"{_subject(request)}."


def _url(request: DataRequest) -> str:
    return reverse("privacy:request", args=[request.pk])
