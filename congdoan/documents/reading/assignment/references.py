"""References to sections: "mục 2.2, 2.3", "từ mục 1 đến mục 3", "điểm a khoản 2 mục II", "các nội dung còn lại"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.extract.number_words import roman
from congdoan.documents.reading.layout.fold import fold

_LABEL = (
    r"(?:[ivxlc]{1,6}(?:\.\d{1,2}(?:\.\d{1,2})*)?(?:\.[a-z](?![a-z]))?"
    r"|\d{1,3}(?:\.\d{1,2})*(?:\.?[a-z](?![a-z]))?|[a-h](?:\.\d{1,2}){1,3}|[a-z](?![a-z])"
    r"|(?:nhat|hai|ba|tu|nam|sau|bay|tam|dau tien|dau|cuoi cung|cuoi)(?![a-z]))(?![\w%]|\.\d|/\w)"
)
ORDINALS = {"nhat": 0, "dau tien": 0, "dau": 0, "hai": 1, "ba": 2, "tu": 3, "nam": 4, "sau": 5, "bay": 6, "tam": 7,
    "cuoi cung": -1, "cuoi": -1}  # fmt: skip
_BY_WORDS = ("phan", "chuong")
_COUNTED = ("nhom nhiem vu", "nhom giai phap", "nhom cong viec", "nhom viec", "nhom noi dung", "nhom")
""" "Nhóm nhiệm vụ thứ hai"."""
_COUNTED_TH = ("nhiem vu", "noi dung", "giai phap")
""" "Nhiệm vụ thứ năm", while "nhiệm vụ năm sau" is that of a year."""
BULLETS = frozenset({"y", "gach dau dong", "gach"})
"""What counts the lines that have no number: "ý thứ hai của mục 3"."""
SECTION_WORD = (
    r"tieu muc|cac muc|muc|phan|khoan|diem|tiet|dieu|chuong|phu luc|nhiem vu|noi dung|so thu tu"
    r"|stt|thu tu|dong|y|nhom nhiem vu|nhom giai phap|nhom cong viec|nhom viec|nhom noi dung|nhom|hop phan"
    r"|cong viec|viec|dot|hoat dong|giai phap|gach dau dong|gach"
)
"""What comes before a section's number."""
_REFERENCE = re.compile(
    rf"(?<![a-z0-9])(?P<word>{SECTION_WORD})\s(?:(?:so|thu|con|cac|so thu tu|tai|muc|tu)\s){{0,2}}"
    rf"(?P<labels>\(?{_LABEL}\)?"
    rf"(?:\s?(?:,\s?(?:va\s)?|;\s?|\sva\s|\s?-\s?|\sden\s|\stoi\s|&\s?)(?:(?:{SECTION_WORD})\s)?(?:(?:so|thu)\s)?\(?{_LABEL}\)?)*)"
)
_PART = re.compile(
    rf"(?P<link>,|;|va|-|den|toi|&)?\s?(?:(?P<word>{SECTION_WORD})\s)?(?:(?:so|thu)\s)?\(?(?P<label>{_LABEL})\)?"
)
_LINK = re.compile(r"\)?\s?[,(]?\s?(?:cua\s|thuoc\s|tai\s|trong\s|o\s|,\s)?(?:cua\s)?$")
REMAINDER = re.compile(
    r"(?<=[;,.] )con lai(?=,? (?:do|giao|thuoc)\s)"
    r"|(?:(?:cac|nhung|moi|toan bo|tat ca)\s)?(?:cac\s)?(?:noi dung|nhiem vu|muc|phan viec|cong viec"
    r"|phan|viec|giai phap|hoat dong)(?:,?\s(?:nhiem vu|cong viec))?\s(?:khac\s)?(?:con lai"
    r"|khac(?=\s?:|\s(?:do|giao|thuoc)\s|[.;]?$|\s(?:trong|cua|tai)\s(?:ke hoach|chuong trinh)(?:\snay)?[.,;\s])"
    r"|(?:cap [a-z ]{2,12}\s)?(?:khong|chua"
    r"|ngoai)\s(?:duoc\s)?(?:giao|phan cong|neu(?= (?:ro )?(?:don vi|co quan|bo phan|nguoi|ai))"
    r"|ghi(?= (?:ro )?(?:don vi|co quan"
    r"|bo phan|nguoi|ai))|co(?= (?:don vi|co quan|nguoi) (?:chu tri|phu trach"
    r"|thuc hien)))[^,.;]*?(?=[,.;]|$|\s(?:do|giao|thi)\s"
    rf"|\s(?:tai|o|trong|thuoc|cua)\s(?:cac\s)?(?:{SECTION_WORD})\s))"
)
_DEPTH = {
    "phu luc": 0, "phan": 1, "chuong": 1, "cac muc": 2, "muc": 2, "dieu": 2, "tieu muc": 3, "nhom nhiem vu": 3,
    "nhom": 3, "nhom giai phap": 3, "nhom cong viec": 3, "nhom viec": 3, "nhom noi dung": 3,
    "hop phan": 3, "cong viec": 4, "viec": 4,
    "khoan": 3, "nhiem vu": 4, "noi dung": 4, "so thu tu": 4, "stt": 4, "thu tu": 4, "dong": 4, "diem": 5, "y": 6,
    "tiet": 6, "so": 2, "dot": 4, "hoat dong": 4, "giai phap": 4, "gach dau dong": 6, "gach": 6,
}  # fmt: skip


