"""Nothing half-done: processes are killed at random moments of issuing, importing, reporting, uploading and mailing.

CRASH_SEED says which; the moments themselves are the machine's. CRASH_KILLS says how many times.
"""

import os
import random
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import psycopg
import pytest

from tests.crash.machine import Machine
from tests.crash.mails import Mails, mail_server
from tests.crash.promises import broken, unfinished
from tests.crash.stories import Ids, Story, Told, add_paper, import_units, issue, read_paper, report
from tests.runtime.command import command_line
from tests.runtime.prepared import prepared_folder

KILLS, LONG_KILLS = 20, 200
VERIFIED_EVERY = 10
SETTLING = 240.0  # seconds
HURRY = """
    insert into procrastinate_jobs (queue_name, task_name, lock, queueing_lock, args)
    values ('mail', 'congdoan.worklist.send_mail', 'outbox', 'outbox', '{"timestamp": 0}'),
           ('upkeep', 'congdoan.core.settle_files', 'settle-files', 'settle-files', '{"timestamp": 0}')
    on conflict do nothing
"""
"""What the clock would start within minutes."""


@pytest.fixture
def mails() -> Iterator[tuple[Mails, int]]:
    with mail_server() as serving:
        yield serving


def test_after_any_crash_everything_holds_and_what_was_said_to_be_done_is_done(
    mails: tuple[Mails, int], pytestconfig: pytest.Config
) -> None:
    kills = int(os.environ.get("CRASH_KILLS", LONG_KILLS if pytestconfig.getoption("--long") else KILLS))
    seed = int(os.environ.get("CRASH_SEED", random.randrange(10**6)))
    say(f"CRASH_SEED={seed} CRASH_KILLS={kills}")
    arrived, mail_port = mails
    with prepared_folder() as folder:
        machine, told = Machine(folder, mail_port), Told()
        machine.fill()
        machine.start()
        machine.wait_until_it_answers()
        try:
            crash(machine, told, kills, random.Random(seed))
            settle(machine)
            wrong = broken(machine, told, arrived)
        finally:
            code = machine.stop()
        assert not wrong, f"CRASH_SEED={seed}: {wrong[:20]}"
        assert told.issued and told.reports and told.papers and told.runs
        assert code == 0
        machine.run(*command_line("verify"))


def crash(machine: Machine, told: Told, kills: int, choose: random.Random) -> None:
    began = time.monotonic()
    with people_at_work(machine, told):
        for number in range(1, kills + 1):
            hurry(machine)
            time.sleep(choose.uniform(0.2, 2.0))
            what, killed = machine.kill_anything(choose), time.monotonic()
            machine.wait_until_it_answers()
            say(f"{number}: {what}, back after {time.monotonic() - killed:.1f} s")
            if number % VERIFIED_EVERY == 0:
                machine.run(*command_line("verify", "--quick"))
    say(f"{kills} kills in {time.monotonic() - began:.0f} s: {summary(told)}")


@contextmanager
def people_at_work(machine: Machine, told: Told) -> Iterator[None]:
    ids = ids_of(machine)
    doing = [
        (issue, "chutich"),
        (report, "batri.cv"),
        (add_paper, "vanthu"),
        (read_paper, "chuyenvien"),
        (import_units, "chutich"),
    ]
    stories = [Story(act, username, machine.port, ids, told) for act, username in doing]
    for story in stories:
        story.browser.sign_in()
    for story in stories:
        story.start()
    try:
        yield
    finally:
        for story in stories:
            story.stop()


def ids_of(machine: Machine) -> Ids:
    question = """
        select plan.id, part.id, plan.unit_id, person.id from plans_plan plan
          join plans_assignment part on part.plan_id = plan.id and part.state = 'doing'
          join accounts_user person on person.username = 'chutich'
    """
    return Ids(*machine.ask(question)[0])


def hurry(machine: Machine) -> None:
    with suppress(psycopg.Error):  # killed a moment ago
        machine.ask(HURRY)


def settle(machine: Machine) -> None:
    """Wait until all that was begun is at its end."""
    began = time.monotonic()
    machine.wait_until_it_answers()
    while left := unfinished(machine):
        assert time.monotonic() - began < SETTLING, left[:20]
        hurry(machine)
        time.sleep(0.5)
    say(f"settled in {time.monotonic() - began:.0f} s")


def summary(told: Told) -> str:
    done = f"{len(told.issued)} plans, {len(told.reports)} reports, {len(told.papers)} papers, {len(told.runs)} jobs"
    return f"{done}; {told.unanswered} unanswered, {len(told.wrong)} wrong"


def say(text: str) -> None:
    """Seen with `pytest -s`, and when the test fails."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
