"""Puts a paper into the store by hand."""

from datetime import date
from typing import IO, Protocol

from django.db import transaction
from django.db.models import Q

from congdoan.accounts.models import User
from congdoan.core.errors import Conflict
from congdoan.core.files.store import store
from congdoan.core.text import normalise
from congdoan.documents.models import Citation, Document
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import require


class Uploaded(Protocol):
    """A file as a form gives it."""

    name: str | None
    file: IO[bytes]


@transaction.atomic
def add_paper(
    *,
    by: User,
    unit: Unit,
    type: str,
    symbol: str,
    issued_on: date | None,
    issuer: str,
    subject: str,
    validity: str,
    file: Uploaded | None = None,
) -> Document:
    """Keep a paper at `unit`. Mentions of its symbol in papers that the unit keeps are linked to it.

    Raises NotAllowed without the right, Conflict when the unit already keeps a paper with that symbol and day.
    """
    require(by, "documents.add", unit)
    symbol = normalise(symbol)
    same = Document.objects.filter(unit=unit, symbol=symbol, issued_on=issued_on).select_related("added_by").first()
    if symbol and same:
        who = f"{same.added_by} đã đưa vào" if same.added_by else "Đã có trong"
        raise Conflict(f"{who} kho của {unit} văn bản {symbol} cùng ngày: {same.subject}.")
    document = Document.objects.create(
        unit=unit,
        type=type,
        symbol=symbol,
        issued_on=issued_on,
        issuer=normalise(issuer),
        subject=normalise(subject),
        validity=validity,
        file=store(file.file, name=file.name or "van-ban", by_id=by.pk) if file else None,
        added_by=by,
    )
    _link_mentions(document)
    return document


def _link_mentions(document: Document) -> None:
    if document.symbol:
        waiting = Q(symbol=document.symbol, cited=None, name_only=False)
        Citation.objects.filter(waiting, document__unit__path__startswith=document.unit.path).update(cited=document)
