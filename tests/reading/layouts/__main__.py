"""`python -m tests.reading.layouts [SEEDS] [LAYOUT]`: the measures of each layout, then what is wrong in it."""

from __future__ import annotations

import sys

from congdoan.documents.reading.evaluation.score import Score, total
from tests.reading.layouts.measure import LAYOUTS, scores


def _line(name: str, papers: list[Score]) -> str:
    whole = total(papers)
    shares = [whole.tallies[kind].recall for kind in ("lead", "cooperating", "due")]
    wrong = len(whole.faults)
    said = sum(fault.marked for fault in whole.faults)
    measures = " ".join(f"{share:8.1%}" for share in (whole.tallies["tasks"].f1, *shares))
    return f"{name:22}{measures}{said:6}/{wrong:<5}{whole.false_doubts / len(papers):5.1f}"


def main(seeds: int = 12, only: str = "") -> None:
    chosen = tuple(layout for layout in LAYOUTS if only in layout.__name__)
    read = list(scores(range(seeds), chosen))
    print(f"{'':22}{'tasks':>8} {'lead':>8} {'coop':>8} {'due':>8}  said/wrong needless")
    for layout in chosen:
        print(_line(layout.__name__, [score for of, _, score in read if of is layout]))
    print(_line("all", [score for _, _, score in read]))
    for _, seed, score in read if only else ():
        for fault in score.faults:
            print(f"{seed:3} {'said' if fault.marked else '    '} {fault.measure}: {fault.wanted} <> {fault.found}")


if __name__ == "__main__":
    main(*(int(one) if one.isdigit() else one for one in sys.argv[1:]))  # type: ignore[arg-type]
