"""500 people at once on one machine: how long their pages take, and what happens when three times as many come.

Each reads a page for some 20 seconds, then opens the next: the desk, a list, a task, a search, an export, or sends a
report with a file; as in a browser, every page asks for the count of notices every 25 seconds.
The server is the product as `congdoan serve` runs it, log and figures included; the people share its machine.

Run from the root: python -m benchmarks.load [--people 500] [--minutes 10] [--times 3]
"""

import argparse
import asyncio
import os
import random
import signal
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from time import perf_counter, process_time
from urllib.parse import quote

import psutil

from benchmarks.database import fresh_database
from benchmarks.load_client import TOKEN, Answer, Browser
from benchmarks.load_world import WORDS, Person, build
from benchmarks.starting import free_port

LIMIT_MS = 500
MIX = {"desk": 22, "list": 26, "task": 22, "report": 8, "search": 12, "suggestion": 6, "export": 4}
FILE_BYTES = 120_000
NOTICES_EVERY = 25.0
GOOD = {200, 204, 302, 304}
LOOP = "from time import process_time as t\nb = t()\nfor _ in range(2_000_000): pass\nprint((t() - b) * 1000)"
"""A fixed amount of work: how long it takes says how quick the cores are in that minute."""


class Seen:
    """What came back in one phase."""

    def __init__(self) -> None:
        self.times: dict[str, list[float]] = defaultdict(list)
        self.turned_away = 0
        self.wrong: Counter[str] = Counter()

    @property
    def all_times(self) -> list[float]:
        return [time for times in self.times.values() for time in times]

    @property
    def page_times(self) -> list[float]:
        """Without the counts of notices, which are quick and many."""
        return [time for action, times in self.times.items() if action != "notices" for time in times]

    def note(self, action: str, answer: Answer, seconds: float) -> None:
        if answer.is_busy:
            self.turned_away += 1
        elif answer.status in GOOD:
            self.times[action].append(seconds * 1000)
        else:
            self.wrong[f"{action} {answer.status}"] += 1


class Crowd:
    """People who work until they are told to go; `seen` may change while they work."""

    def __init__(self, port: int, think: float) -> None:
        self.port = port
        self.think = think
        self.seen = Seen()
        self.working: list[asyncio.Task[None]] = []

    def come(self, people: list[Person]) -> None:
        self.working += [asyncio.create_task(self._work(person)) for person in people]

    async def go(self, count: int) -> None:
        """The last `count` of them go."""
        going, self.working = self.working[-count:], self.working[:-count]
        for task in going:
            task.cancel()
        await asyncio.gather(*going, return_exceptions=True)

    async def _work(self, person: Person) -> None:
        browser = Browser(self.port, person.cookies)
        await asyncio.sleep(random.uniform(0, self.think))
        try:
            while True:
                (action,) = random.choices(list(MIX), list(MIX.values()))
                await self._do(action, person, browser)
                await self._read(browser)
        finally:
            browser.close()

    async def _read(self, browser: Browser) -> None:
        """Look at the page, which asks for the count of notices while somebody reads on."""
        left = random.expovariate(1 / self.think)
        while left > NOTICES_EVERY:
            await asyncio.sleep(NOTICES_EVERY)
            left -= NOTICES_EVERY
            await self._timed("notices", lambda: browser.get("/viec/thong-bao/so/", part=True))
        await asyncio.sleep(left)

    async def _do(self, action: str, person: Person, browser: Browser) -> None:
        if action == "report" and person.assignments:
            await self._report(random.choice(person.assignments), browser)
        else:
            path = address("task" if action == "report" else action, person)
            await self._timed(action, lambda: browser.get(path))

    async def _report(self, assignment: int, browser: Browser) -> None:
        page = await self._timed("form", lambda: browser.get(f"/ke-hoach/nhiem-vu/{assignment}/bao-cao/"))
        token = TOKEN.search(page.body) if page else None
        if token is None:
            return
        await asyncio.sleep(self.think / 4)
        fields = {"csrfmiddlewaretoken": token[1].decode(), "status": "doing", "text": "Đã làm thêm một phần."}
        path = f"/ke-hoach/nhiem-vu/{assignment}/bao-cao/gui/"
        sending = {**fields, "do": "send", "sure": "on"}
        await self._timed("report", lambda: browser.send_file(path, sending, "evidence", FILE_BYTES))

    async def _timed(self, action: str, ask: Callable[[], Awaitable[Answer]]) -> Answer | None:
        """Ask, and as the page that turns people away does, ask again after the time that it says."""
        while True:
            begun = perf_counter()
            try:
                answer = await ask()
            except (OSError, asyncio.IncompleteReadError) as error:
                self.seen.wrong[f"{action} {type(error).__name__}"] += 1
                return None
            self.seen.note(action, answer, perf_counter() - begun)
            if not answer.is_busy or action == "notices":
                return answer
            await asyncio.sleep(int(answer.headers["retry-after"]))


def address(action: str, person: Person) -> str:
    if action == "desk":
        return "/"
    if action == "list":
        own = ["/viec/", "/ke-hoach/", f"/ke-hoach/don-vi/{person.unit_id}/", "/van-ban/", "/viec/?xem=da-giao"]
        led = ["/viec/", "/ke-hoach/tong-quan/", f"/ke-hoach/{random.choice(person.plans)}/theo-doi/", "/van-ban/"]
        return random.choice(led if person.leads else own)
    if action == "task":
        if person.assignments:
            return f"/ke-hoach/nhiem-vu/{random.choice(person.assignments)}/"
        return f"/ke-hoach/{random.choice(person.plans)}/"
    if action == "export":
        return random.choice(["/viec/?xuat=xlsx", "/viec/?xuat=csv", f"/ke-hoach/don-vi/{person.unit_id}/?xuat=xlsx"])
    return f"/tim-kiem/{'goi-y/' if action == 'suggestion' else ''}?q={quote(random.choice(WORDS))}"


