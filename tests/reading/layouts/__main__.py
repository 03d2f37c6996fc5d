"""`python -m tests.reading.layouts [SEEDS] [LAYOUT]`: the measures of each layout, then what is wrong."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from congdoan.documents.reading.evaluation.score import Score, total
from tests.reading.layouts.measure import LAYOUTS, scores


def main(seeds: int, only: str) -> Iterator[str]:
    chosen = tuple(layout for layout in LAYOUTS if only in layout.__name__)
    read = list(scores(range(seeds), chosen))
    yield f"{'':22}{'tasks':>8} {'lead':>8} {'helper':>8} {'due':>8}  said/wrong needless"
    for layout in chosen:
        yield _line(layout.__name__, [score for of, _, score in read if of is layout])
    yield _line("all", [score for _, _, score in read])
    for _, seed, score in read if only else ():
        for fault in score.faults:
            yield f"{seed:3} {'said' if fault.marked else '    '} {fault.measure}: {fault.wanted} <> {fault.found}"


def _line(name: str, papers: list[Score]) -> str:
    whole = total(papers)
    shares = [whole.tallies[kind].recall for kind in ("lead", "cooperating", "due")]
    measures = " ".join(f"{share:8.1%}" for share in (whole.tallies["tasks"].f1, *shares))
    said = sum(fault.marked for fault in whole.faults)
    return f"{name:22}{measures}{said:6}/{len(whole.faults):<5}{whole.false_doubts / len(papers):5.1f}"


if __name__ == "__main__":
    given = sys.argv[1:]
    for line in main(int(given[0]) if given else 12, given[1] if len(given) > 1 else ""):
        sys.stdout.write(f"{line}\n")
