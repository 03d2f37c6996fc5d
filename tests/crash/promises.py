"""Compares what the office said is done with what it has: each function gives what is not as it was said."""

from collections.abc import Iterator
from pathlib import Path

from tests.crash.machine import Machine
from tests.crash.mails import Mails
from tests.crash.stories import Told

_UNFINISHED = """
    select 'việc chạy nền ' || id || ' ' || state || ' ' || error from core_jobrun where state <> 'done'
    union all select 'trong hàng đợi: ' || task_name || ' ' || status from procrastinate_jobs
     where status = 'doing' or (queueing_lock is null and status <> 'succeeded')
    union all select 'thư chưa gửi ' || id || ' ' || error from worklist_outgoingmail where state <> 'sent'
"""


def unfinished(machine: Machine) -> list[str]:
    """Work that waits, is under way, or failed."""
    return [row[0] for row in machine.ask(_UNFINISHED)] + [f"tệp dở: {path.name}" for path in _notes(machine)]


def broken(machine: Machine, told: Told, mails: Mails) -> list[str]:
    return [
        *told.wrong,
        *_broken_numbers(machine, told),
        *_lost(machine, told),
        *_files(machine),
        *_mails(machine, mails),
    ]


def _broken_numbers(machine: Machine, told: Told) -> Iterator[str]:
    plans = dict(machine.ask("select id, number from plans_plan where number is not null"))
    if sorted(plans.values()) != list(range(1, len(plans) + 1)):
        yield f"numbers with gaps or doubles: {sorted(plans.values())}"
    yield from (f"plan {plan} was issued and is not" for plan in told.issued if plan not in plans)


def _lost(machine: Machine, told: Told) -> Iterator[str]:
    """Reports, papers and units of sheets are there once, files at least once, jobs are done."""
    for what, told_of, question in (
        ("report", told.reports, "select text from plans_progressreport"),
        ("paper", told.papers, "select subject from documents_document"),
        ("unit", [*told.units.values()], "select name from organisation_unit"),
    ):
        there = [row[0] for row in machine.ask(question)]
        yield from (f"{what} {name}: there {there.count(name)} times" for name in told_of if there.count(name) != 1)
    kept = {row[0] for row in machine.ask("select blob_id from core_storedfile")}
    yield from (f"file {digest} is lost" for digest in told.files if digest not in kept)
    done = {row[0] for row in machine.ask("select id from core_jobrun where state = 'done'")}
    yield from (f"job {run} is not done" for run in told.runs if run not in done)


def _files(machine: Machine) -> Iterator[str]:
    rows = {row[0] for row in machine.ask("select sha256 from core_blob")}
    files = {path.name for path in (machine.folder / "files").glob("??/??/*")}
    yield from (f"file without a row: {name}" for name in files - rows)
    yield from (f"row without a file: {name}" for name in rows - files)


def _mails(machine: Machine, mails: Mails) -> Iterator[str]:
    for (mail,) in machine.ask("select id from worklist_outgoingmail"):
        if not mails.arrived[mail]:
            yield f"mail {mail} did not arrive"


def _notes(machine: Machine) -> list[Path]:
    return [*(machine.folder / "files" / "doubtful").glob("*")]