@contextmanager
def served() -> Iterator[tuple[int, psutil.Process]]:
    """The product on a port of its own, as an operator runs it."""
    port = free_port()
    environment = {**os.environ, "CONGDOAN_LOG": "json", "CONGDOAN_METRICS_TOKEN": "figures"}
    command = [sys.executable, "-m", "congdoan.cli", "serve", "--empty", "--port", str(port)]
    log = Path(os.environ["CONGDOAN_DATA"], "server.log")
    with log.open("w") as out:
        office = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=out, text=True)
        assert office.stdout
        while "Ctrl-C" not in office.stdout.readline():
            assert office.poll() is None, log.read_text()[-2000:]
        try:
            yield port, psutil.Process(office.pid)
        finally:
            office.send_signal(signal.SIGINT)
            office.wait(60)


def cpu_of(office: psutil.Process) -> float:
    """Seconds of processor that pages, worker and database have used."""
    from congdoan.core.postgres.home import Home
    from congdoan.core.postgres.server import processes

    seconds = 0.0
    database = processes(Home.within(Path(os.environ["CONGDOAN_DATA"])))
    for process in [office, *office.children(recursive=True), *map(psutil.Process, database)]:
        times = process.cpu_times()
        seconds += times.user + times.system
    return seconds


async def phase(crowd: Crowd, seconds: float, office: psutil.Process, name: str) -> Seen:
    crowd.seen = seen = Seen()
    begun, client, server = perf_counter(), process_time(), cpu_of(office)
    await asyncio.sleep(seconds / 2)
    loop = await loop_ms()
    await asyncio.sleep(seconds / 2)
    wall = perf_counter() - begun
    served, spent = (cpu_of(office) - server) / wall, (process_time() - client) / wall
    print(f"\n{name}, {wall:.0f} s: {len(seen.all_times) / wall:.1f} answers/s; cores: server {served:.2f}, ", end="")
    print(
        f"people {spent:.2f}; load of the machine {os.getloadavg()[0]:.1f}; a fixed loop takes {loop:.0f} ms of a core"
    )
    for action, times in sorted(seen.times.items()):
        shown = f"median {p(times, 50):5.0f}  p95 {p(times, 95):5.0f}  most {max(times):5.0f} ms"
        print(f"  {action:10} {len(times):6} {shown}")
    print(f"  turned away {seen.turned_away}, wrong {dict(seen.wrong)}", flush=True)
    return seen


async def loop_ms() -> float:
    asked = await asyncio.create_subprocess_exec(sys.executable, "-c", LOOP, stdout=subprocess.PIPE)
    said, _ = await asked.communicate()
    return float(said)


def p(times: list[float], percent: int) -> float:
    return quantiles(times, n=100)[percent - 1] if len(times) > 1 else sum(times)


async def play(asked: argparse.Namespace, people: list[Person], port: int, office: psutil.Process) -> None:
    crowd = Crowd(port, asked.think)
    crowd.come(people[: asked.people])
    await asyncio.sleep(asked.think)
    calm = await phase(crowd, asked.minutes * 60, office, f"{asked.people} people")
    tell_calm(asked, calm)
    if asked.times > 1:
        more = asked.people * (asked.times - 1)
        crowd.come(people[asked.people :])
        await asyncio.sleep(asked.think)
        full = await phase(crowd, asked.crowd_minutes * 60, office, f"{asked.people + more} people")
        await crowd.go(more)
        await asyncio.sleep(asked.think)
        after = await phase(crowd, 60, office, f"{asked.people} people again")
        tell_crowd(asked, full, after)
    await crowd.go(len(crowd.working))


def tell_calm(asked: argparse.Namespace, seen: Seen) -> None:
    times = seen.page_times
    wrong = sum(seen.wrong.values()) + seen.turned_away
    work = f"{asked.people} people at once, {asked.minutes:g} min: desk, lists, task, report with file, search, export"
    told = f"p95 {p(times, 95):.0f} ms of {len(times):,} pages, {wrong} errors"
    print(f"| {work} | – | {told} | – | p95 ≤ 500 ms, no error |", flush=True)


def tell_crowd(asked: argparse.Namespace, full: Seen, after: Seen) -> None:
    times, later = full.page_times, after.page_times
    away = full.turned_away / max(1, full.turned_away + len(full.all_times)) * 100
    told = f"{away:.0f}% turned away with a page, the others p95 {p(times, 95):.0f} ms"
    again = f"{asked.people} again: p95 {p(later, 95):.0f} ms, {after.turned_away} turned away"
    wrong = sum(full.wrong.values()) + sum(after.wrong.values())
    print(f"| {asked.people * asked.times:,} people at once | – | {told}; {again}; {wrong} errors | – | no error |")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load")
    parser.add_argument("--people", type=int, default=500)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--times", type=int, default=3, help="so many times the people afterwards; 1 leaves it out")
    parser.add_argument("--crowd-minutes", type=float, default=2)
    parser.add_argument("--think", type=float, default=20, help="seconds that a page is read, in the mean")
    asked = parser.parse_args()
    random.seed(7)
    fresh_database()
    people = build(asked.people * asked.times)
    with served() as (port, office):
        asyncio.run(play(asked, people, port, office))


if __name__ == "__main__":
    main()