def depth_of(word: str) -> int:
    """How deep in a paper what the word counts stands: parts 1, points 5."""
    return _DEPTH[word]


@dataclass(slots=True)
class Reference:
    """`labels`: sections side by side; `within`: labels of the sections around them, innermost first.

    `repeated`: the word stands before each label ("khoản 1 và khoản 2").
    """

    word: str
    labels: list[str]
    start: int
    end: int
    within: list[tuple[str, str]]
    ranged: bool = False
    repeated: bool = False


def references_in(text: str, folded: str, start: int, end: int) -> list[Reference]:
    """The sections that a clause names, in order."""
    found: list[Reference] = []
    for match in _named(text, folded, start, end):
        if _is_ordinal(match["labels"]) and not _counts(match, folded):
            continue
        first = text[match.start("labels") : match.start("labels") + 4].lstrip("(")[:2]
        if not first[:1].isascii() and first[:1].lower() != "đ":
            continue  # "các việc ở Phụ lục II"
        if (
            not _is_ordinal(match["labels"])
            and first[:1].islower()
            and first[1:2].isalpha()
            and match["word"] not in ("diem", "tiet", *BULLETS)
        ):
            continue
        for reference in _split(match, text):
            before = found[-1] if found else None
            if before is not None and _contains(before, reference, folded):
                before.within.append((reference.word, reference.labels.pop(0)))
                before.end = reference.end
                if reference.labels:
                    found.append(reference)
            else:
                found.append(reference)
    if len(found) > 1:
        _share_around(found)
        found = _from_outside(found, folded)
    return found


_INTO = re.compile(r",?\s|\s?\(")
_OUTER = frozenset(("phu luc", "phan", "chuong", "muc", "dieu", "khoan"))


def _from_outside(found: list[Reference], folded: str) -> list[Reference]:
    """ "Phần thứ nhất, mục I, điểm 2", "mục I (điểm 1, 2) phần II": the section around may come first."""
    kept: list[Reference] = []
    for reference in found:
        around = kept[-1] if kept else None
        if around is not None and _is_around(around, reference, folded[around.end : reference.start]):
            kept.pop()
            reference.within = [(around.word, around.labels[0]), *(around.within or reference.within)]
            reference.start = around.start
        kept.append(reference)
    return kept


