"""Task tables: which column holds the work, the lead, the time limit and the product."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

from congdoan.documents.reading import lazy_re as re

COLUMNS: tuple[tuple[str, str], ...] = (
    ("number", r"^(?:s\.?\s?t\.?\s?t|t\.?t|so tt|so thu tu|thu tu|no\.?|ma(?: so| viec| nhiem vu| cong viec)?"
    r"|so hieu)$"),
    ("content", r"viec (?:phai|can|se) (?:lam|thuc hien)|(?:noi dung|nhiem vu) (?:phai|can) (?:lam|thuc hien)"
    r"|^(?:noi dung|nhiem vu|cong viec|(?:phan |mang )?viec)(?: cong viec| cu the)? (?:duoc )?(?:phan cong|phu trach"
    r"|dam nhan|dam nhiem|chiu trach nhiem)$|^(?:bien phap|cach (?:thuc|lam)|phuong phap)(?: thuc hien)?$"),
    ("facts", r"^(?:noi dung |cac )?(?:kien nghi|y kien|van de|ton tai|han che|thuc trang|hien trang|ly do|nguyen nhan)"
    r"(?! xu ly)"),
    ("both", r"chu tri\s?(?:,|/|va|-|;)\s?(?:don vi\s)?phoi hop|phan cong(?: thuc hien)?$|don vi thuc hien$"),
    ("cooperating", r"phoi hop|^(?:(?:don vi|co quan|bo phan|ban|nguoi|can bo) )?(?:cung )?(?:tham gia|thuc hien cung"
    r"|ho tro|phu(?: giup| viec)?|giup(?: viec)?)$|^(?:(?:don vi|co quan|bo phan|nguoi) )?cung "),
    ("facts", r"^(?:nguoi|can bo|don vi|bo phan|lanh dao) (?:kiem tra|giam sat|duyet|ky|theo doi|don doc|nghiem thu)$"),
    ("leader", r"lanh dao|nguoi (?:phu trach )?chi dao|(?:thuong truc|dong chi) (?:phu trach|chi dao)|chi dao$"
    r"|^(?:dong chi )?(?:truong|to truong|nhom truong|doan truong)(?: (?:cac )?(?:tieu ban|ban|nhom|doan|to|bo phan)"
    r"(?: (?:kiem tra|giam sat|cong tac|khao sat|thanh tra))?)?(?: phu trach)?$"
    r"|(?:dong chi|nguoi|ai|do) [a-z ]{0,20}?(?:lam|giu|la) (?:truong|to truong|doan truong|nhom truong)"
    r"(?: (?:tieu ban|ban|nhom|doan|to))?$"),
    ("lead", r"^(?:[a-z, /]{2,30} )?tham muu(?: chinh)?$|^(?:(?:nhan su|nguoi|can bo) )?(?:lam )?chinh$"
    r"|chu tri|phu trach|chiu trach nhiem"
    r"|nguoi thuc hien|trach nhiem|don vi (?:thuc hien|duoc "
    r"giao|dau moi|bao cao|gui)|(?:co quan|ban|bo phan|phong|phong ban|to) (?:tham muu|thuc hien)|dau moi|phan cong"
    r"|(?:don vi|co quan|bo phan|ban|phong|nguoi|can bo|noi) (?:duoc giao|chuan bi|trien khai|soan thao|phuc vu|xu ly"
    r"|giai quyet|dam nhan|dam nhiem|lam)(?: noi dung)?$|^(?:to|doan) (?:kiem tra|giam sat|cong tac)$"),
    ("product", r"san pham|ket qua|dau ra|minh chung|hinh thuc van ban"),
    ("begun", r"bat dau|khoi cong|khoi dau|tu ngay$|ngay (?:giao|nhan)"),
    ("due", r"thoi gian|thoi han|tien do|han (?:hoan|xong|nop|bao|gui|chot|cuoi)|hoan thanh|thoi diem"
        "|^(?:ky )?han$|^(?:phai )?xong|^(?:thang|quy|tuan)(?: thuc hien|/nam)?$"
    r"|ngay|ket thuc|^moc"),
    ("target", r"chi tieu|muc tieu"),
    ("facts", r"chuc vu|chuc danh|don vi cong tac"),
    ("content", r"linh vuc|hang muc|chuyen de"
    r"|noi dung|nhiem vu|cong viec|ten viec|hoat dong|viec (?:can )?(?:lam|thuc hien)|giai phap"
    r"|dau viec|^viec|ten nhiem vu|chuong trinh|yeu cau"),
    ("facts", r"dia diem|thanh phan|kinh phi|so luong|doi tuong|don vi tinh|dvt"),
    ("content", r"^(?:(?:ten )?(?:don vi|doanh nghiep|co so|noi) )?duoc (?:kiem tra|giam sat|thanh tra|khao sat)$"
    r"|^noi (?:kiem tra|giam sat|lam viec|den)$"),
    ("content", r"^(?:cac )?muc(?: so)?$"),
    ("lead", r"thuc hien$|^(?:(?:ten )?(?:cac )?(?:don vi|co quan|bo phan|ban|phong ban|tieu ban|phong|to|khoa"
    r"|to giup viec|bo phan giup viec))$"),
    ("note", r"ghi chu|can cu|co so"),
)  # fmt: skip
_KINDS = [(kind, re.compile(words)) for kind, words in COLUMNS]
_COUNT = re.compile(r"\(?\d{1,2}\)?")


_PERSON = re.compile(r"\s*ho,? (?:va )?(?:chu lot,? )?ten")
""" "Họ và tên | Chức vụ | Nhiệm vụ": a list of members."""


_PERIOD = re.compile(r"(?:thang|quy|tuan|nam)(?: thuc hien)?")
""" "Quý | Nội dung | Thời gian": the exact time stands in the other column; the period only where that is empty."""
_FIRST_LEADS = re.compile(r"chu tri\W{1,3}(?:va )?(?:don vi )?phoi hop")
""" "Chủ trì/phối hợp": of the bodies in a cell the first leads."""
_NAMES_LEAD = re.compile(r"chu tri|chiu trach nhiem|nguoi|dau moi")


def kinds_in(folded_cells: list[str], *, members: bool = True) -> dict[str, int]:
    """The column index of each kind that a row names; none where it may stand over a list of `members`."""
    found: dict[str, int] = {}
    for at, cell in enumerate(folded_cells):
        words = cell.strip(" .:;*")
        if not words or len(words) > 70:
            continue
        kind = _kind_of(words)
        if kind == "due" and kind in found and _PERIOD.fullmatch(folded_cells[found[kind]].strip(" .:;*")):
            found["period"] = found.pop("due")
        if kind and (kind not in found or _is_better(kind, words, folded_cells[found[kind]])):
            found[kind] = at
    if members and lists_people(folded_cells, found):
        return {}
    if not found.keys() & _WHO_OR_WHEN and _counts_money(folded_cells):
        return {}
    person = next((at for at, cell in enumerate(folded_cells) if _PERSON.match(cell)), None)
    if person is not None and "content" in found and not _NAMES_LEAD.search(folded_cells[found.get("lead", person)]):
        found["lead"] = person
    if "both" in found and "lead" not in found and not _FIRST_LEADS.search(folded_cells[found["both"]]):
        found["lead"] = found.pop("both")
    if "content" not in found and "target" not in found and found.keys() & {"lead", "leader"} and "number" in found:
        found["content"] = _unnamed(folded_cells, found)
    if "leader" in found and "lead" not in found:
        found["lead"] = found.pop("leader")
    if "content" not in found and "target" in found and "lead" in found:
        found["content"] = found["target"]
    return found


@lru_cache(maxsize=1024)
def _kind_of(words: str) -> str | None:
    """The kind of column that words name; the same words stand in table after table."""
    return next((kind for kind, pattern in _KINDS if pattern.search(words)), None)


def lists_people(folded_cells: list[str], kinds: Container[str] = ()) -> bool:
    """Whether a row stands over names of people who are given no work: "Họ tên | Chức vụ | Điện thoại"."""
    return not any(kind in kinds for kind in _OF_WORK) and any(_PERSON.match(cell) for cell in folded_cells)


_MONEY = re.compile(r"(?:so luong|don gia|thanh tien|so tien|don vi tinh|dvt|muc chi|diem.*)(?: \(.*\))?")
""" "Nội dung chi | Đơn giá | Thành tiền", "Tiêu chí | Điểm tối đa | Điểm tự chấm": what is paid or counted."""
_WHO_OR_WHEN = frozenset(("lead", "leader", "both", "cooperating", "due"))


def _counts_money(folded_cells: list[str]) -> bool:
    return sum(_MONEY.fullmatch(cell.strip(" .:;*")) is not None for cell in folded_cells) > 1


_OF_WORK = ("lead", "both", "due", "product")


def is_known(folded: str) -> bool:
    """Whether the words over a column tell of which kind it is."""
    words = folded.strip(" .:;*")
    return _kind_of(words) is not None


_BETTER = {
    "content": re.compile(r"noi dung|nhiem vu|cong viec|hoat dong|ten viec|dau viec|^viec|viec (?:phai|can|se)"),
    "due": re.compile(r"hoan thanh|ket thuc|thoi han|^han|han (?:hoan|xong|nop)"),
    "lead": re.compile(r"^(?!(?:ten )?(?:cac )?(?:don vi|co quan|bo phan|ban|phong ban|tieu ban|phong|to|khoa)$)"),
}
"""Of two columns of a kind these are what it is about: "Lĩnh vực | Công việc", "Ngày | Hạn hoàn thành"."""
_OF_GROUPS = re.compile(r"^(?:ten )?(?:cac )?(?:nhom|mang|khoi|phan)(?![a-z])|(?:trong tam|chung|lon)$")
""" "Nhóm nhiệm vụ | Nội dung công việc": what the work belongs to."""
_IN_DETAIL = re.compile(r"cu the|chi tiet")


def _is_better(kind: str, words: str, before: str) -> bool:
    return _rank(kind, words) > _rank(kind, before.strip(" .:;*"))


def _rank(kind: str, words: str) -> int:
    """How much a column of a kind is what the table is about: groups of work, other words, work, work in detail."""
    better = _BETTER.get(kind)
    if better is None:
        return 0
    if kind == "content" and _OF_GROUPS.search(words):
        return -1
    return int(better.search(words) is not None) * (2 if kind == "content" and _IN_DETAIL.search(words) else 1)


def states_work_by_name(folded: str) -> bool:
    """Whether the words over a column say that it holds work, or nothing that is known."""
    words = folded.strip(" .:;*")
    kind = _kind_of(words)
    return kind is None or (kind == "content" and not _OF_GROUPS.search(words))


def _unnamed(folded_cells: list[str], found: dict[str, int]) -> int:
    """The first column that no words tell the kind of: in a table with leads it holds the work."""
    taken = set(found.values())
    return next((at for at in range(len(folded_cells)) if at not in taken), found["number"])


def is_head(kinds: dict[str, int]) -> bool:
    beside = {"number", "lead", "both", "due", "product", "cooperating", "note"}
    return "content" in kinds and bool(kinds.keys() & beside)


def is_count_row(cells: list[str]) -> bool:
    """The row "(1) (2) (3)" under a head."""
    filled = [cell for cell in cells if cell]
    return len(filled) > 1 and all(_COUNT.fullmatch(cell) for cell in filled)
