"""Clauses that only say who has which sections, in any order of words: "Mục 1 - Ban Tổ chức; riêng 1.2 Văn phòng"."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.clause import refers_back
from congdoan.documents.reading.assignment.cooperating import with_helpers
from congdoan.documents.reading.assignment.handing import Handing
from congdoan.documents.reading.assignment.parties import are_all_parties
from congdoan.documents.reading.assignment.references import BARE, Reference
from congdoan.documents.reading.assignment.said import ROLE
from congdoan.documents.reading.assignment.units import Unit, units_from
from congdoan.documents.reading.model import Span
from congdoan.documents.reading.outline.blocks import Block

NOTHING = re.compile(
    r"[\s,.:()\[\]–—\-+*•/|→>=&]+"
    r"|(?:và|các|những|toàn bộ|tất cả|trọn|cả|chính|chung|nội dung|nhiệm vụ|công việc|việc|phần việc|phần|nêu"
    r"|ghi|quy định"
    r"|tại|của|thuộc|trong|ở|(?:kế hoạch|chương trình|đề án|quyết định|thông báo) này|như sau|cụ thể(?: là)?|đối với"
    r"|kèm theo|đính kèm"
    r"|trực tiếp|tiếp tục|về|theo thứ tự|là|sẽ|thì|kiêm|luôn|thêm|nữa|trách nhiệm|nhận|lo|gánh|quán xuyến|nắm|giữ"
    r"|được giao|được phân công|có|từ|đến)(?!\w)",
    re.IGNORECASE,
)
""" Words that say nothing where only sections and bodies are named."""
_MANY = re.compile(r"các|những|toàn bộ|tất cả", re.IGNORECASE)
""" "Các | CĐCS thực hiện mục 3": before a body it is part of the name."""
_TOGETHER = re.compile(r"cùng (?:thực hiện|làm)(?!\w)", re.IGNORECASE)
_CUT = re.compile(r";|(?:riêng|còn(?! lại)|trong đó)(?!\w)", re.IGNORECASE)
_LABELS = re.compile(
    r"\(?(?P<first>[ivx]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-z])\)?(?=[\s,;.:)]|$)(?![.,]\d|\)?\s(?:nguoi|ngay|trieu|%))"
)
_ALONE = re.compile(r"(?:^|[:,;(–-]|(?<!\w)(?:và|riêng))\s*$", re.IGNORECASE)
""" "Ban Chính sách: 2.1; 3": what stands before a number that is a section's without a word for it."""
_AROUND = re.compile(r"(?:phần|chương|mục|điều|khoản|phụ lục)\s(?:thứ\s)?(?:[IVX]{1,5}|\d{1,2})(?!\w)", re.IGNORECASE)
""" "mục 1 và mục 2 | phần II": where the sections before it stand."""
_LONGEST = 600
"""Characters that such a passage takes at most."""


class _Word(NamedTuple):
    """What a stretch of the passage is.

    `kind`: "section", "bodies", "cut", "but" (a cut before an exception), "lead", "help" (of what is before it),
    "help_by" (of the bodies after it), "help_in" (the sections after it); "" where it says nothing.
    """

    kind: str
    end: int
    units: list[Unit] = []
    reference: Reference | None = None
    together: bool = False


@dataclass(slots=True)
class _Share:
    """`units` have `references`; `named`: they are named beside these, not carried over from words before.

    `help_in`: sections in which they only help; `only_helped`: "riêng mục 3 có Văn phòng phối hợp" says nothing else.
    """

    units: list[Unit] = field(default_factory=list)
    helpers: list[Unit] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    named: bool = False
    help_in: list[Reference] = field(default_factory=list)
    only_helped: bool = False


def shared_out(handing: Handing, owner: list[Unit], start: int, end: int) -> list[Unit] | None:
    """Assign the sections of a passage that says nothing but who has which; the bodies named last, else None.

    `owner`: the bodies of words before it.
    """
    if (
        end - start > _LONGEST
        or refers_back(handing.found.paper.folded[start:end])
        or not (handing.references(start, end) or (owner and _LABELS.match(handing.found.paper.folded, start, end)))
    ):
        return None
    shares = _read_shares(handing, owner, handing.references(start, end), start, end)
    if shares is None and (parts := _by_part(handing, start, end)):
        shares = _read_shares(handing, owner, parts, start, end)
    if shares is None:
        return None
    for share in shares:
        leads, beside = with_helpers(handing.found.paper.text, share.units)
        leads = [] if share.only_helped and share.helpers else leads
        if are_all_parties(share.units) and share.help_in:
            share.references, share.help_in = [*share.references, *share.help_in], []
        handing.assign(leads, [*beside, *share.helpers], Span(start, end), share.references)
        handing.assign([], share.units, Span(start, end), share.help_in)
    return shares[-1].units


