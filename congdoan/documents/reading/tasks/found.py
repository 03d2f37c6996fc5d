"""What the stages after the outline collect while they go down the paper."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.own_suffix import without_own_suffix
from congdoan.documents.reading.assignment.short_names import short_names
from congdoan.documents.reading.assignment.subject import Subject, subject_of
from congdoan.documents.reading.assignment.unit_heads import may_begin
from congdoan.documents.reading.due.cell import ONLY_A_TIME
from congdoan.documents.reading.header.casing import natural_case
from congdoan.documents.reading.layout.paper import Paper
from congdoan.documents.reading.model import Choice, Citation, Coordinator, Header, Span, Target, Warning
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.outline.tree import Tree
from congdoan.documents.reading.tasks.draft import Draft


@dataclass(slots=True)
class Found:
    """`reasons`: why a block is no task; a block without one became tasks.

    `names` and `bare` keep what was worked out before: names without the issuer's, words of tasks without marks;
    `shorts`: full names that the paper explains; `cited`: where the citations begin; `weighed`: what is doubtful
    about a body's name, by its place; `heading_times`: where a heading is or ends with a time, by its block;
    `about`: whether a block only says something of the work beside it; `cut_names`: whether a printed name may be cut.
    """

    paper: Paper
    tree: Tree
    header: Header
    citations: list[Citation]
    drafts: list[Draft] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    reasons: dict[int, str] = field(default_factory=dict)
    warnings: list[Warning] = field(default_factory=list)
    coordinator: Coordinator | None = None
    suffix: re.Pattern[str] | None = None
    names: dict[str, str] = field(default_factory=dict)
    bare: dict[int, str] = field(default_factory=dict)
    cited: list[int] = field(default_factory=list)
    weighed: dict[Span, tuple[str, ...]] = field(default_factory=dict)
    subjects: dict[tuple[int, int], Subject | None] = field(default_factory=dict)
    times: dict[int, Block] | None = None
    about: dict[int, bool] = field(default_factory=dict)
    heading_times: dict[int, tuple[int, int] | None] = field(default_factory=dict)
    shorts: dict[str, str] | None = None
    cut_names: dict[str, bool] = field(default_factory=dict)

    def warn(self, code: str, message: str, start: int, end: int, choices: tuple[Choice, ...] = ()) -> None:
        self.warnings.append(Warning(code, message, start, end, choices))

    def unit_name(self, printed: str) -> str:
        """A body's name as in running text, without that of the issuing organ."""
        known = self.names.get(printed)
        if known is None:
            if self.shorts is None:
                self.shorts = short_names(self.paper.text)
            printed_alone = _SHORT_BESIDE.sub("", printed)
            full = self.shorts.get(printed_alone.strip(), printed_alone)
            known = self.names[printed] = without_own_suffix(self._cased(full), self.suffix)
        return known

    def _cased(self, printed: str) -> str:
        """A name in capitals as the paper itself writes it elsewhere, else by the rules of Vietnamese."""
        if not printed.isupper() or " " not in printed or _SHORT.fullmatch(printed):
            return printed
        return natural_case(printed, self.paper.text, self.paper.folded)

    def citation_before(self, end: int) -> Citation | None:
        """The last mention of another paper that begins before `end`."""
        if len(self.cited) != len(self.citations):
            self.cited = [citation.start for citation in self.citations]
        at = bisect_left(self.cited, end) - 1
        return self.citations[at] if at >= 0 else None

    def time_over(self, block: Block) -> Block | None:
        """The last line before `block`, in the same section, that is only a time: "QUÝ I"; until another such line."""
        if self.times is None:
            self.times = {}
            for over in [None, *self.tree.blocks]:
                last = None
                for child in over.children if over else self.tree.tops:
                    if _heads(self, child):
                        last = child if _is_a_time(self, child) else None
                    elif last is not None:
                        self.times[child.at] = last
                        last = _time_at_end(self, child) or last
        return self.times.get(block.at)

    def subject(self, start: int, end: int) -> Subject | None:
        """Who the passage from `start` to `end` is about; asked for often, worked out once."""
        key = (start, end)
        if key not in self.subjects:
            self.subjects[key] = self._subject_in_capitals(start, end) or subject_of(self.paper.text, start, end)
        return self.subjects[key]

    def _subject_in_capitals(self, start: int, end: int) -> Subject | None:
        """Whom a heading in capitals is about, its words cased by rule without a look at the text."""
        printed = self.paper.text[start:end]
        if not printed.isupper() or not 0 < printed.count(" ") < _LONGEST_IN_CAPITALS:
            return None
        if not (may_begin(printed.partition(" ")[0].lower()) or printed.startswith(_ABOUT_BODIES)):
            return None
        cased = natural_case(printed, "", "")
        subject = subject_of(cased, 0, len(cased)) if len(cased) == len(printed) else None
        return subject.moved(start, self.paper.text) if subject else None

    def words(self, block: Block) -> str:
        """The folded words of a block, without its marker."""
        return self.paper.folded[block.body : block.end]

    def drop(self, block: Block, reason: str) -> None:
        self.reasons[block.at] = reason


def _heads(found: Found, block: Block) -> bool:
    """Whether it is a line without a number that stands over what follows it: a few words without an end."""
    is_line = block.marker is None and block.columns is None and block.end - block.body < _LONGEST_HEADING
    return is_line and not found.words(block).endswith((".", ";", ","))


def _is_a_time(found: Found, block: Block) -> bool:
    return ONLY_A_TIME.fullmatch(found.words(block).strip(" .:")) is not None


def _time_at_end(found: Found, block: Block) -> Block | None:
    """The last line below `block`, when it is only a time: it stands over what comes next, as one before it did."""
    while block.children:
        block = block.children[-1]
        if _heads(found, block) and _is_a_time(found, block):
            return block
    return None


_LONGEST_HEADING = 40
_ABOUT_BODIES = ("ĐỐI VỚI ", "TRÁCH NHIỆM ", "NHIỆM VỤ ", "GIAO ", "RIÊNG ", "ĐỀ NGHỊ ", "PHÂN CÔNG ", "YÊU CẦU ")
_LONGEST_IN_CAPITALS = 24
"""Words of a heading in capitals that may be looked at as a name."""
_SHORT_BESIDE = re.compile(r"\s\([A-ZĐ]{2,6}\)$")
""" "Phòng Kiểm tra chất lượng (KCS)"."""
_SHORT = re.compile(
    r"(?:[A-ZĐ]{2,5}|[A-ZĐ]{2,5}(?:\s?[&-]\s?[A-ZĐ]{2,5})+)(?:\s(?:[A-ZĐ]{2,5}|[&-]|[A-ZĐ]{2,5}(?:[&-][A-ZĐ]{2,5})+))*"
)
""" "VP HĐND&UBND", "BTV LĐLĐ": letters that stand for words."""
