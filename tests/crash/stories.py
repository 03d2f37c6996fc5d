"""What people do while things crash. Each remembers what the office said is done."""

import io
import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, NamedTuple

from django.core.files.uploadedfile import SimpleUploadedFile
from xlsxwriter import Workbook

from tests.crash.browser import Browser, Unanswered, Wrong

PAPER = "KẾ HOẠCH\nCải cách hành chính, lần {n}\nI. NHIỆM VỤ\n1. Ban Tổ chức tổng kết trước ngày 30/6/2023.\n"


class Ids(NamedTuple):
    """Rows of the federation that forms name."""

    plan: int
    part: int
    province: int
    chairman: int


@dataclass
class Told:
    """What the office answered is done."""

    issued: list[int] = field(default_factory=list)
    reports: list[str] = field(default_factory=list)
    papers: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    runs: list[int] = field(default_factory=list)
    units: dict[int, str] = field(default_factory=dict)
    unanswered: int = 0
    wrong: list[str] = field(default_factory=list)


class Story(threading.Thread):
    """One person who does the same again and again until told to stop."""

    def __init__(self, act: Callable[["Story"], None], username: str, port: int, ids: Ids, told: Told) -> None:
        super().__init__(daemon=True)
        self._act, self.browser, self.ids, self.told = act, Browser(port, username), ids, told
        self.number, self.left, self.again = 0, list[str](), False
        self.name = f"{act.__name__}-{username}"
        self._stopped = threading.Event()

    def run(self) -> None:
        while not self._stopped.wait(0.1):
            self.number += 1
            try:
                self._act(self)
            except Unanswered:
                self.told.unanswered += 1
                self.again = True
                time.sleep(0.3)
            except Wrong as wrong:
                self.told.wrong.append(str(wrong))

    def stop(self) -> None:
        self._stopped.set()
        self.join(90)

    def words(self) -> str:
        return f"{self.name} {self.number}"

    def file(self) -> SimpleUploadedFile:
        """Each third one is the same for everybody who sends one about now."""
        alike = f"chung {int(time.time()) // 2}" if random.random() < 0.3 else self.words()
        return SimpleUploadedFile("bien-ban.txt", f"Biên bản {alike}\n".encode() * 20_000, "text/plain")

    def keep(self, file: SimpleUploadedFile) -> None:
        file.seek(0)
        self.told.files.append(sha256(file.read()).hexdigest())


def issue(story: Story) -> None:
    """A plan from its draft to its number; where the office did not answer, the same step again."""
    if not story.left:
        made = story.browser.send(f"/ke-hoach/{story.ids.plan}/soan-tu/", {}).split("/")[2]
        story.left = [f"/ke-hoach/{made}/{step}/" for step in ("trinh-duyet", "duyet", "ban-hanh")]
    fields = {"on": "15/03/2023", "signer": story.ids.chairman, "number": ""}
    while story.left:
        story.again, again = False, story.again
        story.browser.send(story.left[0], fields, again=again)
        if len(story.left) == 1:
            story.told.issued.append(int(story.left[0].split("/")[2]))
        story.left.pop(0)


def report(story: Story) -> None:
    files = [story.file(), story.file()]
    fields = {"do": "send", "status": "doing", "text": story.words(), "evidence": files}
    story.browser.send(f"/ke-hoach/nhiem-vu/{story.ids.part}/bao-cao/gui/", fields)
    story.told.reports.append(story.words())
    for file in files:
        story.keep(file)


def add_paper(story: Story) -> None:
    file = story.file()
    fields: dict[str, Any] = {"type": "TB", "subject": story.words(), "validity": "in_force", "file": file}
    story.browser.send("/van-ban/them/", {"unit": story.ids.province, "symbol": "", **fields})
    story.told.papers.append(story.words())
    story.keep(file)


def read_paper(story: Story) -> None:
    paper = SimpleUploadedFile(f"ke-hoach-{story.number}.txt", PAPER.format(n=story.number).encode())
    place = story.browser.send("/ke-hoach/doc/", {"unit": story.ids.province, "papers": paper})
    story.told.runs.append(int(place.split("/")[3]))
    time.sleep(4)


def import_units(story: Story) -> None:
    name = f"Công đoàn cơ sở số {story.number}"
    sheet = SimpleUploadedFile(f"don-vi-{story.number}.xlsx", _sheet(name))
    place = story.browser.send("/don-vi/nhap/", {"unit": story.ids.province, "file": sheet})
    run = int(story.browser.send(place, {}).rstrip("/").split("/")[-1])
    story.told.runs.append(run)
    story.told.units[run] = name
    time.sleep(1)


def _sheet(name: str) -> bytes:
    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for at, (title, value) in enumerate({"Tên đơn vị": name, "Loại đơn vị": "Công đoàn cơ sở"}.items()):
            sheet.write_string(0, at, title)
            sheet.write_string(1, at, value)
    return stream.getvalue()
