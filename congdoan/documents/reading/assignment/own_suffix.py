"""Takes the issuing organ's own name off the names of its bodies: "Ban Tổ chức LĐLĐ tỉnh" → "Ban Tổ chức"."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.own_short import short_forms
from congdoan.documents.reading.layout.fold import fold

_INNER = re.compile(
    r"(?:van phong|ban|doan chu tich|uy ban kiem tra|ubkt|phong|to|chanh van phong|truong ban|thuong truc|bo "
    r"phan|trung tam|hoi dong|tieu ban|chi cuc|co quan|khoa|bo phan|doan chu tich|thanh tra|hoi phu nu"
    r"|doan thanh nien|ke toan|thu quy|btv|bch|uy vien (?:ban|bch|btv|uy ban|ubkt)|cac (?:toa|phong|ban|khoa|to))\b"
)
_ANY_LEVEL = r"(?:tinh|huyen|thanh pho|quan|thi xa|xa|phuong)(?:\s[a-z]+){0,3}"
_LEVEL = re.compile(r"\b(tinh|thanh pho|huyen|quan|thi xa|xa|phuong)\b(.*)$")


_EACH_HAS_ONE = "(?<!thuong truc)(?<!thuong vu)(?<!chap hanh)(?<!van phong)(?<!uy ban)"
"""Boards of which each issuer of a joint paper has one keep whose they are."""


_OF_STATE = frozenset(("Chính phủ", "Thủ tướng Chính phủ", "Quốc hội"))
""" "Thanh tra Chính phủ", "Văn phòng Quốc hội" are names as they stand."""


def own_suffix(issuer: str | None) -> re.Pattern[str] | None:
    """A pattern, over folded names, for the issuer's name at their end."""
    if not issuer or issuer in _OF_STATE:
        return None
    folded = re.sub(r"^cdcs(?= )", "cong doan co so", fold(issuer))
    folded = re.sub(r"(?<![a-z])tp\.?(?= )", "thanh pho", folded)
    organs = [part for part in re.split(r"\s[-–]\s|, ", folded) if _ORGAN.match(part)]
    spellings = [spelling for organ in organs or [folded] for spelling in _all_spellings(organ)]
    spellings += [spelling for organ in organs or [folded] for spelling in _beginnings(organ)]
    spellings += [spelling for organ in organs or [folded] for spelling in _of_society(organ)]
    if len(organs) > 1:
        spellings += [rf"{re.escape(organ)}\s{_ANY_LEVEL}" for organ in organs if not _LEVEL.search(organ)]
    if folded.startswith("cong doan ") and len(organs) < 2:
        spellings += ["(?<=^van phong )cong doan", "(?<=^ban tai chinh )cong doan", "(?<=^uy ban kiem tra )cong doan"]
    spellings += [short for organ in organs or [folded] for short in short_forms(organ)]
    spellings += [initials for organ in organs or [folded] if len(initials := _initials(organ)) >= _LEAST_INITIALS]
    own = _EACH_HAS_ONE if len(organs) > 1 else _OF_GRASSROOTS if _GRASSROOTS.match(folded) else ""
    spellings = [
        _OF_SEVERAL.sub(" (?:cac )?", _UNION.sub("(?:cong doan|cd) ", spelling))
        for spelling in dict.fromkeys(spellings)
    ]
    return re.compile(rf"{own}\s(?:co quan )?(?:{'|'.join(spellings)})$")


_GRASSROOTS = re.compile(r"cong doan (?:co so|truong|cong ty|benh vien|xi nghiep|nha may)(?![a-z])")
_OF_GRASSROOTS = "(?<!^ban chap hanh)(?<!^bch)"
""" "Ban Chấp hành CĐCS", "BCH Công đoàn Công ty" of the union itself are its name at the work place."""
_UNION = re.compile(r"(?<!tong )(?<!lien )(?<![a-z=^])cong\\? doan\\? ")
_OF_SEVERAL = re.compile(r"\\? cac\\? ")
""" "CĐ KCN" for "Công đoàn các KCN": in a pattern, whose spaces may be escaped."""


_SHORT = (
    ("cong doan co so", "cdcs"), ("lien hiep phu nu", "lhpn"), ("cuu chien binh", "ccb"), ("nong dan", "nd"),
    ("nguoi cao tuoi", "nct"), ("chu thap do", "ctd"), ("ban quan ly", "bql"), ("khu cong nghiep", "kcn"),
    ("toa an nhan dan", "tand"), ("vien kiem sat nhan dan", "vksnd"), ("trung hoc pho thong", "thpt"),
    ("trung hoc co so", "thcs"), ("hoi dong nhan dan", "hdnd"), ("bao hiem xa hoi", "bhxh"),
)  # fmt: skip
_NOT_ENOUGH = frozenset(("cong doan", "lien doan", "tong lien", "doan thanh", "van phong", "uy ban", "mat tran"))
"""Beginnings of an issuer's name that other bodies' names have too."""


_LEAST_INITIALS = 4


def _initials(folded: str) -> str:
    """ "cdnhvn" for "công đoàn ngân hàng việt nam"."""
    return "".join(word[0] for word in folded.split(" ") if word[:1].isalpha())


