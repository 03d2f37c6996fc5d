"""Draws the work of a paper from a seed: what is done, who leads, who helps, by when."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent.parent
BODIES = tuple((_FOLDER / "bodies.txt").read_text("utf-8").splitlines())
WORKS = tuple((_FOLDER / "works.txt").read_text("utf-8").splitlines())
"""Beginnings of tasks in papers of `cases/` that say neither who nor when."""
TOPICS = (
    "Công tác tuyên truyền, giáo dục", "Công tác tổ chức, cán bộ", "Chăm lo, bảo vệ người lao động",
    "Công tác kiểm tra, giám sát", "Phát triển đoàn viên, thành lập công đoàn cơ sở", "Tài chính, tài sản",
    "Phong trào thi đua", "Chuyển đổi số", "An toàn, vệ sinh lao động", "Nữ công và bình đẳng giới",
)  # fmt: skip
DAYS = (
    ("trước ngày 30/6/2024", "30/6/2024", "2024-06-30"),
    ("trong quý II/2024", "Quý II/2024", "2024-06-30"),
    ("trong tháng 9/2024", "Tháng 9/2024", "2024-09-30"),
    ("chậm nhất ngày 15/11/2024", "Trước 15/11/2024", "2024-11-15"),
    ("xong trước ngày 20/10/2024", "Trước ngày 20/10/2024", "2024-10-20"),
    ("hằng quý", "Hằng quý", "quarterly"),
    ("thường xuyên", "Thường xuyên", "ongoing"),
)
"""How a sentence says it, how a cell or a line says it, and what it means."""


@dataclass(frozen=True, slots=True)
class Item:
    """One task with the bodies and the day that a paper gives it."""

    work: str
    lead: str
    helper: str
    said: str
    cell: str
    due: str


@dataclass(slots=True)
class Page:
    """The lines under "II. NỘI DUNG" and under "III. TỔ CHỨC THỰC HIỆN", and the right answers."""

    rng: random.Random
    lines: list[str] = field(default_factory=list)
    hand: list[str] = field(default_factory=list)
    wanted: list[dict[str, Any]] = field(default_factory=list)
    works: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)

    def item(self, lead: str = "", helper: str = "") -> Item:
        """A task of its own; nothing is drawn twice on a page."""
        if not self.works:
            self.works = self.rng.sample(WORKS, len(WORKS))
        said, cell, due = self.rng.choice(DAYS)
        return Item(self.works.pop(), lead or self.body(), helper or self.body(), said, cell, due)

    def body(self) -> str:
        if not self.bodies:
            self.bodies = self.rng.sample(BODIES, len(BODIES))
        return self.bodies.pop()

    def topics(self, count: int) -> list[str]:
        return self.rng.sample(TOPICS, count)

    def want(self, item: Item, *, lead: bool = True, helper: bool = False, due: bool = False) -> None:
        """Note what the page says of `item`."""
        self.wanted.append(
            {
                "text": item.work,
                "lead": [item.lead] if lead else [],
                "cooperating": [item.helper] if helper else [],
                "due": item.due if due else None,
                "product": None,
            }
        )

    def pick(self, *forms: str) -> str:
        return self.rng.choice(forms)
