"""Template tags of administration pages: `{% load system %}`."""

from typing import Any

from django import template
from django.db import models
from django.urls import reverse

from congdoan.core.access import may_use
from congdoan.core.audit.history import history_of
from congdoan.core.system import system_pages

register = template.Library()


@register.inclusion_tag("core/_system_tabs.html", takes_context=True)
def system_tabs(context: template.Context) -> dict[str, Any]:
    """The pages of Hệ thống, the present one marked."""
    request = context["request"]
    allowed = (page for page in system_pages if not page.action or may_use(request, page.action))
    pages = sorted(allowed, key=lambda page: page.order)
    tabs = [(page.label, url, request.path.startswith(url)) for page in pages if (url := reverse(page.url_name))]
    return {"tabs": tabs}


@register.inclusion_tag("core/_history_panel.html")
def history_panel(obj: models.Model) -> dict[str, Any]:
    """Lịch sử: who changed what of the object, when and from where. The view has checked the right to see it."""
    return {"entries": history_of(obj)}
