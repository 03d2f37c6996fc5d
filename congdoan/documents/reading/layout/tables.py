"""Tells tables of data from tables that only place text, and joins the lines of a cell."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.layout.letters import vietnamese

_HEADS = re.compile(
    r"\b(?:s?tt|noi dung|nhiem vu|cong viec|chu tri|phoi hop|thoi gian|thoi han|tien do|san pham|ket qua|chi tieu"
    r"|don vi|ghi chu|hoat dong|phan cong)\b"
)
_MORE_HEADS = re.compile(
    r"(?:nguoi|don vi|bo phan|can bo|to|ban) (?:phu trach|lam|thuc hien|chiu trach nhiem|dam nhan|duoc giao)"
    r"|(?:phai )?(?:hoan thanh|xong)(?: (?:truoc|ngay))?|han(?: (?:chot|xong|nop))?|phu trach|ai (?:lam|phu trach)"
    r"|(?:ten |cac )?viec(?: (?:phai|can) lam)?|hang muc|trach nhiem|dia diem"
)
"""Other names of columns, which tell a head only where they fill their cells."""
NUMBER_HEAD = re.compile(r"(?:s\.?\s?)?t\.?\s?t\.?|so tt|so thu tu")
"""What the column of numbers is called."""
_PLACING = re.compile(
    r"cong hoa xa hoi|doc lap - tu do|dang cong san viet nam|noi nhan|^\s*so\s*:|\b[tk]m\.|\bkt\.|\btl\.|\btuq\."
)
_CONTINUES = vietnamese(r"[a-zà-ỹđ(&–—,;]")
_ENDS = re.compile(r"[.,;:!?…–—-]$")


def is_layout(rows: list[list[str]]) -> bool:
    """Whether a table only places text, such as a letterhead or the signature block."""
    folded = [[fold(cell) for cell in row] for row in rows]
    width = max((len(row) for row in rows), default=0)
    if width < 2 or len(rows) < 2:
        return not (rows and is_head(folded[0]))
    if any(is_head(row) for row in folded[:4]):
        return False
    if any(_PLACING.search(cell) for row in folded for cell in row):
        return len(rows) <= 8
    return width == 2 and len(rows) < 3


def is_head(folded_row: list[str]) -> bool:
    """Whether a folded row names the columns of a task table."""
    named = [
        cell
        for cell in folded_row
        if len(cell) < 60 and (_HEADS.search(cell) or _MORE_HEADS.fullmatch(cell.strip(" .:")))
    ]
    return len(named) >= 2


_PERIODS = re.compile(r"thang|quy|tuan|nam")
_LONGEST_NAME = 40


def names_column(folded: str) -> bool:
    """Whether a folded line is the name of a column and nothing else."""
    words = folded.strip(" .:")
    if len(words) > _LONGEST_NAME or words.count(" ") > 5:
        return False
    return bool(_HEADS.match(words) or _MORE_HEADS.fullmatch(words) or _PERIODS.fullmatch(words) or _WHO.match(words))


_WHO = re.compile(
    r"(?:nguoi|don vi|co quan|bo phan|ban|can bo)\b.{0,24}(?:chu tri|phoi hop|phu trach|thuc hien|tham muu)"
)


def count_columns(folded: str) -> int:
    """How many different words that name a column of a task table a folded text has."""
    return len(set(_HEADS.findall(folded)))


def join_cell_lines(lines: list[str]) -> str:
    """The lines of one cell as one text: items apart, broken phrases together."""
    text = ""
    for line in lines:
        if not text or not line:
            text = text or line
        elif _CONTINUES.match(line) or _ENDS.search(text):
            text = f"{text} {line}"
        else:
            text = f"{text}; {line}"
    return text
