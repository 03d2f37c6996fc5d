"""The organs that a letterhead names, and which of them issues the paper."""

from __future__ import annotations

from collections.abc import Iterator

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.header.casing import is_torn
from congdoan.documents.reading.layout.fold import fold

_HEAD = re.compile(
    r"(?:tong lien doan|lien doan|ldld|tong cong ty|cong doan|cdcs|cd |ubnd|uy ban|hdnd|hoi dong|so |phong |tinh uy"
    r"|thanh uy|huyen uy|thi uy|quan uy|dang uy|dang bo|chi bo|ban |bo |chinh phu|thu tuong|quoc hoi|hoi |tinh doan"
    r"|huyen doan|thanh doan|doan |mat tran|cuc |chi cuc|vien |truong |trung tam|benh vien|cong ty|van phong|bao hiem"
    r"|toa an|ngan hang|cong an|bo chi huy|bch|btv|tap doan|nghiep doan|chu tich|thanh tra|tong cuc|hoc vien"
    r"|khoi thi dua|cum thi dua|ubkt |doan giam sat|doan kiem tra|nha van hoa|thuong truc|to chuc"
    r"|to giup viec|to cong tac|to thu ky|tieu ban|cang vu|xi nghiep"
    r"|nha may|lam truong|nong truong|hop tac xa|khach san|hat kiem lam|trai giam|vuon quoc gia"
    r"|nha thieu nhi|bao tang|hiep hoi|cau lac bo|su doan|lu doan|trung doan|lien minh|kho bac|dai |bao |quy )"
)
_CONTINUED = re.compile(
    r"(?:lao dong|tinh|huyen|thanh pho|viet nam|thi xa|quan|xa|phuong|dac khu|khu vuc|va |-|cac |khoa|trung uong)\b"
)
_WHOSE_UNION = re.compile(
    r"(?:ban chap hanh |bch )?(?:cong doan(?: co so| bo phan)?|cdcs|nghiep doan|chi doan|chi bo|dang uy)"
)
"""The name of the workplace follows on a line of its own."""
_OPEN_END = ("-", "–", " VÀ", ",", " CÁC", " CỦA", " VỀ")
_BODIES = (
    "ban chap hanh",
    "ban thuong vu",
    "thuong truc",
    "doan chu tich",
    "uy ban kiem tra",
    "bch",
    "btv",
    "van phong",
    "to giup viec",
    "to thu ky",
)
_DEPARTMENT = re.compile(r"ban (?!chi dao|quan ly|dan toc|chi huy|bao ve|to chuc chinh quyen)")
_KEEPS_DEPARTMENTS = re.compile(
    r"(?:tinh|huyen|thanh|thi|quan|dang) uy\b|lien doan lao dong|ldld|cong doan|tong lien doan"
)
_BARE_COMMITTEE = re.compile(r"(?:tinh uy|huyen uy|thanh uy|thi uy|quan uy|dang uy)$")
_OF_KIND = re.compile(
    r"(?:cong doan|cong doan co so|dang uy|dang bo|chi bo|doan thanh nien|hoi dong)\s"
    r"(?P<kind>truong|benh vien|cong ty|tong cong ty|so|nganh|trung tam|vien|hoc vien|nha may|co quan)"
)
""" "CÔNG ĐOÀN TRƯỜNG" under "TRƯỜNG CAO ĐẲNG NGHỀ PHÚ THỌ": the line above says which."""
_PARTY_OF = re.compile(r"DANG BO\s(?P<kind>TINH|HUYEN|THANH PHO|THI XA|QUAN|XA|PHUONG|THI TRAN|DAC KHU)\s", re.I)
_NAMED_AREA = re.compile(r"\b(?:tinh|huyen|thanh pho|tp\.?|thi xa|quan|xa|phuong|khu vuc|viet nam)\b")
_JOINT = re.compile(r"^\d+[a-z]?/[^/-]+(?P<organs>(?:-[^/\d-]+){2,6})$", re.I)
""" "KH-CAT-PX03" names the department that wrote it, no second organ."""


