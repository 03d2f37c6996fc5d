from typing import Final

from django.db import transaction

from congdoan.core.audit.latest import require_unchanged
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.core.text import normalise
from congdoan.organisation.models import Unit
from congdoan.organisation.services.authority import Actor, require_of

CONTACTS: Final = ("address", "phone", "email", "symbol", "place", "code")


@transaction.atomic
def edit_contacts(*, by: Actor, unit_id: int, seen: str = "", **contacts: str) -> Unit:
    """Set address, phone, email, symbol, place and code of a unit: what has no history of its own beside the audit.

    Raises Conflict when they are no longer as they were `seen`.
    """
    unit = find(Unit.objects.select_for_update(), unit_id)
    if unit is None:
        raise NotFound("Không tìm thấy đơn vị.")
    require_of(by, "units.manage", unit)
    require_unchanged(unit, seen, CONTACTS, "liên hệ")
    for field in CONTACTS:
        if field in contacts:
            setattr(unit, field, normalise(contacts[field]))
    unit.save(update_fields=list(contacts))
    return unit
