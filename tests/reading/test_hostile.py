"""Broken, hostile and huge files are read or refused in one sentence, under 20 s and 1 GB, and leave nothing behind."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import time

import pytest

from congdoan.documents.reading.confine import FAILED, TOO_LONG, TOO_MUCH, confined
from congdoan.documents.reading.errors import UnreadableFile
from tests.reading.hostile import FILES
from tests.reading.hostile.run import ROOT, fault_of, outcome_of

EVERY = 7
"""Without --long, one file in so many is tried."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "hostile" in metafunc.fixturenames:
        names = list(FILES)
        metafunc.parametrize("hostile", names if metafunc.config.getoption("--long") else names[::EVERY])


def test_there_are_two_hundred_hostile_files():
    assert len(FILES) >= 200


def test_a_hostile_file_is_read_or_refused_in_one_sentence_and_leaves_nothing(hostile, tmp_path):
    outcome = outcome_of(hostile, tmp_path)
    assert fault_of(outcome) is None, outcome
    assert outcome.code == 0 or re.search("[à-ỹđ]", outcome.said), "the sentence is Vietnamese"


def test_what_the_tests_themselves_hold_is_not_counted(tmp_path):
    held = b"\1" * (400 * 2**20)
    assert outcome_of("empty.txt", tmp_path).megabytes < 100 < len(held) / 2**20


def test_work_that_takes_all_memory_ends_in_a_sentence():
    with pytest.raises(UnreadableFile, match=TOO_MUCH[:30]):
        confined(lambda: bytes(5 * 2**30))


def test_work_that_takes_too_long_is_stopped_with_all_that_it_started():
    began = time.monotonic()
    with pytest.raises(UnreadableFile, match=TOO_LONG[:30]):
        confined(lambda: subprocess.run(["sleep", "313"], check=False).stdout, seconds=0.3)
    assert time.monotonic() - began < 5
    assert subprocess.run(["pgrep", "-f", "^sleep 313$"], capture_output=True).stdout == b""


def test_work_that_dies_ends_in_a_sentence():
    with pytest.raises(UnreadableFile, match=FAILED[:30]):
        confined(lambda: os.kill(os.getpid(), signal.SIGKILL) or b"")


def test_work_that_opens_too_many_files_ends_in_a_sentence():
    with pytest.raises(UnreadableFile, match=FAILED[:30]):
        confined(lambda: bytes(os.open(os.devnull, os.O_RDONLY) for _ in range(2000)))


def test_temporary_files_of_the_work_are_gone(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def work() -> bytes:
        with tempfile.NamedTemporaryFile(delete=False) as file:
            return file.name.encode()

    assert confined(work).startswith(str(tmp_path).encode())
    assert list(tmp_path.iterdir()) == []


def test_ending_the_command_ends_the_reading_and_clears_up(tmp_path):
    script = (
        "import time; from congdoan.documents.reading.confine import confined;"
        "confined(lambda: (print(flush=True), time.sleep(313), b'')[2])"
    )
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    process = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, env=environment)
    while not list(tmp_path.glob("congdoan-*")):
        time.sleep(0.05)
    time.sleep(0.3)
    process.terminate()
    assert process.wait(10) == 128 + signal.SIGTERM
    assert list(tmp_path.iterdir()) == []
