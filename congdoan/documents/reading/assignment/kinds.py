"""Of which kind bodies are: those of unlike kinds after one "các" are a list, "các sở, ban, ngành" are one name."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re

_BODIES = {
    "party": r"cấp [ủu][yỷ](?: đảng)?|tổ chức (?:cơ sở )?đảng|(?:chi|đảng) bộ"
    r"|(?:chi|đảng|huyện|thị|thành|quận|tỉnh) [ủu][yỷ]",
    "state": r"chính quyền|ubnd|[ủu][yỷ] ban nhân dân",
    "front": "(?:[ủu][yỷ] ban )?(?:mặt trận(?: tổ quốc)?|mttq)|ubmttq",
    "union": r"(?:cấp )?công đoàn(?: cơ sở)?|cđcs|lđlđ|liên đoàn lao động",
    "trade": "nghiệp đoàn(?: cơ sở)?",
    "group": "tổ công đoàn",
    "team": "tổ (?:sản xuất|chuyên môn)",
    "society": "hội (?:phụ nữ|nông dân|cựu chiến binh|người cao tuổi|chữ thập đỏ|khuyến học)",
    "person": "cá nhân|người lao động",
    "mass": r"đoàn thể|tổ chức (?:chính trị|hội|đoàn thể)|chi hội|chi đoàn|hội(?! đồng)|đoàn",
    "builder": "chủ đầu tư",
    "contractor": "nhà thầu(?: thi công| xây dựng| xây lắp)?",
    "landlord": "chủ (?:nhà trọ|khu trọ)",
    "employer": "chủ (?:doanh nghiệp|sử dụng lao động)|người sử dụng lao động",
    "club": "tổ tự quản|tổ hợp tác|câu lạc bộ",
}
_PLACES = {
    "firm": "doanh nghiệp|công ty|tập đoàn|tổng công ty|ngân hàng|xí nghiệp|nhà máy",
    "coop": "hợp tác xã",
    "household": "hộ (?:kinh doanh|gia đình|sản xuất|dân|cá thể)",
    "workshop": "cơ sở (?:sản xuất|kinh doanh|dịch vụ|chế biến|lưu trú)",
    "office": r"cơ quan|đơn vị|địa phương|(?:sở|ban(?! (?:chấp|thường))|ngành|phòng|bộ|khoa)"
    r"(?=[,:.;\n]|$| (?:và|tỉnh|huyện|xã|liên|có|trực)(?!\w)| (?-i:[A-ZĐ]))",
    "level": "tỉnh|huyện|xã|phường|quận|thị trấn|thành phố|thị xã|đặc khu",
}
"""Those that other bodies belong to as well: "công đoàn cơ sở doanh nghiệp, hợp tác xã"."""

_OF_SCHOOLS = re.compile(
    r"(?:[Cc]ác |[Hh]iệu trưởng |(?:[Cc]ông đoàn(?: cơ sở)?|CĐCS|CĐ|[Cc]hi bộ) )(?:các )?[Tt]rường"
)
_MORE_SCHOOLS = re.compile(
    r"(?:,| và) (?:(?:MN|MG|TH|THCS|THPT|PTDTNT|PTDTBT|GDTX|mầm non|mẫu giáo|tiểu học|trung học cơ sở"
    r"|trung học phổ thông)(?!\w)"
    r"|(?:[Tt]rung tâm|TT) (?=GD|KT|NN|HN|Giáo dục|Hướng nghiệp|Ngoại ngữ|Kỹ thuật|Dạy nghề|Nghề|Hỗ trợ))"
)


def _any_of(kinds: dict[str, str]) -> str:
    return "|".join(f"(?P<{kind}>{nouns})" for kind, nouns in kinds.items())


_KIND = re.compile(rf"(?:{_any_of({**_BODIES, **_PLACES})})(?!\w)", re.IGNORECASE)
_OF_ALL = re.compile(r"(?:(?:các|mỗi|từng|những|toàn thể|tất cả các|toàn bộ các)\s)?", re.IGNORECASE)
_OF_PLACE = re.compile(
    r"\s(?:doanh nghiệp|công ty|tập đoàn|tổng công ty|ngân hàng|xí nghiệp|nhà máy|hợp tác xã|cơ quan|đơn vị|khoa|phòng"
    r"|địa phương|trường(?: học)?|bệnh viện|thôn|ấp|khu phố)$"
)
_ALSO_AT = re.compile(r", (?:trường học|bệnh viện|trạm y tế|trung tâm y tế|cơ sở y tế)(?!\w)")
_WORKSHOPS = re.compile(r"(?:, (?:sản xuất|kinh doanh|dịch vụ|chế biến|chế tạo|buôn bán)(?=[\s,:.;]|$))+(?! các)")
_ALIKE = frozenset(("party", "mass", "firm", "office"))
"""Kinds with several nouns: "Đảng ủy, chi ủy trực thuộc"; unions of each level are named one by one."""
_OF_LEVELS = frozenset(("state", "front"))
"""Organs that only levels have: "UBND các xã, phường|, doanh nghiệp trên địa bàn"."""
_UNIONS = frozenset(("union", "trade", "group"))
_HEAD_OF = re.compile(r"(?:[Nn]gười đứng đầu|[Tt]hủ trưởng|[Ll]ãnh đạo) (?=[a-zđ])")
""" "Người đứng đầu cấp ủy|, chính quyền"."""
_SAID_ALONE = frozenset((*_BODIES, "coop", "household", "workshop"))
_TO_NEXT = re.compile(r",?\s(?:và\s)?")


def noun_in_list(text: str, at: int) -> int | None:
    """Where a noun in small letters ends that names bodies only beside others: "chính quyền | đoàn thể"."""
    noun = _KIND.match(text, at) if text[at : at + 1].islower() else None
    several = noun is not None and noun.lastgroup in _SAID_ALONE and " " in noun.group()
    return noun.end() if noun and several else None


def unlike(text: str, start: int, mark: int) -> bool:
    """Whether bodies of another kind than those named from `start` follow the comma or "và" at `mark`.

    "Các công đoàn cơ sở doanh nghiệp, đơn vị" go on with places of theirs.
    """
    first, following = _first(text, start), _following(text, mark)
    if first is None or following is None or first.lastgroup == following.lastgroup:
        return False
    if {first.lastgroup, following.lastgroup} == {"level", "office"}:
        return False
    several = text.rfind(" các ", first.end(), mark)
    if several >= 0 and first.lastgroup in _OF_LEVELS and following.lastgroup != "office":
        return True
    if several >= 0:
        return following.lastgroup in _BODIES and not _is_kind(text, several + len(" các "), following)
    return not _belongs(text, first, following, mark)


def more_schools(text: str, start: int, mark: int) -> int | None:
    """Where a name of unions of schools goes on with other schools and centres: "Công đoàn các trường MN|, TH"."""
    more = _MORE_SCHOOLS.match(text, mark) if _OF_SCHOOLS.match(text, start, mark) else None
    return more.end() if more else None


def _is_kind(text: str, at: int, other: re.Match[str]) -> bool:
    noun = _KIND.match(text, at)
    return noun is not None and noun.lastgroup == other.lastgroup


def goes_on_alike(text: str, start: int, mark: int) -> int | None:
    """Where a name goes on after a comma with another noun of its kind, or another place of those it belongs to.

    "Đảng ủy|, chi ủy trực thuộc", "Công đoàn cơ sở cơ quan|, đơn vị", "cơ sở sản xuất|, kinh doanh".
    """
    head = _HEAD_OF.match(text, start)
    first, following = _first(text, head.end() if head else start), _following(text, mark)
    if head and following and following.lastgroup not in _UNIONS:
        return following.end() if first and first.end() == mark else None
    if first is not None and first.lastgroup == "workshop" and (more := _WORKSHOPS.match(text, mark)):
        return more.end()
    placed = _ALSO_AT.match(text, mark)
    if placed and first and first.lastgroup in _BODIES and _OF_PLACE.search(text[first.end() : mark].lower()):
        return placed.end()
    if first is None or following is None or not (following.group()[0].islower() or text[start:mark].isupper()):
        return None
    if _belongs(text, first, following, mark):
        return following.end()
    return following.start() if _is_bare(text, start, mark, first, following) else None


def _belongs(text: str, first: re.Match[str], following: re.Match[str], mark: int) -> bool:
    """ "Các chi bộ doanh nghiệp|, hợp tác xã"."""
    places = first.lastgroup in _BODIES and following.lastgroup in _PLACES
    return places and _OF_PLACE.search(text[first.end() : mark].lower()) is not None


def _is_bare(text: str, start: int, mark: int, first: re.Match[str], following: re.Match[str]) -> bool:
    """Whether nouns of one kind alone stand before the mark, and one more after it."""
    last = text.rfind(", ", start, mark)
    last = start if last < 0 else last + 2
    bare = first if last == start else _KIND.fullmatch(text, last, mark)
    kinds = {first.lastgroup, following.lastgroup, bare.lastgroup if bare and bare.end() == mark else None}
    return len(kinds) == 1 and first.lastgroup in _ALIKE


def _first(text: str, start: int) -> re.Match[str] | None:
    """The noun that a name begins with; none in "Phòng Quản lý hộ kinh doanh, cá nhân", a room for several."""
    begin = _OF_ALL.match(text, start)
    at = begin.end() if begin else start
    noun = _KIND.match(text, at)
    room = noun is not None and noun.lastgroup == "office" and text[noun.end() + 1 : noun.end() + 2].isupper()
    return None if room and at == start else noun


def _following(text: str, mark: int) -> re.Match[str] | None:
    """The noun after the link at `mark`; levels are places of whatever stands before."""
    link = _TO_NEXT.match(text, mark)
    noun = _KIND.match(text, link.end()) if link else None
    return None if noun and noun.lastgroup == "level" else noun
