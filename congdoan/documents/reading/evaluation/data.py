"""The measures of an evaluation as data."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from congdoan.documents.reading.evaluation.score import HEADER, ITEMS, TASK_FIELDS, Score, Tally, total


def to_data(scores: list[Score]) -> dict[str, Any]:
    """Measures of all papers together and of each; shares are between 0 and 1."""
    return {
        "papers": len(scores),
        **_measures(total(scores)),
        "by_paper": [
            {
                "name": score.name,
                "unreadable": score.unreadable,
                **_measures(score),
                "faults": [asdict(fault) for fault in score.faults],
                "silent": score.silent,
            }
            for score in scores
        ],
    }


def _measures(score: Score) -> dict[str, Any]:
    shares = {"header": score.header, "marked": score.marked}
    shares |= {name: score.tallies[name] for name in (*HEADER, *TASK_FIELDS)}
    return {
        **{name: _share(tally) for name, tally in shares.items()},
        **{name: _items(score.tallies[name]) for name in ITEMS},
        "false_doubts": score.false_doubts,
    }


def _share(tally: Tally) -> dict[str, float]:
    return {"right": tally.right, "of": tally.wanted, "share": round(tally.recall, 4)}


def _items(tally: Tally) -> dict[str, float]:
    return {
        **asdict(tally),
        "precision": round(tally.precision, 4),
        "recall": round(tally.recall, 4),
        "f1": round(tally.f1, 4),
    }
