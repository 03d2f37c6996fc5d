"""What each role may do, and why a person may do something somewhere."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from congdoan.core.errors import NotAllowed
from congdoan.core.ui.asking import offer
from congdoan.core.web import signed_in
from congdoan.organisation.forms import WhyForm
from congdoan.organisation.models import Unit
from congdoan.organisation.queries.people import people_to_pick
from congdoan.organisation.rights import may_anywhere, why
from congdoan.organisation.roles import ACTIONS, Role, rights_of

_REACH = {"unit": "đơn vị", "organ": "cơ quan"}


@dataclass(frozen=True, slots=True)
class RightsLine:
    action: str
    label: str
    cells: list[tuple[str, str]]


def roles(request: HttpRequest) -> HttpResponse:
    """The table of roles as the code has it."""
    rights = {role: rights_of(role) for role in Role.values}
    lines = [
        RightsLine(
            action, label, [(Role(role).label, _REACH.get(rights[role].get(action, ""), "")) for role in Role.values]
        )
        for action, label in ACTIONS.items()
    ]
    return render(request, "organisation/roles.html", {"lines": lines, "roles": Role.labels})


def why_may(request: HttpRequest) -> HttpResponse:
    """Vì sao người này được làm việc này ở đây."""
    user = signed_in(request)
    if not (may_anywhere(user, "people.manage") or may_anywhere(user, "audit.view")):
        raise NotAllowed("Chức vụ hiện nay không có quyền xem quyền của người khác.")
    form = WhyForm(request.GET or None)
    offer(form, "nguoi", people_to_pick(user))
    offer(form, "don_vi", Unit.objects.visible_to(user, "units.view"))
    context: dict[str, object] = {"form": form}
    if form.is_valid():
        person, action, unit = form.cleaned_data["nguoi"], form.cleaned_data["viec"], form.cleaned_data["don_vi"]
        grants = why(person, action, unit)
        context |= {"person": person, "action": ACTIONS[action], "unit": unit, "asked": True}
        context["grants"] = [(grant, _REACH[grant.reach]) for grant in grants]
    return render(request, "organisation/why.html", context)