def _beginnings(folded: str) -> list[str]:
    """The first words of the issuer's name, short or in full: "Cục Thuế", "Hội LHPN tỉnh", "Ban Quản lý"."""
    words = folded.split(" ")
    first = [" ".join(words[:count]) for count in range(2, len(words) + 1)]
    short = [part.replace(long, few) for part in first for long, few in _SHORT if long in part]
    return [re.escape(part) for part in [*first, *short] if part not in _NOT_ENOUGH]


def _of_society(folded: str) -> list[str]:
    """The society of which a board issues the paper, shortly too: "hoi lhpn tinh"."""
    board = re.match(r"(?:ban chap hanh|bch|ban thuong vu|btv)\s(?=hoi )", folded)
    return _beginnings(folded[board.end() :]) if board else []


def _all_spellings(folded: str) -> list[str]:
    youth = _YOUTH.match(folded)
    if youth:
        return [_spellings(folded), rf"{youth[1]} doan(?:\s[a-z]+){{0,3}}"]
    society = re.match(r"hoi\s.*?\s(tinh|huyen|thanh|thi|quan)(?: pho| xa)?(?:\s|$)", folded)
    if society:
        return [_spellings(folded), rf"{society[1]} hoi", *_shortened(folded)]
    if folded.startswith("ban quan ly "):
        return [_spellings(folded), "ban"]
    board = re.match(r"(?:ban chap hanh|bch|ban thuong vu|btv|thuong truc|doan chu tich|van phong)\s", folded)
    if board and folded.startswith("hoi ", board.end()):
        return _all_spellings(folded[board.end() :])
    folded = folded[board.end() :] if board else folded
    return [_spellings(folded), *_shortened(folded)]


_YOUTH = re.compile(
    r"(?:(?:bch|ban chap hanh|btv|ban thuong vu)\s)?(?:doan (?:tncs|thanh nien)[a-z ]*?\s)?"
    r"(?:(?:bch|ban chap hanh)\s)?(?:doan\s)?(tinh|huyen|thanh|thi|quan)(?: pho| xa)?\s(?!uy(?![a-z]))"
)
"""The youth union of a level, in whatever order its letterhead names it: "Đoàn TNCS Hồ Chí Minh - BCH tỉnh X"."""
_ORGAN = re.compile(
    r"(?:ban (?:thuong vu|chap hanh)|tong lien doan|lien doan|cong doan|hoi|so|uy ban|tinh|huyen|thanh|thi"
    r"|quan|dang|bao hiem"
    r"|cong an|doan|bo|truong|benh vien|trung tam|van phong)\s"
)
_KIND_ENDS = re.compile(
    r"(?<![a-z])(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong|dac khu|co so|nganh|tong cong ty|cong ty"
    r"|tap doan|benh vien|truong"
    r"|(?:tinh|huyen|thanh|thi|quan|xa) doan|so|cac khu cong nghiep|khu cong nghiep|vien chuc|giao duc|y te)(?![a-z])"
)


def _shortened(folded: str) -> list[str]:
    """The issuer's name without the place at its end: "công đoàn xã" for "công đoàn xã Long Hòa"."""
    return [
        re.escape(folded[: found.end()])
        for found in _KIND_ENDS.finditer(folded)
        if " " in found.group() or found.start()
    ]


def _spellings(folded: str) -> str:
    level = _LEVEL.search(folded)
    tail = ""
    if level:
        place = re.escape(level[2].strip())
        tail = rf"\s{level[1]}(?:\s{place})?" if place else rf"\s{level[1]}(?:\s[a-z]+){{0,3}}"
    if "mat tran to quoc" in folded or "mttq" in folded:
        return rf"(?:uy ban )?(?:mat tran to quoc|mttq)(?: viet nam)?{tail}"
    if folded.startswith("tong lien doan"):
        return r"tong lien doan(?: lao dong)?(?: viet nam)?|tld(?: viet nam)?|tldldvn"
    if folded.startswith("lien doan lao dong"):
        return rf"(?:lien doan lao dong|ldld){tail or re.escape(folded[18:])}"
    if folded.startswith("cong doan"):
        rest = re.escape(folded[9:])
        return rf"(?:cong doan|cd){rest}"
    if folded.startswith("uy ban nhan dan"):
        return rf"(?:uy ban nhan dan|ubnd){tail}"
    party = re.match(r"(tinh uy|thanh uy|huyen uy|thi uy|quan uy|dang uy)(.*)$", folded)
    if party:
        place = re.escape(party[2].strip())
        return rf"{party[1]}(?:\s{place})?" if place else rf"{party[1]}"
    return re.escape(folded)


_OFFICE_OF_TWO = re.compile(r"Văn phòng (?:HĐND|Hội đồng nhân dân|Đoàn ĐBQH|Đoàn đại biểu Quốc hội|Cấp ủy)")
""" "Văn phòng HĐND - UBND tỉnh" is the office of both."""


def without_own_suffix(name: str, suffix: re.Pattern[str] | None) -> str:
    """`name` without the issuer's name, when what stays is a body inside an organ."""
    if suffix is None:
        return name
    folded = fold(name)
    found = suffix.search(folded)
    if found is None or not _INNER.match(folded[: found.start()]):
        return name
    before = name[: found.start()].rstrip(" ,")
    joined = before.endswith((" -", " –")) and _OFFICE_OF_TWO.match(name) is not None
    return (
        name if joined or before.endswith((" và", " của", " thuộc", " trong", " ở", " tại")) else before.rstrip(" ,-–")
    )
