"""The page of a report form: what it asks for, section by section."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from congdoan.core.audit.history import history_of
from congdoan.core.web import signed_in
from congdoan.organisation.rights import may
from congdoan.reporting.models import FormState, ItemKind
from congdoan.reporting.queries.forms import parts_of
from congdoan.reporting.queries.sight import form_for, visible_forms
from congdoan.reporting.services.lookup import ASK


def page(request: HttpRequest, form_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = form_for(user, form_id)
    parts = parts_of(shown)
    managed = may(user, ASK, shown.unit)
    versions = visible_forms(user).filter(root_id=shown.root_pk) | visible_forms(user).filter(pk=shown.root_pk)
    items = [line for part in parts for line in part.lines]
    filled = [line for line in items if line.item.kind != ItemKind.CHECK]
    context = {
        "shown": shown,
        "parts": parts,
        "kinds": ItemKind.choices,
        "may_manage": managed,
        "edits": managed and shown.is_editable,
        "may_ready": managed and shown.may_become(FormState.READY) and bool(items),
        "may_ask": managed and shown.state == FormState.READY,
        "versions": versions.exclude(pk=shown.pk).order_by("-version"),
        "by_itself": sum(1 for line in filled if line.source or line.item.formula),
        "to_fill": len(filled),
        "history": history_of(shown) if may(user, "audit.view", shown.unit) else None,
        "state": f"form_{shown.state}",
    }
    return render(request, "reporting/design.html", context)
