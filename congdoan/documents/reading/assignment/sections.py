"""Finds the sections that a reference means."""

from __future__ import annotations

from dataclasses import dataclass, field

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.references import BULLETS, ORDINALS, Reference
from congdoan.documents.reading.layout.markers import NAMED
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.outline.parts import CONTENTS, FACTS, IMPLEMENTATION, UNKNOWN

_ABOUT = re.compile(r"\s*(?:lien quan den|ve|trong linh vuc|thuoc linh vuc)\s([^.;]{4,160})")
_BY_TOPIC = re.compile(
    r"(?:chu tri|phu trach|dam nhan)(?![a-z])[^.;:]{0,120}?"
    r"\s(?:nhiem vu|noi dung|giai phap|phan viec|cong viec)(?=\s(?:lien|ve|t))"
)
TITLED = "title"
"""The word of a section called by its title around another: "điểm a, nhóm nhiệm vụ về giám sát"."""
WORK = frozenset({"viec", "cong viec"})
"""Words that count the work itself, not the sections it stands in."""
_LEAST_THROUGH = 4
_WORD_KINDS = {"phan": ("phan", "roman", "capital"), "chuong": ("chuong",), "dieu": ("dieu",), "phu luc": ("annex",),
    "muc": ("muc",)}  # fmt: skip


@dataclass(slots=True)
class Sections:
    """Numbered blocks by their printed label and by the ends of their section number.

    `named`: "Nhóm nhiệm vụ 1" by its word and number. `below`: for a label and its
    word, the blocks so called by the identity of each block above them. `through`: work whose numbers run on through
    the whole paper, so that "việc 5" means one of it. `titled`: those that words call by their titles.
    """

    by_label: dict[str, list[Block]] = field(default_factory=dict)
    by_path: dict[str, list[Block]] = field(default_factory=dict)
    headings: list[tuple[str, Block]] = field(default_factory=list)
    named: dict[tuple[str, str], list[Block]] = field(default_factory=dict)
    below: dict[tuple[str, str], dict[int, list[Block]]] = field(default_factory=dict)
    through: dict[str, list[Block]] = field(default_factory=dict)
    titled: dict[str, Block] = field(default_factory=dict)

    @classmethod
    def of(cls, blocks: list[Block], folded: str) -> Sections:
        sections = cls()
        sections.headings = [
            (folded[block.body : block.end], block)
            for block in blocks
            if block.part == CONTENTS and (block.is_heading or (block.is_numbered and block.children))
        ]
        counted: list[Block] = []
        for block in blocks:
            if block.marker is not None and block.marker.kind.startswith(NAMED):
                word = block.marker.kind.removeprefix(NAMED)
                sections.named.setdefault((word, block.marker.label), []).append(block)
            if not block.is_numbered or block.marker is None:
                continue
            sections.by_label.setdefault(block.marker.label.lower(), []).append(block)
            if block.part == CONTENTS and block.marker.kind == "arabic" and not block.annex:
                counted.append(block)
            parts = block.number.lower().removeprefix("điều ").removeprefix("phụ lục ").split(".")
            for at in range(len(parts)):
                sections.by_path.setdefault(".".join(parts[at:]), []).append(block)
        sections.through = _numbered_through(counted)
        return sections

    def about(self, words: str) -> list[Block]:
        """The sections that words like "về kinh tế, đô thị và văn hóa, xã hội" name by their headings."""
        found = _ABOUT.match(words)
        topics = [topic.strip(" .;") for topic in re.split(r", | va ", found[1])] if found else []
        named = [block for title, block in self.headings if any(len(topic) > 4 and topic in title for topic in topics)]
        return [block for block in named if not any(block is not other and block.under(other) for other in named)]

    def by_topic(self, folded: str, start: int, end: int) -> list[Block]:
        """The sections that "chủ trì các nhiệm vụ về nhân lực" means."""
        named = _BY_TOPIC.search(folded, start, end)
        return self.about(folded[named.end() : end]) if named else []

    def find(self, reference: Reference, near: Block | None = None) -> list[tuple[str, list[Block]]]:
        """For each label, the blocks that it can mean, the likely ones only, those beside or under `near` first."""
        around = self._around(reference, near)
        return [(label, self._blocks(label, reference.word, around, near)) for label in reference.labels]

    def _around(self, reference: Reference, near: Block | None) -> list[Block] | None:
        """The blocks within which to look; None means everywhere."""
        inside: list[Block] | None = None
        for word, label in reversed(reference.within):
            inside = self._blocks(label, word, inside, near)
        return inside

    def _blocks(self, label: str, word: str, inside: list[Block] | None, near: Block | None) -> list[Block]:
        if word == TITLED:
            return [self.titled[label]]
        if word in BULLETS:
            return _line(inside, label)
        label = _spelled(label)
        named = self._named(word, label) or (self.through.get(label, []) if word in WORK else [])
        if named or (word in WORK and "." not in label):
            return named if inside is None else [block for block in named if any(map(block.under, inside))]
        found = self.by_label.get(label) or self.by_path.get(label, [])
        kinds = _WORD_KINDS.get(word)
        if kinds:
            exact = [block for block in found if block.marker and block.marker.kind == kinds[0]]
            found = (
                exact
                or [block for block in found if block.marker and block.marker.kind in kinds]
                or ([] if word in ("dieu", "phu luc") else found)
            )
        if inside is not None:
            found = self._within(inside, label, word, found)
        return _likely(found, near)

    def _named(self, word: str, label: str) -> list[Block]:
        """The groups that a word and a number name: "nhóm 1" is "Nhóm nhiệm vụ 1" too."""
        if word == "nhom":
            groups = (blocks for (of, number), blocks in self.named.items() if number == label and of.startswith(word))
            return next(groups, [])
        return self.named.get((word, label), [])

    def _within(self, inside: list[Block], label: str, word: str, found: list[Block]) -> list[Block]:
        """Those of the found that stand under others; a long paper asks often, so what is above each is noted once."""
        below = self.below.get((label, word))
        if below is None:
            below = self.below[label, word] = {}
            for block in found:
                for above in block.ancestors():
                    below.setdefault(id(above), []).append(block)
        return list({id(block): block for outer in inside for block in below.get(id(outer), ())}.values())


