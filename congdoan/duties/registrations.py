"""What this package gives to the floors below: its pages, and how duties follow units that end."""

from django.http import HttpRequest
from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.navigation import NavigationEntry, entries
from congdoan.duties.models import DutyShare, Part
from congdoan.duties.queries.sight import ACTION
from congdoan.duties.services.follow import follow, parts_below
from congdoan.organisation.followers import Follower, followers
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import may_anywhere
from congdoan.organisation.tabs import UnitTab, unit_tabs

_OUTCOMES = {"merge": "sang đơn vị nhận", "split": "sang đơn vị nhận chính", "end": "thôi giữ"}


def register() -> None:
    entries.register(
        "duties",
        NavigationEntry("Phân công", "table", "duties:index", group=2, order=20, allowed=_sees_matrices),
    )
    followers.register("duties", Follower("phần việc trong bảng phân công", parts_below, follow, outcomes=_OUTCOMES))
    unit_tabs.register("duties", UnitTab("Phân công", _matrix_of, _leads, order=40))


def _sees_matrices(request: HttpRequest) -> bool:
    return isinstance(request.user, User) and may_anywhere(request.user, ACTION)


def _matrix_of(unit: Unit) -> str:
    """The organ's matrix; for a department narrowed to its own duties."""
    narrowed = f"?don_vi={unit.pk}" if unit.is_inside else ""
    return reverse("duties:matrix", args=[unit.organ_id]) + narrowed


def _leads(user: User, unit: Unit) -> int | None:
    shares = DutyShare.objects.in_force(clock.today()).filter(unit=unit, part=Part.LEADS)
    return shares.visible_to(user, ACTION).count() or None
