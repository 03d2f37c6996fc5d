"""Requests of one's own, and those that somebody decides on."""

from django.db.models import Q, QuerySet

from congdoan.accounts.models import User
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.privacy.models import DataRequest
from congdoan.privacy.models.request import OPEN
from congdoan.privacy.queries.deciders import ACTION

RELATED = ("person", "unit__parent", "answered_by", "evidence")


def own_requests(user: User) -> QuerySet[DataRequest]:
    return DataRequest.objects.filter(person=user).order_by("-pk")


def requests_to_decide(user: User, *, only_open: bool = False) -> QuerySet[DataRequest]:
    """Requests at units where `user` manages people; those that wait first, by the day of the answer."""
    found = DataRequest.objects.visible_to(user, ACTION).select_related("person", "unit")
    return found.filter(state__in=OPEN).order_by("answer_due", "pk") if only_open else found.order_by("-pk")


def request_for(user: User, request_id: int) -> DataRequest:
    """One of the person's own, or one that they decide on. Raises NotFound for any other."""
    mine = Q(pk__in=DataRequest.objects.visible_to(user, ACTION).filter(pk=request_id).values("pk")) | Q(person=user)
    found = find(DataRequest.objects.filter(mine).select_related(*RELATED), request_id)
    if found is None:
        raise NotFound("Không tìm thấy yêu cầu này.")
    return found