_WORD_OF_SECTION = r"(?:muc|khoan|diem|phan|nhiem vu|noi dung|viec)\s(?:so\s)?(?:\d{1,2}|[a-e]|[ivx]{1,4})(?![a-z\d/%])"
_SECTIONS = re.compile(rf"(?<![\d/.])\d{{1,2}}\.\d{{1,2}}(?![\d/%])|(?<![a-z]){_WORD_OF_SECTION}")
_POINTED, _WORDED = re.compile(r"\d\.\d"), re.compile(_WORD_OF_SECTION)
"""In whatever _SECTIONS matches one of the two, and sooner not found: the search passes over most letters at once."""


def _may_name_sections(words: str) -> bool:
    """A quick no for most lines: a look for these is quicker than reading the words."""
    return bool((_WORDED.search(words) or _POINTED.search(words)) and _SECTIONS.search(words))


def only_shares_out(handing: Handing, block: Block) -> bool:
    """Whether a line among the contents says nothing but who has which sections: "Ban A chủ trì 3.1; 3.2: Ban B"."""
    words = handing.found.words(block)
    if block.is_numbered or block.is_heading or block.columns or block.children or not _may_name_sections(words):
        return False
    handing.near, handing.near_depth = block.parent, -1
    return shared_out(handing, [], block.body, block.end) is not None


def _read_shares(
    handing: Handing, owner: list[Unit], references: list[Reference], start: int, end: int
) -> list[_Share] | None:
    words = _words(handing, references, start, end)
    shares = _shares(words, owner) if words else None
    whole = shares and all(share.units and (share.references or share.help_in) for share in shares)
    return shares if whole else None


def _by_part(handing: Handing, start: int, end: int) -> list[Reference]:
    """The sections of each part by itself: "... mục 2; mục 3 giao Văn phòng" begins anew after the semicolon."""
    stops = [at for at in range(start, end) if handing.found.paper.text[at] == ";"]
    parts = pairwise([start, *(stop + 1 for stop in stops), end])
    return [one for first, last in parts for one in handing.references(first, last)] if stops else []


def _shares(words: list[_Word], owner: list[Unit]) -> list[_Share] | None:
    """Bodies and sections put together, one stretch between two cuts after the other; None where they do not go so."""
    shares: list[_Share] = []
    begin = 0
    for at in [*(at for at, word in enumerate(words) if word.kind in ("cut", "but")), len(words)]:
        stretch, before = _with_roles(words[begin:at]), words[begin - 1].kind if begin else ""
        begin = at + 1
        if stretch is None:
            return None
        more = _of_stretch(stretch, owner)
        if more == []:
            continue
        if more is None:
            return None
        if shares and len(more) == 1 and not (more[0].references or more[0].help_in or more[0].named):
            shares[-1].helpers += more[0].helpers
            continue
        more[0].only_helped = not more[0].named and before == "but"
        shares += more
        owner = more[-1].units if more else owner
    return shares


def _with_roles(words: list[_Word]) -> list[_Word] | None:
    """The words without those of roles; who helps becomes "helpers" or "beside" (the lead of what follows), where
    somebody helps "helped".
    """
    plain: list[_Word] = []
    helps = False
    for word in words:
        if word.kind == "help_in" and [one.kind for one in plain[-2:]] == ["bodies", "bodies"]:
            plain[-1] = plain[-1]._replace(kind="beside")
        elif word.kind in ("help_by", "help_in", "lead"):
            helps = word.kind != "lead"
        elif word.kind == "help" and _is_shared(plain, word):
            continue
        elif word.kind == "help":
            if not plain or plain[-1].kind not in ("bodies", "section"):
                return None
            others = plain[-1].units[1:]
            if others and not any(one.kind == "bodies" for one in plain[:-1]):
                plain[-1] = plain[-1]._replace(units=plain[-1].units[:1])  # "mục 2: Ban Chính sách, Văn phòng phối hợp"
                plain.append(_Word("helpers", word.end, others))
                continue
            plain[-1] = plain[-1]._replace(kind="helpers" if plain[-1].units else "helped")
        elif helps and word.kind == "section":
            plain.append(word._replace(kind="helped"))
        else:
            plain.append(word._replace(kind="helpers") if helps else word)
            helps = False
    return plain


def _is_shared(before: list[_Word], word: _Word) -> bool:
    """ "Ban Tuyên giáo và Văn phòng cùng thực hiện mục 1": of several bodies before the word all do it."""
    return word.together and bool(before) and before[-1].kind == "bodies" and len(before[-1].units) > 1


