"""Hệ thống: the backups of this installation, and one now."""

from pathlib import PurePath

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from congdoan.core import clock
from congdoan.core.access import require_use
from congdoan.core.backup import schedule
from congdoan.core.backup.jobs import ACTION, ask_for_backup
from congdoan.core.models import Backup
from congdoan.core.web import signed_in


@require_GET
def backups(request: HttpRequest) -> HttpResponse:
    require_use(request, ACTION)
    page = Paginator(Backup.objects.all(), 30).get_page(request.GET.get("page"))
    for backup in page.object_list:
        vars(backup)["name"] = PurePath(backup.place).name
    context = {
        "page_obj": page,
        "last": schedule.last_good(),
        "overdue": schedule.overdue_since(clock.now()),
        "hours": schedule.allowed_hours(),
        "folder": settings.BACKUP_FOLDER,
        "hour": settings.BACKUP_HOUR,
        "keep": settings.BACKUP_KEEP,
        "is_sealed": bool(settings.BACKUP_KEYS or settings.BACKUP_PASSPHRASE or settings.BACKUP_PASSPHRASE_FILE),
    }
    return render(request, "core/backups.html", context)


@require_POST
def back_up_now(request: HttpRequest) -> HttpResponse:
    require_use(request, ACTION)
    return redirect("core:job", ask_for_backup(signed_in(request).pk).pk)
