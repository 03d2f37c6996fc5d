"""Takes the demo federation away: every row of units, people and work, their files, and the clock's offset."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from django.apps import apps
from django.conf import settings
from django.db import connection, models, transaction
from psycopg import sql

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.audit.hardening.weaknesses import may_change_tables
from congdoan.core.errors import Conflict
from congdoan.core.files.doubtful import note, settle
from congdoan.core.models import Blob, Rule, WorkdayException
from congdoan.demo.mark import is_demo
from congdoan.organisation.models import Unit
from congdoan.plans.models import Assignment, Plan, PlanKind

_OURS: Final = (
    *("core", "accounts", "organisation", "duties", "worklist", "reporting"),
    *("privacy", "documents", "plans", "oversight", "steering", "desk", "demo"),
)
_SIGNING_IN: Final = ("account", "mfa", "usersessions", "socialaccount", "sessions", "pghistory")
_KEPT: Final = (Rule, WorkdayException, PlanKind)
"""Reference data that every installation has, with or without the demo."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes when the demo goes."""

    units: int
    people: int
    plans: int
    assignments: int
    files: int

    def __str__(self) -> str:
        return (
            f"{self.units} đơn vị, {self.people} tài khoản, {self.plans} văn bản giao việc, "
            f"{self.assignments} phần việc, {self.files} tệp"
        )


def contents() -> Contents:
    """Raises Conflict in an installation that did not begin as the demo: there nothing is ever taken away."""
    if not is_demo():
        raise Conflict("Hệ thống này không bắt đầu bằng liên đoàn mẫu nên không có gì để xóa.")
    if not may_change_tables():
        raise Conflict("Quyền cơ sở dữ liệu đã siết nên không xóa liên đoàn mẫu được; nhật ký phải còn.")
    return Contents(*(model._default_manager.count() for model in (Unit, User, Plan, Assignment, Blob)))


def remove() -> None:
    """All rows in one transaction; the files after it, when nothing refers to them any more."""
    contents()
    with transaction.atomic():
        digests = list(Blob.objects.values_list("pk", flat=True))
        with connection.cursor() as cursor:
            cursor.execute("delete from procrastinate_jobs where status <> 'doing' and args ? 'run_id'")
            names = sql.SQL(", ").join(sql.Identifier(name) for name in _tables())
            cursor.execute(sql.SQL("truncate {} restart identity").format(names))
        transaction.on_commit(partial(_remove_files, {note(digest): digest for digest in digests}))
    clock.forget()


def _tables() -> Iterator[str]:
    """Every table that an installation without units and people has empty."""
    for label in (*_OURS, *_SIGNING_IN):
        for model in apps.get_app_config(label).get_models(include_auto_created=True):
            if _is_table(model) and model not in _KEPT:
                yield model._meta.db_table


def _is_table(model: type[models.Model]) -> bool:
    return model._meta.managed and not model._meta.proxy


def _remove_files(doubtful: dict[str, str]) -> None:
    for name, digest in doubtful.items():
        settle(name, digest)
    (settings.DATA / "demo-password").unlink(missing_ok=True)
    settings.SEAL_LOG.unlink(missing_ok=True)
    mails = Path(getattr(settings, "EMAIL_FILE_PATH", settings.DATA / "mail"))
    for mail in mails.glob("*.log"):
        mail.unlink()
