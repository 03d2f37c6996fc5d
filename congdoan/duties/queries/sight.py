"""Whose matrix a person sees."""

from congdoan.accounts.models import User
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.duties.models import Duty
from congdoan.organisation.models import Unit

ACTION = "duties.view"


def organ_for(user: User, unit_id: int) -> Unit:
    """Raises NotFound when it is out of sight, or a part of an organ: only whole organs have a matrix."""
    organ = find(Unit.objects.visible_to(user, ACTION).organs(), unit_id)
    if organ is None:
        raise NotFound("Không có bảng phân công của đơn vị này, hoặc đơn vị ngoài phạm vi được xem.")
    return organ


def duty_for(user: User, duty_id: int) -> Duty:
    duty = find(Duty.objects.visible_to(user, ACTION).select_related("unit"), duty_id)
    if duty is None:
        raise NotFound("Không có nhiệm vụ này, hoặc nó thuộc đơn vị khác.")
    return duty