def _of_stretch(words: list[_Word], owner: list[Unit]) -> list[_Share] | None:
    if not words:
        return []
    kinds = [word.kind for word in words]
    first_section = kinds.index("section") if "section" in kinds else len(kinds)
    section_first = "bodies" in kinds and first_section < kinds.index("bodies")
    shares = [_Share([] if section_first else list(owner))]
    parted = False
    for word in words:
        now = shares[-1]
        if word.kind in ("helpers", "beside"):
            now.helpers += word.units
            parted = parted or word.kind == "helpers"
        elif word.kind == "helped" and word.reference:
            now.help_in.append(word.reference)
        elif word.kind == "section" and word.reference:
            if parted and not section_first:
                return None  # "chủ trì mục 2, phối hợp với Ban Tài chính thực hiện mục 6"
            if section_first and now.named:
                shares.append(_Share())
            shares[-1].references.append(word.reference)
        elif now.named and (section_first or not (now.references or now.help_in)):
            return None
        elif (now.references or now.help_in) and not section_first:
            shares.append(_Share(word.units, named=True))
        else:
            now.units, now.named = word.units, True
    return shares


def has_unknown_words(handing: Handing, start: int, end: int) -> bool:
    """Whether words stand between two places that are neither bodies nor roles, sections or words that say nothing."""
    references = {reference.start: reference for reference in handing.references(start, end)}
    count, at = 0, start
    text = handing.found.paper.text
    while at < end and count < _FEW:
        beside = None if at in references else _BESIDE.match(text, at, end)
        word = None if beside else _word(handing, references, at, end)
        count += beside is None and word is None
        after = beside.end() if beside else word.end if word else text.find(" ", at, end) + 1
        at = after if after > at else end
    return count >= _FEW


_FEW = 2
"""Words that may stand beside sections and bodies without saying which part of them is meant."""
_BESIDE = re.compile(
    r"[“\"«][^”\"»]{0,200}[”\"»]|(?:(?:trực tiếp )?(?:chỉ đạo|lãnh đạo|theo dõi|hướng dẫn|kiểm tra|giám sát)"
    r"|(?:cơ quan|đơn vị|bộ phận) thường trực|thường trực|còn lại|mục|thứ nhất|đồng thời|theo chức năng|khác)(?!\w)"
    r"|(?:kế hoạch|chương trình|đề án|nghị quyết|chỉ thị)(?: này)?(?!\w)",
    re.IGNORECASE,
)
"""Words beside sections that say nothing of which part of them is meant; quoted words are found by themselves."""


def _words(handing: Handing, named: list[Reference], start: int, end: int) -> list[_Word] | None:
    """All that the passage consists of; None when other words stand in it. `named`: the sections in it."""
    references = {reference.start: reference for reference in named}
    words: list[_Word] = []
    at = start
    while at < end:
        word = _word(handing, references, at, end)
        if word is None:
            return None
        words += [word] if word.kind else []
        at = word.end
    return words if any(word.kind == "section" for word in words) else None


def _word(handing: Handing, references: dict[int, Reference], at: int, end: int) -> _Word | None:
    text = handing.found.paper.text
    if at in references:
        return _section(references[at], references)
    if cut := _CUT.match(text, at, end):
        return _Word("cut" if cut.group() == ";" else "but", cut.end())
    if around := _AROUND.match(text, at, end):
        inside = next((start for start in references if at < start < around.end()), None)
        return _Word("", around.end()) if inside is None else _section(references[inside], references)
    if role := ROLE.match(text, at, end):
        stop = min((start for start in references if at < start < role.end()), default=role.end())
        if not role["help"]:
            return _Word("lead", stop)
        if _TOGETHER.match(role.group()):
            return _Word("help", stop, together=True)
        after = text[stop : stop + 1]
        if after in ("", ".", ";", ",", ")"):
            return _Word("help", stop)
        return _Word("help_by" if role.group().endswith(("với", "cùng")) or after == ":" else "help_in", stop)
    nothing = NOTHING.match(text, at, end)
    if nothing and not _MANY.fullmatch(nothing.group()):
        return _Word("", nothing.end())
    units, stop = units_from(text, at, min((start for start in references if start > at), default=end))
    if units:
        return _Word("bodies", stop, units)
    return _Word("", nothing.end()) if nothing else _label(handing, at, end)


def _section(reference: Reference, others: dict[int, Reference]) -> _Word:
    """A section, up to the next one: "ý thứ hai của mục 2 và | mục 1 phần II" share what stands around them."""
    end = min((start for start in others if reference.start < start < reference.end), default=reference.end)
    return _Word("section", end, reference=reference)


def _label(handing: Handing, at: int, end: int) -> _Word | None:
    """A section by its number alone: "Ban Chính sách: 2.1; 3"."""
    alone = _ALONE.search(handing.found.paper.text[max(0, at - 8) : at]) is not None
    label = _LABELS.match(handing.found.paper.folded, at, end) if alone else None
    bare = Reference(BARE, [label["first"]], at, label.end(), []) if label else None
    known = bare is not None and all(blocks for _, blocks in handing.sections.find(bare))
    return _section(bare, {}) if bare and known else None
