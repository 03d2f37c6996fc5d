"""A person asks that data about them be corrected or erased, or takes that back."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Final

from django.db import IntegrityError, transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Conflict, NotAllowed
from congdoan.core.files.store import store
from congdoan.core.text import normalise
from congdoan.privacy.models import DataRequest, Datum, Kind, RequestState
from congdoan.privacy.queries.deciders import ACTION, deciding_unit
from congdoan.privacy.rules import days_for
from congdoan.privacy.services.checks import check_value
from congdoan.worklist.services.items import NewWork, close_work, open_work

DECIDE: Final = "privacy.decide"
Evidence = tuple[str, IO[bytes]]
"""A file's name and content."""


@transaction.atomic
def ask_correction(
    *, by: User, datum: Datum, wrong: str, right: str, reason: str = "", evidence: Evidence | None = None
) -> DataRequest:
    """Ask to correct one datum. Raises Invalid when `right` cannot stand there, Conflict while one like it is open."""
    check_value(datum, right)
    file = store(evidence[1], name=evidence[0], by_id=by.pk) if evidence else None
    said = {"wrong": normalise(wrong), "right": normalise(right), "reason": normalise(reason)}
    return _open(DataRequest(person=by, kind=Kind.CORRECTION, datum=datum, evidence=file, **said))


@transaction.atomic
def ask_erasure(*, by: User, reason: str) -> DataRequest:
    """Ask to erase what can be erased. Raises Conflict while such a request is open."""
    return _open(DataRequest(person=by, kind=Kind.ERASURE, reason=normalise(reason)))


@transaction.atomic
def withdraw(*, by: User, request_id: int) -> DataRequest:
    """Take back a request that nobody has answered."""
    request = DataRequest.objects.select_for_update().get(pk=request_id)
    if request.person_id != by.pk:
        raise NotAllowed("Chỉ người yêu cầu mới rút lại được.")
    request.move_to(RequestState.WITHDRAWN)
    request.save(update_fields=["state"])
    close_work(DECIDE, [request.pk], cancelled=True)
    return request


def _open(request: DataRequest) -> DataRequest:
    request.unit = deciding_unit(request.person)
    request.asked_on = clock.today()
    request.answer_due, request.carry_out_due = days_for(Kind(request.kind), request.asked_on)
    with _once():
        request.save()
    open_work([_work_of(request)])
    return request


def _work_of(request: DataRequest) -> NewWork:
    return NewWork(
        kind=DECIDE,
        object_id=request.pk,
        title=f"{request.get_kind_display()} theo yêu cầu của {request.person}",
        source="Yêu cầu về dữ liệu cá nhân",
        unit_id=request.unit_id,
        action=ACTION,
        due=request.answer_due,
    )


@contextmanager
def _once() -> Iterator[None]:
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise Conflict("Đã có yêu cầu như vậy đang chờ. Rút yêu cầu đó trước khi gửi yêu cầu mới.") from error
