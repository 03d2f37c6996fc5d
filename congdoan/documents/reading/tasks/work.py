"""Whether a passage states work, over folded text."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.tasks.verbs import folded_verb_at

_ADVERBS = re.compile(
    r"(?:(?:tiep tuc|chu dong|kip thoi|tich cuc|thuong xuyen|nghiem tuc|khan truong|truoc mat"
    r"|dong thoi|can|phai|can phai|hang nam|hang quy|hang thang|moi nam|dinh ky|cung|som|sau do|cu the|truoc tien"
    r"|tung buoc|quyet liet|tot|cung voi do|ben canh do|ngoai ra)[ ,]+){1,4}"
)
_ORDINAL = re.compile(
    r"(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|thu (?:nhat|hai|ba|tu|nam|sau)) la,?\s|thu (?:nhat|hai"
    r"|ba|tu|nam|sau),\s"
)
_WHEN = re.compile(
    r"(?:doi voi|cung voi|trong|tu|den|truoc|sau|nam|quy|thang|giai doan|hang|moi|dinh ky|ngay|vao|nhan dip|dip"
    r"|tuan|cham nhat"
    r"|can cu|tren co so|theo|de|nham)\s[^,:;.]{1,90}[,:]\s+"
)
_BASED = re.compile(
    r"(?:can cu|tren co so)\s[^,;.:]{1,100}?\s(?:xay dung|ban hanh|to chuc|trien khai|cu the hoa|chi dao"
    r"|lap)(?![a-z])"
)
_TOPIC = re.compile(r"(?:(?!tai |do |theo )[a-z][^:;.]{2,110}):\s+")
_ORDER = re.compile(r"(?:giao|uy nhiem|phan cong|yeu cau|de nghi|chi dao|kien nghi)\s")
_STATED = 8
_WORD = re.compile(r"[a-z][a-z0-9]*")
_FIGURE_FIRST = re.compile(
    r"(?:(?:phan dau|(?:den |trong )?(?:het |cuoi )?(?:nam|quy [ivx]{1,3}/?|6 thang dau nam) ?\d{4}(?:\s?[,:])?"
    r"|hang nam,?)\s*)*"
    r"(?:(?:co |dat |tren |duoi |it nhat |toi thieu |khoang |tu |hon |ty le |phan dau |bao dam "
    r"|dam bao |hang nam ){0,4}\d[\d.,]*\s?(?:%|phan tram|tro len)|ty le )"
)


def states_work(folded: str, topic: bool = True) -> bool:
    """Whether a passage begins with an order, perhaps after a time, a basis or a topic ("Về nhân sự: rà soát ...").

    `topic`: false when words before a colon do not count.
    """
    at = _skip(_ADVERBS, folded, _skip(_ORDINAL, folded, 0))
    if _verb(folded, 0) or (at and _verb(folded, at)) or _BASED.match(folded):
        return True
    when = max(_skip(_WHEN, folded, at), _skip(_WHEN, folded, 0))
    if when > at and _verb(folded, _skip(_ADVERBS, folded, when)):
        return True
    about = _TOPIC.match(folded) if topic else None
    return about is not None and _verb(folded, _skip(_ADVERBS, folded, about.end()))


def _skip(pattern: re.Pattern[str], folded: str, at: int) -> int:
    found = pattern.match(folded, at)
    return found.end() if found else at


def _verb(folded: str, at: int) -> bool:
    return folded_verb_at(_WORD.findall(folded, at, at + 40)[:4]) if folded[at : at + 1].isalpha() else False


_LIST_FOLLOWS = re.compile(
    r"(?:sau(?: day)?|cu the(?: nhu sau)?|gom|bao gom|la|(?:noi dung|nhiem vu|viec|giai phap)(?: chinh"
    r"| trong tam)?(?: (?:trong |cua )?(?:6 thang (?:dau|cuoi) nam|thoi gian toi|tu nay|nam|quy|thang)[^:]{0,24}"
    r")?)\s?:$"
)


def introduces_with_work(block: Block, folded: str) -> bool:
    """Whether a passage that ends with a colon states work itself, of which the items below are the parts."""
    if block.marker is None or not block.children or _LIST_FOLLOWS.search(folded):
        return False
    return len(folded.split()) >= _STATED and states_work(folded)


def orders(folded: str) -> bool:
    return _ORDER.match(folded) is not None


def is_figure(folded: str) -> bool:
    """A line that states a figure to reach ("Ít nhất 80% ...")."""
    return _FIGURE_FIRST.match(folded) is not None
