"""Reads every paper of a folder that has answers beside it, each under limits, and compares."""

from __future__ import annotations

import json
from pathlib import Path

from congdoan.documents.codec import from_plain, to_plain
from congdoan.documents.reading.confine import confined
from congdoan.documents.reading.errors import UnreadableFile
from congdoan.documents.reading.evaluation.answers import Answers, load_answers
from congdoan.documents.reading.evaluation.compare import compare
from congdoan.documents.reading.evaluation.folder import Case, cases_in
from congdoan.documents.reading.evaluation.score import Score
from congdoan.documents.reading.model import Header, PlanReading
from congdoan.documents.reading.reader import read_file

NO_FOLDER = "Không thấy thư mục {folder}."
NO_CASES = "Thư mục {folder} không có văn bản nào kèm đáp án cùng tên (.toml hoặc .json)."


def evaluate(folder: Path) -> list[Score]:
    """The score of each paper, by name; raises UnreadableFile when there is none, or when answers are broken."""
    if not folder.is_dir():
        raise UnreadableFile(NO_FOLDER.format(folder=folder))
    cases = cases_in(folder)
    if not cases:
        raise UnreadableFile(NO_CASES.format(folder=folder))
    return [_score(case, load_answers(case.answers)) for case in cases]


def _score(case: Case, answers: Answers) -> Score:
    """A paper that cannot be read is compared as an empty reading."""
    try:
        answer = confined(lambda: json.dumps(to_plain(read_file(case.paper))).encode())
    except UnreadableFile as error:
        score = compare(case.name, PlanReading("", Header()), answers)
        score.unreadable = error.message
        return score
    return compare(case.name, from_plain(PlanReading, json.loads(answer)), answers)
