"""Who may use the pages of this floor: the floor of rights above says, here is only asked."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from congdoan.core.errors import NotAllowed
from congdoan.core.models.jobs import JobRun
from congdoan.core.registry import Registry

May = Callable[[Any, str], bool]
deciders: Registry[May] = Registry("decider of rights")
"""One entry: `decide(user, action)` says whether the person has the right anywhere."""

Narrow = Callable[[Any, "QuerySet[JobRun]"], "QuerySet[JobRun]"]
job_sights: Registry[Narrow] = Registry("sight of background jobs")
"""One entry: leaves of background jobs those that the person may know of."""


def jobs_seen(request: HttpRequest) -> "QuerySet[JobRun]":
    """Background jobs whose titles and errors may be shown to the person."""
    runs = JobRun.objects.all()
    for narrow in job_sights:
        runs = narrow(request.user, runs)
    return runs


def may_use(request: HttpRequest, action: str) -> bool:
    """Whether somebody says yes; nobody registered means no."""
    return request.user.is_authenticated and any(decide(request.user, action) for decide in deciders)


def require_use(request: HttpRequest, action: str) -> None:
    """Raises NotAllowed unless the person has the right anywhere."""
    if not may_use(request, action):
        raise NotAllowed("Chức vụ hiện nay không có quyền mở trang này.")