_RUN_TOGETHER = re.compile(
    r"(?P<above>TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM|CÔNG ĐOÀN (?:\S+ ){1,6}VIỆT NAM"
    r"|(?:(?:LIÊN ĐOÀN LAO ĐỘNG|LĐLĐ|(?:ỦY|UỶ) BAN NHÂN DÂN|UBND|ĐẢNG BỘ) )?"
    r"(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ) \S+(?: \S+){0,4}?) "
    r"(?P<below>(?:LIÊN ĐOÀN LAO ĐỘNG|LĐLĐ|(?:ỦY|UỶ) BAN|UBND|(?:TỈNH|HUYỆN|THÀNH|THỊ|QUẬN|ĐẢNG) (?:ỦY|UỶ)|CÔNG ĐOÀN"
    r"|CĐCS|SỞ|BAN QUẢN LÝ|BAN THƯỜNG VỤ|BAN CHẤP HÀNH)\b.*)"
)
"""Two lines of a letterhead in one, as the cell of a table has them: the superior, then who issues the paper."""


def group_organs(lines: list[str]) -> list[str]:
    """The organs that the lines of a letterhead name, from the highest to the issuing one."""
    organs: list[str] = []
    for line in _apart(lines):
        folded = fold(line)
        starts = _HEAD.match(folded) and not (organs and (_is_cut(folded) or _WHOSE_UNION.fullmatch(fold(organs[-1]))))
        if organs and (
            not starts
            or _names_place(organs[-1], folded)
            or organs[-1].endswith(_OPEN_END)
            or is_torn(organs[-1], line)
        ):
            organs[-1] = f"{organs[-1]} {line}"
        elif starts or not organs:
            organs.append(line)
    return organs


def _apart(lines: list[str]) -> Iterator[str]:
    for line in lines:
        both = _RUN_TOGETHER.fullmatch(line)
        yield from both.group("above", "below") if both else (line,)


_COMMITTEE = re.compile(r".*(?:tinh|thanh|huyen|thi|quan|dang) uy|.* (?:tinh|huyen|thanh pho|thi xa|quan|xa|phuong)")
_LIKE_HEAD = re.compile(r"(?:bao|dai|quy|hoi) \S{1,6}(?: \S{1,6})?")
""" "BẢO LỘC", "ĐẠI TỪ", "HỘI AN": places that begin as a body does."""


def _names_place(before: str, folded: str) -> bool:
    """Whether a short line is the place of the committee or the level that the line before ends with."""
    return _COMMITTEE.fullmatch(fold(before)) is not None and _LIKE_HEAD.fullmatch(folded) is not None


def _is_cut(folded: str) -> bool:
    """Whether a line that looks like an organ's beginning goes on with the one above ("SỞ LAO ĐỘNG / ...")."""
    return _CONTINUED.match(folded) is not None and not folded.startswith(
        ("tinh uy", "tinh doan", "huyen uy", "huyen doan", "quan uy", "thanh uy")
    )


def issuing_organs(organs: list[str], symbol: str | None) -> list[str]:
    """The organ that issues the paper in full, still in capitals; of a joint paper, each."""
    front = _front_of(organs) or _board_of_area(organs)
    if front:
        return [front]
    if len(organs) > 1 and fold(organs[-1]) == "ban thuong truc":
        return issuing_organs(organs[:-1], None)
    pair = organs[-1].replace(" – ", " - ").split(" - ")
    if len(pair) > 1 and all(_HEAD.match(fold(organ)) for organ in pair):
        return pair
    count = _count_joint(symbol)
    if 1 < count <= len(organs):
        return organs[-count:]
    organ, above = organs[-1], organs[-2] if len(organs) > 1 else None
    return [f"{organ}{_belongs_to(fold(organ), above)}" if above else organ]


_FRONT = re.compile(
    r"MẶT TRẬN TỔ QUỐC(?: VIỆT NAM)?(?:\s?[-–]?\s?)(?:ỦY BAN|UỶ BAN) (?:MTTQ (?:VIỆT NAM )?"
    r"|MẶT TRẬN TỔ QUỐC (?:VIỆT NAM )?)?"
    r"(?P<area>(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU) .+)"
)


def _front_of(organs: list[str]) -> str | None:
    """ "MẶT TRẬN TỔ QUỐC VIỆT NAM / ỦY BAN HUYỆN PHÚ TÂN" is one organ over two lines."""
    found = _FRONT.fullmatch(" ".join(organs[-2:])) or _FRONT.fullmatch(organs[-1])
    return f"ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM {found['area']}" if found else None


