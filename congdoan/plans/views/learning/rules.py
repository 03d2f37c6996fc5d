"""The rules that papers taught: where each comes from, revoking one, letting it hold again."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from congdoan.core.access import may_use
from congdoan.core.errors import NotAllowed, NotFound
from congdoan.core.exports.asked import export_if_asked
from congdoan.core.finding import find
from congdoan.core.web import signed_in, whole_number
from congdoan.organisation.rights import scope
from congdoan.organisation.services.aliases import restore_alias, revoke_alias
from congdoan.plans.exports.learning import HABITS, NAMES
from congdoan.plans.filters_learning import HabitFilter, NameFilter
from congdoan.plans.queries.checked.papers import checked_readings
from congdoan.plans.queries.plans import visible_plans
from congdoan.plans.queries.rules.listed import ACTION, habits_seen, names_seen
from congdoan.plans.services.review.learning.rules import restore_habit, revoke_habit

_ON_PAGE = 20
_GROUPS = {"ten": "Tên đơn vị, chữ viết tắt", "muc": "Đơn vị chủ trì theo mục"}


def rules(request: HttpRequest) -> HttpResponseBase:
    user = signed_in(request)
    if not (may_use(request, ACTION) or may_use(request, "plans.draft")):
        raise NotAllowed("Chức vụ hiện nay không có quyền mở trang này.")
    group = "muc" if request.GET.get("nhom") == "muc" else "ten"
    seen: dict[str, QuerySet[Any]] = {"ten": names_seen(user), "muc": habits_seen(user)}
    chosen = (HabitFilter if group == "muc" else NameFilter)(request.GET, queryset=seen[group])
    columns = HABITS if group == "muc" else NAMES
    sheet = export_if_asked(request, name="Quy-tac-doc", columns=columns, rows=chosen.qs, title=_GROUPS[group])
    if sheet is not None:
        return sheet
    page = Paginator(chosen.qs, _ON_PAGE).get_page(request.GET.get("page"))
    reach = scope(user, ACTION)
    named = {source.plan_id for rule in page for source in rule.sources.all()}
    context = {
        "in_system": may_use(request, "settings.manage"),
        "group": group,
        "groups": [(code, label, seen[code].filter(revoked_at=None).count()) for code, label in _GROUPS.items()],
        "filter": chosen,
        "is_filtered": bool(request.GET.get("q") or request.GET.get("tinh_trang")),
        "page_obj": page,
        "lines": [(rule, _papers(rule), reach.covers(rule.scope)) for rule in page],
        "open_plans": set(visible_plans(user).filter(pk__in=named).values_list("pk", flat=True)),
        "checked_plans": set(checked_readings(user).filter(plan__in=named).values_list("plan", flat=True)),
        "just_revoked": _just_revoked(request, seen[group]),
    }
    return render(request, "plans/learning/rules.html", context)


@require_POST
def revoke(request: HttpRequest, group: str, rule_id: int) -> HttpResponse:
    by = signed_in(request)
    if _known(group) == "ten":
        revoke_alias(alias_id=rule_id, by=by)
    else:
        revoke_habit(habit_id=rule_id, by=by)
    return redirect(f"{reverse('learning:rules')}?nhom={group}&vua-bo={rule_id}")


@require_POST
def restore(request: HttpRequest, group: str, rule_id: int) -> HttpResponse:
    by = signed_in(request)
    if _known(group) == "ten":
        restore_alias(alias_id=rule_id, by=by)
    else:
        restore_habit(habit_id=rule_id, by=by)
    return redirect(f"{reverse('learning:rules')}?nhom={group}")


def _known(group: str) -> str:
    if group not in _GROUPS:
        raise NotFound("Không có nhóm quy tắc này.")
    return group


def _papers(rule: Any) -> list[Any]:
    """The latest three."""
    return list(rule.sources.all())[:3]


def _just_revoked(request: HttpRequest, seen: "QuerySet[Any]") -> Any:
    asked = whole_number(request.GET.get("vua-bo"))
    return find(seen.filter(revoked_at__isnull=False), asked) if asked is not None else None
