"""Answers to machines: is the installation well, and its figures. No sign-in; details only to whoever may have them."""

from ipaddress import ip_address

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, JsonResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST

from congdoan.core.seeing.health import can_serve, health
from congdoan.core.seeing.metrics import exposition

_FORWARDED = ("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via")


@login_not_required
@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 when everything works, else 503. `?chi=trang` asks only whether this machine can serve pages."""
    if request.GET.get("chi") == "trang":
        well = can_serve()
        return JsonResponse({"ok": well}, status=200 if well else 503)
    parts = health()
    well = all(part.well for part in parts)
    told: dict[str, object] = {"ok": well}
    if _knows_token(request) or _is_this_machine(request):
        told |= {part.name: {"ok": part.well and not part.warns, **part.figures} for part in parts}
    return JsonResponse(told, status=200 if well else 503)


@login_not_required
@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Figures for Prometheus; not there at all while no token is set."""
    if not settings.METRICS_TOKEN:
        return HttpResponseNotFound()
    if not _knows_token(request):
        return HttpResponse(status=401, headers={"WWW-Authenticate": "Bearer"})
    return HttpResponse(exposition(), content_type=CONTENT_TYPE_LATEST)


def _knows_token(request: HttpRequest) -> bool:
    shown = request.headers.get("Authorization", "")
    return bool(settings.METRICS_TOKEN) and constant_time_compare(shown, f"Bearer {settings.METRICS_TOKEN}")


def _is_this_machine(request: HttpRequest) -> bool:
    """Whether it comes from here and not through a proxy that stands here."""
    if any(name in request.headers for name in _FORWARDED):
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR") or "").is_loopback
    except ValueError:
        return False
