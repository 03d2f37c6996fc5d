"""Whoever manages people answers a request, and carries it out."""

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Invalid, NotAllowed
from congdoan.core.text import normalise
from congdoan.organisation.models import Post
from congdoan.organisation.rights import require
from congdoan.organisation.roles import Role
from congdoan.privacy.models import DataRequest, Datum, Kind, RequestState
from congdoan.privacy.queries.deciders import ACTION
from congdoan.privacy.services.ask import DECIDE
from congdoan.privacy.services.carry_out import correct, erase
from congdoan.privacy.services.tell import mail_answer, tell_answer
from congdoan.worklist.services.items import close_work, move_due


@transaction.atomic
def accept(*, by: User, request_id: int, answer: str = "") -> DataRequest:
    """Accept, and carry out at once what the product can; other data is corrected by hand, then `complete`d."""
    request = _to_decide(by, request_id)
    by_hand = request.datum == Datum.OTHER
    request.move_to(RequestState.ACCEPTED if by_hand else RequestState.DONE)
    _answer(request, by, answer)
    mail_answer(request)
    if by_hand:
        move_due(DECIDE, [request.pk], request.carry_out_due)
    else:
        _carry_out(request)
    request.save()
    tell_answer(request)
    return request


@transaction.atomic
def complete(*, by: User, request_id: int, answer: str) -> DataRequest:
    """Say that an accepted request has been carried out by hand, and how."""
    request = _to_decide(by, request_id)
    request.move_to(RequestState.DONE)
    request.answer = _reason(answer, "Ghi đã sửa gì, ở đâu.")
    _end(request)
    request.save()
    mail_answer(request)
    tell_answer(request)
    return request


@transaction.atomic
def refuse(*, by: User, request_id: int, answer: str) -> DataRequest:
    """Refuse, with the reason that the person reads."""
    request = _to_decide(by, request_id)
    request.move_to(RequestState.REFUSED)
    _answer(request, by, _reason(answer, "Ghi lý do từ chối."))
    close_work(DECIDE, [request.pk])
    request.save()
    mail_answer(request)
    tell_answer(request)
    return request


def require_to_decide(by: User, request: DataRequest) -> None:
    """Raises NotAllowed for the person's own request, and unless `by` manages people where it lies.

    On a system administrator only another one decides: a corrected address is where a new password goes.
    """
    if request.person_id == by.pk:
        raise NotAllowed("Yêu cầu của mình do người khác trả lời.")
    require(by, ACTION, request.unit)
    posts = Post.objects.held(clock.today()).filter(user=request.person_id)
    if posts.filter(role=Role.SYSTEM_ADMINISTRATOR).exists():
        require(by, "settings.manage", request.unit)


def _to_decide(by: User, request_id: int) -> DataRequest:
    """The request, its row and the person's locked."""
    request = DataRequest.objects.select_for_update(of=("self", "person")).select_related("person", "unit__parent")
    found = request.get(pk=request_id)
    require_to_decide(by, found)
    return found


def _answer(request: DataRequest, by: User, answer: str) -> None:
    request.answered_by, request.answered_on, request.answer = by, clock.today(), normalise(answer)


def _carry_out(request: DataRequest) -> None:
    if request.kind == Kind.ERASURE:
        request.outcome, request.erased_at = erase(request.person), clock.now()
        request.reason = request.wrong = request.right = ""
        request.evidence = None
        _drop_others(request)
    else:
        correct(request.person, Datum(request.datum), request.right)
    _end(request)


def _drop_others(request: DataRequest) -> None:
    """What else the person asked has lost its contents with the erasure."""
    others = DataRequest.objects.filter(person=request.person, state=RequestState.WAITING).exclude(pk=request.pk)
    close_work(DECIDE, others.values_list("pk", flat=True), cancelled=True)
    others.update(state=RequestState.WITHDRAWN)


def _end(request: DataRequest) -> None:
    request.done_on = clock.today()
    close_work(DECIDE, [request.pk])


def _reason(answer: str, missing: str) -> str:
    words = normalise(answer).strip()
    if not words:
        raise Invalid(missing, field="answer")
    return words
