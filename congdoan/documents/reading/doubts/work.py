"""How sure it is that a passage is a task."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.learned.work import chance_of_work
from congdoan.documents.reading.outline.parts import IMPLEMENTATION
from congdoan.documents.reading.tasks.draft import Draft
from congdoan.documents.reading.tasks.found import Found

_PAPER = (
    r"(?:ke hoach|chuong trinh|nghi quyet|chi thi|quyet dinh|de an|huong dan|ket luan|cong van|quy che|quy dinh"
    r"|thong bao|van ban|bien ban)"
)
_OPENS = re.compile(
    r"(?:\W*trong qua trinh|moi (?:thong tin|chi tiet|vuong mac|y kien)|\(ban hanh|thong tin chi tiet|chi tiet )"
)
_CLOSES = re.compile(
    r"co the (?:duoc )?(?:dieu chinh|bo sung|thay doi)"
    r"|(?<!viec )(?:thuc hien|chap hanh|thi hanh|trien khai)(?: tot| nghiem tuc| day du| noi dung)*"
    rf"(?: {_PAPER}[^.;]{{0,20}} (?:nay|tren))?[ ./]*$"
    r"|tu giai the|kiem nhiem[ ./]*$|vuong mac|lien he |dien thoai:?[ .]*\d|duoc lap thanh|co gia tri"
    r"|chiu trach nhiem truoc"
    r"|quan tam[^.;]{0,60}$|kem theo[ ).]*$|day du[ ./]*$|tran trong"
)
"""Words of last sentences, of contact lines and of notes."""
_END = 90
"""Characters at the end of a passage in which such words tell."""
_LABELLED = re.compile(r"[A-ZĐ][^\W\d_]+(?: [^\W\d_]+){0,2} \d{1,2}[.:]\s")
""" "Nhiệm vụ 1. ...": a label that is no numbering known."""


_LABEL = re.compile(
    r"(?:thoi gian|thoi han|dia diem|thanh phan|hinh thuc|co quan lam|doi tuong|so luong|san pham|ket qua"
    r"|kinh phi)(?![a-z])"
)
""" "Thời gian tháng 5/2023": rather about the task above."""
_ASSIGNS = re.compile(
    r"(?:chu tri|phu trach)(?![a-z])[^.;]{0,100}\s(?:nhiem vu|noi dung|giai phap|phan viec|muc|phan)\s(?!can|tong|khen)"
)
""" "Ban Tổ chức chủ trì các nhiệm vụ về ...": may hand over what stands elsewhere."""


_HANDS_OVER = re.compile(
    r"(?:chu tri|thuc hien|phu trach|dam nhan|tham muu|lo(?<![a-z]lo))(?![a-z])[^.;]{0,60}?\s(?:(?:muc"
    r"|khoan|diem|noi dung|nhiem vu|phan)"
    r"\s(?:so )?(?:\d{1,2}|[ivx]{1,4})(?![\d%/a-z])|(?:phu luc|bang phan cong|danh muc)(?: kem theo"
    r"| dinh kem)?[^.;]{0,20}[.;]?$)"
)
"""Each way begins with a letter: so the search passes over most of a passage at once."""
_NUMBERS_LAST = re.compile(r"\((?:\d\.){1,3}\d[^)]*\)[.;]?$")
""" "Phòng Y tế lo phần thuốc (3.1.2; 3.1.3)": a passage that names sections may only hand them over."""


_TELLS = re.compile(
    r"\. (?:tuy nhien|ben canh do|mac du)(?![a-z])|(?<![a-z])duoc (?:nang len|cai thien|quan tam hon)(?![a-z])"
    r"|; da (?:phat trien|thanh lap|to chuc|ket nap|hoan thanh|xay dung)(?![a-z])"
)
""" "Sau 02 năm thực hiện, nhận thức được nâng lên; đã kết nạp ... . Tuy nhiên, ...": what was, not what is to be."""


_HARDLY, _SURELY = 0.2, 0.995
"""How likely it must be at least that a passage is work, and from where on no rule doubts it."""


def may_be_none(found: Found, draft: Draft, *, last: bool) -> bool:
    """Whether a task may be none; `last`: it is the last of the paper."""
    text, block = found.paper.text, draft.block
    words = found.paper.folded[draft.start : draft.end]
    chance = chance_of_work(words, block.part)
    if chance < _HARDLY:
        return True
    if block.columns is not None:
        return False
    first = text[draft.start]
    if not first.isupper() or _LABEL.match(words) or words.endswith(":") or _LABELLED.match(text, draft.start):
        return True
    if chance > _SURELY:
        return False
    if _HANDS_OVER.search(words) is not None or _NUMBERS_LAST.search(words) is not None:
        return True
    if draft.due is not None:
        return False
    if _TELLS.search(words) is not None:
        return True
    if block.part == IMPLEMENTATION and _ASSIGNS.search(words):
        return True
    aside = last and block.marker is None
    return aside or _OPENS.match(words) is not None or _CLOSES.search(words[-_END:]) is not None