def _numbered_through(counted: list[Block]) -> dict[str, list[Block]]:
    """Those of the numbered passages that "việc 5" may mean; none where each section counts from one again."""
    numbers = [int(block.marker.label) for block in counted if block.marker and not block.children]
    if len(numbers) < _LEAST_THROUGH or sum(number == 1 for number in numbers) != 1 or numbers != sorted(numbers):
        return {}
    through: dict[str, list[Block]] = {}
    for block in counted:
        if block.marker and not block.children:
            through.setdefault(block.marker.label, []).append(block)
    return through


def _line(inside: list[Block] | None, label: str) -> list[Block]:
    """The line of a section by its place among those without a number."""
    place = ORDINALS.get(label, int(label) - 1 if label.isdigit() else None)
    lines = [child for child in inside[0].children if not child.is_numbered] if inside else []
    return [lines[place]] if place is not None and -1 <= place < len(lines) and lines else []


def _spelled(label: str) -> str:
    """ "2a" and "2.a" alike."""
    if len(label) > 1 and label[-1].isalpha() and label[-2].isdigit():
        return f"{label[:-1]}.{label[-1]}"
    return label


def _likely(found: list[Block], near: Block | None) -> list[Block]:
    """Among blocks of the same label, those among the contents; of them those beside `near`, else the highest."""
    for part in (CONTENTS, UNKNOWN, FACTS):
        inside = [block for block in found if block.part == part]
        if inside:
            found = inside
            break
    else:
        found = [block for block in found if block.part == IMPLEMENTATION] or found
    if near is None or not near.annex:
        found = [block for block in found if not block.annex] or found
    while near is not None and len(found) > 1:
        beside = [block for block in found if block.under(near)]
        if beside:
            found = beside
            break
        near = near.parent
    if len(found) < 2:
        return found
    highest = min(_height(block) for block in found)
    return [block for block in found if _height(block) == highest]


def _height(block: Block) -> int:
    height = 0
    while block.parent is not None:
        block, height = block.parent, height + 1
    return height
