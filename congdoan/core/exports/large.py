"""Lists too long to be made while somebody waits: the worker makes the sheet, who asked takes it from the job's page.

A package registers how such a list is found again for the person who asked: once to make it, once more to hand it out,
so that nobody gets what he may no longer see.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from tempfile import TemporaryFile
from typing import Any, Final

from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from congdoan.core import clock
from congdoan.core.errors import NotFound
from congdoan.core.exports.columns import Column
from congdoan.core.exports.mark import Mark
from congdoan.core.exports.names import file_name
from congdoan.core.exports.values import read
from congdoan.core.exports.xlsx import CONTENT_TYPE, write_workbook
from congdoan.core.files.discard import discard
from congdoan.core.files.store import store_made
from congdoan.core.finding import find
from congdoan.core.jobs import Progress, finish_with
from congdoan.core.models import JobRun, StoredFile
from congdoan.core.registry import Registry

AT_ONCE: Final = 50_000
"""Rows of a sheet that is made while the person waits; with more, a page's process would be held too long."""
KEPT_FOR: Final = timedelta(hours=24)
KIND: Final = "core.sheet"
_TOLD_EVERY: Final = 20_000
_SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class Sheet:
    """What goes into the file. `rows` are counted, then read by a server-side cursor."""

    name: str
    title: str
    columns: Sequence[Column]
    rows: "QuerySet[Any, Any]"
    filter_text: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which list: `kind` is its name in the registry, `about` the object that it is of, `query` its filter."""

    kind: str
    about: int
    query: str = ""


large_sheets: Registry[Callable[[Any, int, QueryDict], Sheet]] = Registry("large sheet")
"""`find(user, about, filter)`; raises a DomainError for whoever may not see the list."""


def sheet_for(user: Any, asked: Asked) -> Sheet:
    return large_sheets[asked.kind](user, asked.about, QueryDict(asked.query))


def running_for(user: Any, asked: Asked) -> JobRun | None:
    """The same sheet that the person already waits for."""
    waits = JobRun.objects.filter(kind=KIND, started_by=user, state__in=(JobRun.State.WAITING, JobRun.State.RUNNING))
    return waits.filter(result=as_result(asked)).order_by("-pk").first()


def own_sheets(user: Any, kind: str, about: int) -> list[JobRun]:
    """Of this list, whatever the filter: those under way and those that can still be taken, newest first."""
    own = JobRun.objects.filter(kind=KIND, started_by=user, result__sheet=kind, result__about=about)
    there = Q(result__has_key="file") | Q(state__in=(JobRun.State.WAITING, JobRun.State.RUNNING))
    return list(own.filter(there).order_by("-pk")[:_SHOWN])


def keep_sheet(run_id: int, *, request: str, progress: Progress) -> None:
    """Make the file of the run and keep it; nothing of it is ever in memory as a whole."""
    run = JobRun.objects.select_related("started_by").get(pk=run_id)
    asked = _asked(run)
    sheet = sheet_for(run.started_by, asked)
    mark = Mark(str(run.started_by), clock.now(), request)
    notes = [sheet.title, sheet.filter_text, str(mark)]
    with TemporaryFile() as file:
        with transaction.atomic():
            rows = _watched(read(sheet.rows), sheet.rows.count(), progress)
            write_workbook(file, sheet.columns, rows, notes=notes, mark=mark)
        with transaction.atomic():
            name = file_name(sheet.name, clock.today(), "xlsx")
            kept = store_made(file, name=name, content_type=CONTENT_TYPE, by_id=run.started_by_id)
            progress("Đã lập xong tệp", 0, 0)
            finish_with(run_id, url=reverse("core:job-file", args=[run_id]), **as_result(asked), file=kept.pk)


def sheet_file(run: JobRun) -> StoredFile:
    """The file of a run, for who asked. Raises NotFound when it is gone, or the list is out of sight by now."""
    file = find(StoredFile.objects.select_related("blob"), run.result.get("file", 0))
    if file is None:
        raise NotFound("Tệp không còn: mỗi tệp được giữ 24 giờ. Mở lại danh sách rồi xuất lần nữa.")
    sheet_for(run.started_by, _asked(run))
    return file


def drop_old_sheets() -> int:
    """Files that were kept long enough go, with their bytes; returns how many."""
    old = JobRun.objects.filter(kind=KIND, result__has_key="file", updated_at__lt=timezone.now() - KEPT_FOR)
    dropped = 0
    for run in old:
        with transaction.atomic():
            discard(StoredFile.objects.filter(pk=run.result["file"]))
            run.result.pop("file")
            run.result_url, run.stage = "", "Tệp đã xóa sau 24 giờ"
            run.save(update_fields=["result", "result_url", "stage"])
        dropped += 1
    return dropped


def as_result(asked: Asked) -> dict[str, Any]:
    return {"sheet": asked.kind, "about": asked.about, "query": asked.query}


def _asked(run: JobRun) -> Asked:
    return Asked(run.result["sheet"], run.result["about"], run.result["query"])


def _watched(rows: Iterable[Any], total: int, progress: Progress) -> Iterator[Any]:
    for done, row in enumerate(rows):
        if done % _TOLD_EVERY == 0:
            progress("Ghi từng dòng vào tệp", done, total)
        yield row
