"""Whose matrix a person sees."""

from congdoan.accounts.models import User
from congdoan.core.errors import NotFound
from congdoan.duties.models import Duty
from congdoan.organisation.models import Unit

ACTION = "duties.view"


def organ_for(user: User, unit_id: int) -> Unit:
    """Raises NotFound when it is out of sight, or a part of an organ: only whole organs have a matrix."""
    organ = Unit.objects.visible_to(user, ACTION).organs().filter(pk=unit_id).first()
    if organ is None:
        raise NotFound("Không có bảng phân công của đơn vị này, hoặc đơn vị ngoài phạm vi được xem.")
    return organ


def duty_for(user: User, duty_id: int) -> Duty:
    duty = Duty.objects.visible_to(user, ACTION).select_related("unit").filter(pk=duty_id).first()
    if duty is None:
        raise NotFound("Không có nhiệm vụ này, hoặc nó thuộc đơn vị khác.")
    return duty