def _is_around(outer: Reference, inner: Reference, between: str) -> bool:
    """Whether `outer` says where `inner`, which follows it, stands."""
    levels = [outer.word, *(word for word, _ in inner.within)]
    deeper = all(_DEPTH[around] < _DEPTH[within] for within, around in pairwise([inner.word, *levels]))
    single = outer.word in _OUTER and len(outer.labels) == 1 and not (outer.within and inner.within)
    return single and deeper and _INTO.fullmatch(between) is not None


def _counts(match: re.Match[str], folded: str) -> bool:
    """Whether an ordinal after the word says which section: "phần hai", "nhiệm vụ thứ hai"."""
    if match["word"] in _COUNTED_TH:
        return folded.endswith("thu ", match.end("word"), match.start("labels"))
    return match["word"] in (*BULLETS, *_BY_WORDS, *_COUNTED)


_OF_WORK = frozenset(("viec", "cong viec", "hoat dong", "noi dung", "nhiem vu", "giai phap"))
""" "Phần việc tại mục 1", "các nội dung mục 1": what is numbered is the section."""


def _named(text: str, folded: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Words and numbers of sections; "lưu động tại mục 1" names "mục 1", not a line ("dòng")."""
    match = _REFERENCE.search(folded, start, end)
    while match is not None:
        other = _is_other_word(text[match.start("word") : match.end("word")].lower())
        between = folded[match.end("word") : match.start("labels")]
        other = other or (match["word"] in _OF_WORK and between.endswith("muc "))
        if not other:
            yield match
        match = _REFERENCE.search(folded, match.end("word" if other else 0), end)


_PRINTED = {"dong": "dòng", "muc": "mục", "khoan": "khoản", "phan": "phần", "y": "ý", "dot": "đợt", "tiet": "tiết"}


def _is_other_word(printed: str) -> bool:
    """ "Điều động 12 giáo viên", "mức 500", "khoan 02 giếng": without their marks these look like a section's."""
    if printed == "y":  # "Bệnh viện Quân y 103"
        return True
    wanted = _PRINTED.get(fold(printed))
    return wanted is not None and printed != wanted and printed != fold(printed)


BARE = "so"
_PARTED = re.compile(r"\.\d")
"""In each number of several parts; a look for it is quicker than a search for such numbers."""
_BARE = re.compile(
    r"(?:(?<=[a-z]):\s|(?<=[a-z]\s)\(|(?<![a-z])(?<!viec )(?:chu tri|phu trach|phoi hop|thuc hien|dam nhan"
    r"|dam nhiem|dau moi|nhan|lam|tru|ngoai tru|rieng)"
    r"(?: thuc hien)?:?\s(?:tu\s)?)"
    r"(?P<labels>(?:[ivx]{1,5}|\d{1,2})\.\d{1,2}(?:\.\d{1,2})*(?:\s?(?:,|;|va|-|den)\s?(?:[ivx]{1,5}|\d{1,2})\.\d{1,2}"
    r"(?:\.\d{1,2})*)*)(?![\w%]|\.\d|/\w)"
)
""" "Văn phòng: chủ trì 1.1, 2.3; phối hợp 3.3": sections by their numbers alone."""


_ONE_ANNEX = re.compile(
    r"(?<![a-z])(?P<word>phu luc)(?=\s(?:(?:kem theo|dinh kem|nay)\s)?(?:giao|do|la|thuoc)\s|\s?[.;,:]|$)"
)


def annex_without_number(folded: str, start: int, end: int) -> list[Reference]:
    """ "Các nhiệm vụ tại Phụ lục giao Ban Tài chính": the only annex of a paper, which has no number."""
    found = _ONE_ANNEX.search(folded, start, end)
    return [Reference("phu luc", [""], found.start(), found.end(), [])] if found else []


def bare_references(text: str, folded: str, start: int, end: int) -> list[Reference]:
    """The sections that a clause names by numbers of several parts, without a word before them."""
    found: list[Reference] = []
    if _PARTED.search(folded, start, end) is None:
        return found
    for match in _BARE.finditer(folded, start - 2 if folded[start - 2 : start] == ": " else start, end):
        labels: list[str] = []
        for part in re.finditer(r"(?P<link>-|den)?\s?(?P<label>[ivx\d]+(?:\.\d+)+)", match["labels"]):
            labels += _between(labels[-1], part["label"]) if part["link"] and labels else []
            labels.append(part["label"])
        found.append(Reference(BARE, labels, match.start("labels"), match.end("labels"), []))
    return found


def _is_ordinal(labels: str) -> bool:
    return labels[:1].isalpha() and any(labels.startswith(word) for word in ORDINALS if len(word) > 1)


def _number(word: str, label: str) -> str:
    """ "Phần thứ hai" is part II."""
    if word in _BY_WORDS and label in ORDINALS and ORDINALS[label] >= 0:
        return roman(ORDINALS[label] + 1).lower()
    if word in (*_COUNTED, *_COUNTED_TH) and ORDINALS.get(label, -1) >= 0:
        return str(ORDINALS[label] + 1)
    return label


def _split(match: re.Match[str], text: str) -> list[Reference]:
    """One reference for each change of level among the labels ("khoản 1, mục II")."""
    word = match["word"]
    parts: list[Reference] = []
    base = match.start("labels")
    for part in _PART.finditer(match["labels"]):
        own = part["word"] or (parts[-1].word if parts else word)
        own = "muc" if own == "cac muc" else own
        label = "đ" if text[base + part.start("label") : base + part.end("label")].lower() == "đ" else part["label"]
        start, end = base + part.start("label"), base + part.end()
        ordinal = part["label"] in ORDINALS
        if (
            len(part["label"]) > 1
            and text[start : start + 2].isalpha()
            and text[start].islower()
            and not (ordinal and own in (*BULLETS, *_BY_WORDS, *_COUNTED, *_COUNTED_TH))
        ):
            break
        last = parts[-1] if parts else None
        if last is not None and part["word"] and part["link"] in ("den", "toi"):
            own = last.word = part["word"]
        if last is not None and own == last.word:
            if part["link"] in ("-", "den", "toi"):
                between = _between(last.labels[-1], part["label"])
                last.labels += between
                last.ranged = True
            last.labels.append(_number(own, label))
            last.end, last.repeated = end, last.repeated or part["word"] is not None
        else:
            begin = base + part.start("word") if part["word"] else start
            parts.append(Reference(own, [_number(own, label)], match.start() if last is None else begin, end, []))
    return parts


def _contains(inner: Reference, outer: Reference, folded: str) -> bool:
    """Whether `outer` says where `inner` stands ("khoản 2" + "mục II")."""
    between = folded[inner.end : outer.start]
    last = inner.within[-1][0] if inner.within else inner.word
    several = len(outer.labels) > 1 and (outer.ranged or inner.word not in BULLETS) and not outer.repeated
    return not several and _DEPTH[outer.word] < _DEPTH[last] and _LINK.fullmatch(between) is not None


def _share_around(found: list[Reference]) -> None:
    """ "mục 1 và mục 2 phần II": what stands around the last stands around those before it too."""
    for before, after in reversed(list(pairwise(found))):
        if not before.within and after.within and before.word == after.word and after.start - before.end < 6:
            before.within = list(after.within)
        elif before.within and after.within and before.within[-1][0] == after.word and after.start - before.end < 6:
            before.within += after.within


def _between(first: str, last: str) -> list[str]:
    """The labels between the ends of a range, without the ends."""
    head, _, low = first.rpartition(".")
    other, _, high = last.rpartition(".")
    if head == other and low.isdigit() and high.isdigit() and 0 < int(high) - int(low) < 60:
        return [f"{head}.{count}" if head else str(count) for count in range(int(low) + 1, int(high))]
    romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
    if first in romans and last in romans:
        return romans[romans.index(first) + 1 : romans.index(last)]
    if len(first) == len(last) == 1 and first.isalpha() and last.isalpha():
        return [chr(code) for code in range(ord(first) + 1, ord(last))]
    return []
