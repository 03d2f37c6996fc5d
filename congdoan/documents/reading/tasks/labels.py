"""Lines that say something about the task above: "Chủ trì: ...", "Thời gian: ...", "Sản phẩm: ..."."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re

_UNIT = r"(?:(?:nguoi|don vi|co quan|bo phan|cap|to chuc|ban|ca nhan|cq|dv|d/v|bp)\s(?:duoc\s)?)?"
LABELS: tuple[tuple[str, str], ...] = (
    ("lead", rf"{_UNIT}(?:chu tri|chiu trach nhiem(?: chinh)?|phu trach|dau moi)(?: thuc hien| tham muu)?"
    rf"|pic|cqct|dvct|(?:don vi |co quan |bo phan )?thuc hien|phan cong(?: thuc hien)?|nguoi thuc hien"
    rf"|trach nhiem thuc "
    rf"hien|trach nhiem|to chuc thuc hien"),
    ("cooperating", rf"{_UNIT}phoi hop(?: thuc hien)?|cqph|dvph|cung (?:lam|thuc hien|tham gia|phoi hop)"
        rf"|{_UNIT}(?:tham gia|ho tro)"),
    ("due", r"(?:thoi gian|tien do|thoi diem)(?: (?!lam |nghi|qua|toi|vua|truoc|sau|tu )[a-z]+){1,4}(?=\s*:)"
    r"|(?:thoi gian|thoi han|tien do|han|thoi diem)(?: (?:thuc hien|hoan thanh|trien khai|to chuc"
    r"|bao cao|gui|nop|ket thuc|trinh|ban hanh|phe duyet|tham muu|du kien|nghiem thu|ap dung))?(?: xong)?"
    r"|han cuoi|han chot|hoan thanh|xong"),
    ("product", r"(?:san pham|ket qua|dau ra)(?: (?:dau ra|hoan thanh|thuc hien|can dat|du kien|dat duoc|cu the))?"),
    ("facts", r"(?:doi tuong|dia diem|thanh phan|so luong|pham vi|moc thoi gian|nien do|thoi ky)(?: [a-z]+){0,4}"
    r"(?=\s*:)|dia diem|thanh phan(?: tham du| tham gia)?|doi tuong(?: tham gia| ap dung)?|so luong|hinh "
    r"thuc(?: thuc hien| to chuc)?|kinh phi(?: thuc hien)?|nguon kinh phi|ghi chu|chu de|co cau"
    r"|nguon luc|luc luong(?: tham gia)?(?=: (?:gom )?\d)|phuong tien|quan so|don vi nhan|muc (?:chi|qua|ho tro)"),
)  # fmt: skip
_LEADS = (
    r"(?P<lead_is>(?:(?:nguoi|don vi|co quan|bo phan|ban)\s(?:chu tri|phu trach|chiu trach nhiem(?: chinh)?)"
    r"|(?:don vi |co"
    r" quan )?dau moi)(?: thuc hien| tham muu)?)\sla\s"
)
_LABEL = re.compile(
    r"(?<![a-z])(?:(?=[a-z\s]{2,90}:)(?:"
    + "|".join(f"(?P<{kind}>{words})" for kind, words in LABELS)
    + rf")\s*:\s*|{_LEADS})"
)
"""No label is longer than 90 letters; a colon after so many is looked for before the words of labels are."""
_SIGNS = (":", " la ")
"""No label stands without one of these; a look for them is quicker than a search."""


def labels_in(folded: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """(kind, start, end) of the value of each label in a passage that begins with one; else an empty list."""
    labelled = any(folded.find(sign, start, end) >= 0 for sign in _SIGNS)
    first = _LABEL.match(folded, start, end) if labelled else None
    if first is None or (first["lead"] and _SENTENCE.match(folded, first.end(), end)):
        return []
    return _values(folded, start, end)


_SENTENCE = re.compile(
    r"[^:;.]{3,120}?[a-z]\s(?:can cu|co trach nhiem|xay dung|lap danh sach|pho bien|quan triet|gui|bao cao"
    r"|trien khai den"
    r"|trien khai ke hoach|nghiem tuc|chu dong|phan cong|bo tri)(?![a-z])[^:;]*[.]?$"
)
""" "Tổ chức thực hiện: các tổ công đoàn căn cứ Kế hoạch này ...": what bodies are to do, not their names alone."""


_BRACKETED = re.compile(r"\([^()]{4,200}\)[.;]?")
_ROLE = re.compile(r"chu tri|phoi hop|hoan thanh|thoi gian|thuong xuyen")


def is_bracketed(folded: str, start: int, end: int) -> bool:
    """A line like "(Ban Tổ chức chủ trì, hoàn thành trong quý I)" about the task above it."""
    return _BRACKETED.fullmatch(folded, start, end) is not None and _ROLE.search(folded, start, end) is not None


def is_detail(folded: str, start: int, end: int) -> bool:
    said = any(last > first for _, first, last in labels_in(folded, start, end))
    return said or is_bracketed(folded, start, end)


_SHORT = 8
"""Letters of work before labels in brackets: "Khảo sát (chủ trì: ...)"."""


def labels_inside(folded: str, start: int, end: int) -> tuple[int, list[tuple[str, int, int]]]:
    """Labels at the end of a passage that states work: where they begin, and their values."""
    if all(folded.find(sign, start, end) < 0 for sign in _SIGNS):
        return end, []
    for found in _LABEL.finditer(folded, start, end):
        if found.start() == start or found["facts"]:
            continue
        before = folded[start : found.start()].rstrip()
        if before.endswith((".", ";", "(", "-", "+")) and len(before) > (_SHORT if before.endswith("(") else 15):
            return found.start(), _values(folded, found.start(), end)
    return end, []


_TIME_AFTER = re.compile(
    r"\.\s(?=(?:xong|hoan thanh|hoan tat|cham nhat|truoc|trong (?:ngay|tuan|thang|quy)|han|thoi (?:gian|han)"
    r"|den ngay|ngay)(?![a-z]))"
)
""" "Thực hiện: đ/c Nguyễn Minh Hải. Xong trước 15/4": a sentence of time after who does it."""


def _values(folded: str, start: int, end: int) -> list[tuple[str, int, int]]:
    found = list(_LABEL.finditer(folded, start, end))
    values = []
    for at, match in enumerate(found):
        stop = found[at + 1].start() if at + 1 < len(found) else end
        late = _TIME_AFTER.search(folded, match.end(), stop) if match["lead"] or match["cooperating"] else None
        stop = late.start() if late else stop
        values.append(
            (
                (match.lastgroup or "").removesuffix("_is"),
                match.end(),
                match.end() + len(folded[match.end() : stop].rstrip(" ;.,-+()")),
            )
        )
    return values
