"""What this package gives to the floors below: pages, kinds of work and notices, rules, the veil over histories."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.accounts.own_tabs import OwnTab, own_tabs
from congdoan.core.audit.history import veils
from congdoan.core.navigation import NavigationEntry, entries
from congdoan.organisation.person_panels import PersonPanel, person_panels
from congdoan.organisation.personal import people_in_charge
from congdoan.organisation.rights import may_anywhere
from congdoan.privacy import rules
from congdoan.privacy.queries.deciders import ACTION
from congdoan.privacy.queries.looks import looks_at, looks_of
from congdoan.privacy.services.ask import DECIDE
from congdoan.privacy.services.tell import ANSWERED
from congdoan.privacy.veil import erased_of
from congdoan.worklist.kinds import WorkKind, kinds
from congdoan.worklist.notice_kinds import NoticeKind, notice_kinds

_NEWEST = 8


def register() -> None:
    rules.register()
    own_tabs.register("privacy", OwnTab("Dữ liệu của tôi", "privacy:mine"))
    entries.register(
        "privacy",
        NavigationEntry(
            "Dữ liệu cá nhân", "shield-lock", "privacy:requests", group=3, order=20, allowed=_manages_people
        ),
    )
    person_panels.register("privacy.looks", PersonPanel("privacy/_who_looked.html", who_looked))
    veils.register("privacy.erased", erased_of)
    kinds.register(DECIDE, WorkKind("Trả lời", _request, waits_for_decision=True))
    notice_kinds.register(ANSWERED, NoticeKind("Yêu cầu về dữ liệu của mình được trả lời", may_mute=False))


def who_looked(viewer: User, person: User) -> dict[str, Any] | None:
    """The newest looks at the person, for their administrator."""
    if not people_in_charge(viewer).filter(pk=person.pk).exists():
        return None
    return {"looks": looks_of(looks_at(person)[:_NEWEST]), "person": person}


def _manages_people(request: HttpRequest) -> bool:
    return isinstance(request.user, User) and may_anywhere(request.user, ACTION)


def _request(request_id: int) -> str:
    return reverse("privacy:request", args=[request_id])