_AREA_BOARD = re.compile(
    r"(?P<board>BAN CHẤP HÀNH|BCH|BAN THƯỜNG VỤ|BTV) (?P<area>(?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN"
    r"|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN"
    r"|ĐẶC KHU) .+)"
)
_SOCIETY = re.compile(
    r"(?P<name>(?:HỘI|ĐOÀN) .+?)(?: VIỆT NAM| (?:TỈNH|THÀNH PHỐ(?! HỒ CHÍ MINH$)|HUYỆN|QUẬN|THỊ XÃ) .+)?"
)


def _board_of_area(organs: list[str]) -> str | None:
    """ "HỘI LHPN VIỆT NAM / BAN CHẤP HÀNH TỈNH TÂY NINH": the board of that society's branch."""
    board = _AREA_BOARD.fullmatch(organs[-1])
    society = _SOCIETY.fullmatch(organs[-2]) if board and len(organs) > 1 else None
    return f"{board['board']} {society['name']} {board['area']}" if board and society else None


def names_joint(symbol: str | None, count: int) -> bool:
    """Whether a symbol names so many organs as the letterhead does: "12/CTPH-LĐLĐ-SGDĐT"."""
    return _count_joint(symbol) == count


_JOINT_KIND = re.compile(
    r"^\d+[a-z]?/(?:QC|CT|CTR|KH|NQ|HD|TT)(?:PH|LT|LN)/(?P<organs>[^/\d-]+(?:-[^/\d-]+){1,5})$", re.I
)
""" "01/QCPH/UBND-UBMTTQ"."""


def _count_joint(symbol: str | None) -> int:
    """How many organs a symbol names together; 1 when it is that of one."""
    joint, kind = _JOINT.match(symbol or ""), _JOINT_KIND.match(symbol or "")
    if joint:
        return joint["organs"].count("-")
    return kind["organs"].count("-") + 1 if kind else 1


def _belongs_to(organ: str, above: str) -> str:
    """What must be added to a body, department or committee that is named without the organ it belongs to."""
    superior = fold(above)
    if organ == "dang uy" and not superior.startswith(("dang bo", "dang uy", "dang cong san")):
        return f" {above}"
    if _BARE_COMMITTEE.fullmatch(organ):
        return _place_of_party(organ, above, superior)
    of_kind = _OF_KIND.fullmatch(organ)
    if of_kind and superior.startswith(f"{of_kind['kind']} "):
        return above[len(of_kind["kind"]) :]
    if _UNION_OF_WORKS.fullmatch(organ) and _WORKS.match(superior):
        return f" {above}"
    area = _STATE_OF.match(superior) if _TASK_BOARD.match(organ) and not _NAMED_AREA.search(organ) else None
    if area:
        return f" {above[area.start('area') :]}"
    if organ in _BODIES or (
        _DEPARTMENT.match(organ) and _KEEPS_DEPARTMENTS.match(superior) and not _NAMED_AREA.search(organ)
    ):
        return f" {above}"
    return ""


_UNION_OF_WORKS = re.compile(
    r"(?:(?:ban chap hanh|bch|ban thuong vu|btv) )?(?:cong doan(?: co so)?|cdcs)|doan thanh nien|chi bo"
)
_WORKS = re.compile(
    r"(?:tong cong ty|cong ty|tap doan|truong|benh vien|nha may|xi nghiep|trung tam|khach san"
    r"|ngan hang|kho bac|cuc|chi cuc|vien"
    r"|hoc vien) "
)
""" "CÔNG TY MAY NHÀ BÈ / BAN CHẤP HÀNH CÔNG ĐOÀN": of which works is told above."""
_TASK_BOARD = re.compile(r"(?:ban chi huy|to cong tac)\s")
_STATE_OF = re.compile(r"(?:ubnd|uy ban nhan dan)\s(?P<area>(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong|dac khu)\s)")
""" "UBND HUYỆN HƯƠNG KHÊ / BAN CHỈ HUY PHÒNG CHỐNG THIÊN TAI": the line above says of which place."""


def _place_of_party(organ: str, above: str, superior: str) -> str:
    """ "ĐẢNG BỘ TỈNH BẾN TRE / TỈNH ỦY" is "TỈNH ỦY BẾN TRE"; "ĐẢNG BỘ XÃ TÂN THÀNH / ĐẢNG ỦY" keeps "XÃ"."""
    party = _PARTY_OF.match(superior)
    if party is None:
        return ""
    return f" {above[party.start('kind') :] if organ == 'dang uy' else above[party.end() :]}"
