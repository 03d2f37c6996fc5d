"""Papers with their answers beside them, in one folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ANSWERS = (".toml", ".json")


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    paper: Path
    answers: Path


def cases_in(folder: Path) -> list[Case]:
    """Every paper of `folder` beside which a file of the same stem holds the answers, by name."""
    files = sorted(path for path in folder.iterdir() if path.is_file())
    answers = {path.stem: path for path in files if path.suffix in ANSWERS}
    papers = [path for path in files if path.suffix not in ANSWERS and path.stem in answers]
    return [Case(_name(paper, papers), paper, answers[paper.stem]) for paper in papers]


def _name(paper: Path, papers: list[Path]) -> str:
    """The stem; with its extension when one answer holds for several forms of the paper."""
    return paper.stem if sum(other.stem == paper.stem for other in papers) == 1 else paper.name
