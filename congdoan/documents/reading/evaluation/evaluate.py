"""Reads every paper of a folder that has answers beside it, under limits, and compares."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from congdoan.documents.codec import from_plain, to_plain
from congdoan.documents.reading import lazy_re
from congdoan.documents.reading.confine import confined
from congdoan.documents.reading.errors import UnreadableFile
from congdoan.documents.reading.evaluation.answers import load_answers
from congdoan.documents.reading.evaluation.compare import compare
from congdoan.documents.reading.evaluation.folder import Case, cases_in
from congdoan.documents.reading.evaluation.score import Score
from congdoan.documents.reading.model import Header, PlanReading
from congdoan.documents.reading.reader import read_file

_TOGETHER = 8
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff"})
NO_FOLDER = "Không thấy thư mục {folder}."
NO_CASES = "Thư mục {folder} không có văn bản nào kèm đáp án cùng tên (.toml hoặc .json)."


def evaluate(folder: Path) -> list[Score]:
    """The score of each paper, by name; raises UnreadableFile when there is none, or when answers are broken."""
    if not folder.is_dir():
        raise UnreadableFile(NO_FOLDER.format(folder=folder))
    cases = cases_in(folder)
    if not cases:
        raise UnreadableFile(NO_CASES.format(folder=folder))
    lazy_re.compile_all()
    return [_score(case, reading) for batch in _batches(cases) for case, reading in _read(batch)]


def _batches(cases: list[Case]) -> Iterator[list[Case]]:
    """Papers that share a process: to start one for each would take longer than to read it. Pictures have their own."""
    batch: list[Case] = []
    for case in cases:
        if case.paper.suffix in _PICTURES:
            yield [case]
            continue
        batch.append(case)
        if len(batch) == _TOGETHER:
            yield batch
            batch = []
    yield batch


def _read(batch: list[Case]) -> Iterator[tuple[Case, PlanReading | UnreadableFile]]:
    """Each paper with its reading, or why it cannot be read; what spoils the reading of several is read alone."""
    try:
        answers = json.loads(confined(partial(_answers, batch)))
    except UnreadableFile as error:
        if len(batch) == 1:
            yield batch[0], error
        else:
            for case in batch:
                yield from _read([case])
        return
    for case, answer in zip(batch, answers, strict=True):
        yield case, from_plain(PlanReading, answer)


def _answers(batch: list[Case]) -> bytes:
    return json.dumps([to_plain(read_file(case.paper)) for case in batch]).encode()


def _score(case: Case, reading: PlanReading | UnreadableFile) -> Score:
    """A paper that cannot be read is compared as an empty reading."""
    answers = load_answers(case.answers)
    if isinstance(reading, UnreadableFile):
        score = compare(case.name, PlanReading("", Header()), answers)
        score.unreadable = reading.message
        return score
    return compare(case.name, reading, answers)
