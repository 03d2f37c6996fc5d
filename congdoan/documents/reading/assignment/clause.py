"""What one clause of the implementation part does: hands over sections, coordinates the whole, or gives new work."""

from __future__ import annotations

import re

from congdoan.documents.reading.assignment.references import REMAINDER, Reference, references_in

_DOES = re.compile(
    r"chu tri|phu trach|chiu trach nhiem|thuc hien|trien khai|tham muu|dam nhan|dam nhiem|to "
    r"chuc|theo doi|phoi hop|duoc giao|giao|phan cong|dau moi"
)
_WHOLE = re.compile(
    r"(?:(?:toan bo|tat ca|cac)\s)?(?:noi dung|nhiem vu|viec)?\s?(?:cua\s|trong\s)?(?:ke hoach"
    r"|chuong trinh|nghi quyet|chi thi|quyet dinh|de an|huong dan|ket luan|cong van|quy che"
    r"|cuoc van dong|phong trao|thang cong nhan)(?:\s(?:nay|tren))?"
)
_OVERALL = re.compile(
    r"(?:chu tri|dau moi|co quan thuong truc|bo phan thuong truc|don vi thuong truc|thuong truc"
    r"|giup|tham muu)(?![a-z]).{0,160}?"
    r"(?:trien khai thuc hien|to chuc thuc hien|trien khai|theo doi|don doc|thuc hien)"
)
_FOLLOW = re.compile(
    r"(?:theo doi|don doc|kiem tra|giam sat|tong hop|so ket|tong ket|danh gia|bao cao|dinh ky)(?![a-z])"
)
_GENERAL = re.compile(
    r"^(?:va\s)?(?:(?:can cu|tren co so|theo)[^,;]{0,160},\s)?(?:(?:nghiem tuc|chu dong|tich cuc"
    r"|khan truong|kip thoi|co trach nhiem|chiu trach nhiem|pho bien|quan triet|cung|tiep tuc"
    r"|phoi hop|va|,)\s?)*"
    r"(?:trien khai|to chuc|thuc hien|thi hanh|chap hanh)(?:[ ,]+(?:to chuc|trien khai|quan "
    r"triet|va|day du|nghiem tuc|thuc hien|thi hanh|tot|co hieu qua|hieu qua|dong bo|kip thoi))*"
    r"\s(?:(?:cac|tot cac|toan bo)\s)?(?:(?:noi dung|nhiem vu|muc tieu|chi tieu|giai phap)[ "
    r",]*(?:va\s)?){0,3}(?:cua\s|theo\s|trong\s|tai\s)?(?:ke hoach|quyet dinh|nghi quyet|chi thi"
    r"|chuong trinh|huong dan|ket luan|de an|quy che|cong van)\snay[\s./]*$"
)
_BASED = re.compile(
    r"^(?:va\s)?can cu[^;]{0,120}\snay\s?,?\s(?:(?:nghiem tuc|chu dong|khan truong|kip thoi|phoi hop|cac don vi)\s)*"
    r"(?:trien khai|to chuc)(?:\s(?:trien khai|thuc hien|to chuc|co hieu qua|kip thoi|nghiem tuc))*[\s./]*$"
)
_DUTY_END = re.compile(
    r"(?:chiu trach nhiem|co trach nhiem)\s(?:thi hanh|thuc hien|to chuc thuc hien)[^.;]{0,80}nay[\s./]*$"
)
_COORDINATES = re.compile(
    r"(?:theo doi|don doc|dau moi|tong hop|thuong truc).{0,120}(?:viec (?:to chuc |trien khai "
    r")?thuc hien|ket qua thuc hien|tinh hinh thuc hien|trien khai thuc hien|tien do thuc hien"
    r"|thuc hien)\s?(?:cac noi dung\s|cac nhiem vu\s|toan bo\s)?(?:cua\s)?(?:ke hoach|chuong "
    r"trinh|nghi quyet|chi thi|de an|quyet dinh|cong van|huong dan|ket luan|$|[,.;])"
)


def named_sections(text: str, folded: str, start: int, end: int, after: int) -> list[Reference]:
    """Sections that the clause hands over, when it hands over any; looked for from offset `after` on."""
    return references_in(text, folded, after, end) if _DOES.search(folded, start, end) else []


def remainder_in(folded: str, start: int, end: int) -> re.Match[str] | None:
    return REMAINDER.search(folded, start, end)


def coordinates(clause: str) -> bool:
    """Whether a folded clause makes a body coordinate the whole paper."""
    found = _OVERALL.search(clause)
    if found is None:
        return _COORDINATES.search(clause) is not None
    rest = clause[found.end() :].strip(" .,;:/")
    whole = _WHOLE.match(rest)
    if rest == "" or (whole is not None and whole.end() == len(rest)):
        return True
    return _COORDINATES.search(clause) is not None


def is_general(clause: str) -> bool:
    """ "... nghiêm túc triển khai thực hiện Kế hoạch này": nothing that is not said already."""
    return any(pattern.search(clause) for pattern in (_GENERAL, _BASED, _DUTY_END))


def only_coordinates(clause: str) -> bool:
    """A coordinating clause that adds no follow-up of its own."""
    return _FOLLOW.search(clause) is None
