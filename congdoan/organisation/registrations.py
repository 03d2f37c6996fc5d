"""What this package puts into the navigation, the search and the system pages."""

from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.accounts.own_tabs import OwnTab, own_tabs
from congdoan.accounts.second_factor import requirers
from congdoan.accounts.signin.passwords import context_words
from congdoan.core.access import deciders, job_sights
from congdoan.core.audit.sealing.sources import Source, sealed_sources
from congdoan.core.navigation import NavigationEntry, entries
from congdoan.core.rule_names import known_rules
from congdoan.core.search import Finder, Found, finders
from congdoan.core.system import RIGHTS, SystemPage, system_pages
from congdoan.organisation.current import owning_organ
from congdoan.organisation.queries.find import find_units
from congdoan.organisation.queries.people import find_people, jobs_of_people_seen
from congdoan.organisation.rights import may_anywhere, posts_of
from congdoan.organisation.second_factor import CODE, known_rule, must_have_second_factor
from congdoan.organisation.services.tokens import register_rule


def register() -> None:
    entries.register(
        "organisation.units",
        NavigationEntry("Đơn vị", "sitemap", "organisation:units", group=2, order=10, allowed=_has_post),
    )
    entries.register(
        "organisation.people",
        NavigationEntry("Người dùng", "users", "organisation:people", group=3, order=10, allowed=_may("people.manage")),
    )
    deciders.register("organisation.rights", may_anywhere)
    job_sights.register("organisation.people", jobs_of_people_seen)
    system_pages.register("organisation.roles", SystemPage("Vai trò và quyền", "organisation:roles", 30, "", RIGHTS))
    system_pages.register(
        "organisation.why", SystemPage("Vì sao được làm", "organisation:why", 40, "people.manage", RIGHTS)
    )
    sealed_sources.register(
        "organisation_reorganisation", Source("organisation_reorganisation", "id", "Quyết định tổ chức lại")
    )
    system_pages.register("organisation.tokens", SystemPage("Mã truy cập", "tokens:all", 50, "people.manage", RIGHTS))
    own_tabs.register("organisation.tokens", OwnTab("Mã truy cập", "tokens:own"))
    register_rule()
    context_words.register("organisation.owner", _names_of_owner)
    requirers.register("organisation.roles", must_have_second_factor)
    known_rules.register(CODE, known_rule())
    finders.register("organisation.units", Finder("Đơn vị", _find_units, order=30))
    finders.register("organisation.people", Finder("Người", _find_people, order=40))


def _has_post(request: HttpRequest) -> bool:
    return isinstance(request.user, User) and bool(posts_of(request.user))


def _names_of_owner() -> list[str]:
    organ = owning_organ()
    return [organ.name, organ.short_name, organ.symbol, organ.place] if organ else []


class _may:
    """Whether the person who asks has the action anywhere."""

    def __init__(self, action: str) -> None:
        self.action = action

    def __call__(self, request: HttpRequest) -> bool:
        return isinstance(request.user, User) and may_anywhere(request.user, self.action)


def _find_units(user: User, words: str, limit: int) -> Sequence[Found]:
    return [
        Found(unit.short_name, str(unit.parent or ""), reverse("organisation:unit", args=[unit.pk]), "sitemap")
        for unit in find_units(user, words, limit)
    ]


def _find_people(user: User, words: str, limit: int) -> Sequence[Found]:
    return [
        Found(person.full_name, person.post_words, reverse("organisation:person", args=[person.pk]), "user")
        for person in find_people(user, words, limit)
    ]
