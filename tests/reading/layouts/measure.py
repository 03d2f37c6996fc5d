"""Writes a paper in a layout and compares what is read with what was drawn."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from congdoan.documents.reading.evaluation.answers import Answers
from congdoan.documents.reading.evaluation.compare import compare
from congdoan.documents.reading.evaluation.score import Score
from congdoan.documents.reading.reader import read_text
from tests.reading.layouts import handed, headings, lines, tables
from tests.reading.layouts.draw import Page

Layout = Callable[[Page], None]
LAYOUTS: tuple[Layout, ...] = (*tables.LAYOUTS, *headings.LAYOUTS, *lines.LAYOUTS, *handed.LAYOUTS)
_OF_TASKS = frozenset({"tasks", "lead", "cooperating", "due"})
_PAPER = """LIÊN ĐOÀN LAO ĐỘNG TỈNH KON TUM
Số: 45/KH-LĐLĐ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Kon Tum, ngày 12 tháng 3 năm 2024

KẾ HOẠCH
Công tác năm 2024

I. MỤC ĐÍCH, YÊU CẦU
Nâng cao chất lượng công tác.

II. NỘI DUNG
{lines}
{hand}
Nơi nhận:
- Như trên;
- Lưu: VT.
"""


def written(layout: Layout, seed: int) -> tuple[str, Answers]:
    """A paper of one seed in one layout, and the right answers."""
    page = Page(random.Random(f"{layout.__name__} {seed}"))
    layout(page)
    hand = "\nIII. TỔ CHỨC THỰC HIỆN\n" + "\n".join(page.hand) + "\n" if page.hand else ""
    text = _PAPER.format(lines="\n".join(page.lines), hand=hand)
    return text, Answers({}, [], page.wanted, None, frozenset(), whole=False)


def scores(seeds: range, layouts: tuple[Layout, ...] = LAYOUTS) -> Iterator[tuple[Layout, int, Score]]:
    """The score of every layout in every seed; only what concerns tasks counts as wrong."""
    for layout in layouts:
        for seed in seeds:
            text, answers = written(layout, seed)
            score = compare(layout.__name__, read_text(text), answers)
            score.faults = [fault for fault in score.faults if fault.measure in _OF_TASKS]
            yield layout, seed, score
