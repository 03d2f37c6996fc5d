"""Template tags of administration pages: `{% load system %}`."""

from typing import Any

from django import template
from django.db import models
from django.http import HttpRequest
from django.urls import reverse

from congdoan.core.access import may_use
from congdoan.core.audit.history import history_of
from congdoan.core.system import SystemPage, system_pages

Tab = tuple[str, str, bool]

register = template.Library()


@register.inclusion_tag("core/_system_tabs.html", takes_context=True)
def system_tabs(context: template.Context) -> dict[str, Any]:
    """The groups of pages of Hệ thống: each leads to its first page; the group of the present page is marked."""
    groups: dict[str, list[Tab]] = {}
    for page, tab in _tabs(context["request"]):
        groups.setdefault(page.group, []).append(tab)
    return {"tabs": [(name, own[0][1], any(here for _, _, here in own)) for name, own in groups.items()]}


@register.inclusion_tag("core/_system_pages.html", takes_context=True)
def system_group(context: template.Context) -> dict[str, Any]:
    """The pages that stand under the same tab as the present one, itself marked."""
    tabs = _tabs(context["request"])
    group = next((page.group for page, (_, _, here) in tabs if here), "")
    return {"group": group, "pages": [tab for page, tab in tabs if page.group == group]}


def _tabs(request: HttpRequest) -> list[tuple[SystemPage, Tab]]:
    """The pages that the user may open, in order: label, address, whether it is the present one."""
    allowed = [page for page in system_pages if not page.action or may_use(request, page.action)]
    urls = [(page, reverse(page.url_name)) for page in sorted(allowed, key=lambda page: page.order)]
    return [(page, (page.label, url, request.path.startswith(url))) for page, url in urls]


@register.inclusion_tag("core/_history_panel.html")
def history_panel(obj: models.Model) -> dict[str, Any]:
    """Lịch sử: who changed what of the object, when and from where. The view has checked the right to see it."""
    return {"entries": history_of(obj)}
