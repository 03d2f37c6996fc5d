from django.db import transaction

from congdoan.core.errors import NotFound
from congdoan.core.text import normalise
from congdoan.organisation.models import Unit
from congdoan.organisation.services.authority import Actor, require_of


@transaction.atomic
def edit_contacts(*, by: Actor, unit_id: int, **contacts: str) -> Unit:
    """Set address, phone, email, symbol, place and code of a unit: what has no history of its own beside the audit."""
    unit = Unit.objects.select_for_update().filter(pk=unit_id).first()
    if unit is None:
        raise NotFound("Không tìm thấy đơn vị.")
    require_of(by, "units.manage", unit)
    for field in ("address", "phone", "email", "symbol", "place", "code"):
        if field in contacts:
            setattr(unit, field, normalise(contacts[field]))
    unit.save(update_fields=list(contacts))
    return unit
