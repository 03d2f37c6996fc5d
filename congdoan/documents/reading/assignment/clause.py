"""What one clause of the implementation part does: hands over sections, coordinates the whole, or gives new work."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.references import REMAINDER
from congdoan.documents.reading.tasks.verbs import folded_verb_at

_DOES = re.compile(
    r"chu tri|phu trach|chiu trach nhiem|thuc hien|trien khai|tham muu|dam nhan|dam nhiem|to "
    r"chuc|theo doi|phoi hop|duoc giao|giao|thuoc trach nhiem|phan cong|dau moi|cu the hoa|chi dao|lanh dao"
    r"|(?<![a-z])lo (?:phan|khau|viec|muc|noi dung|nhiem vu|ve)(?![a-z])"
)
_PAPER = (
    r"(?:ke hoach|chuong trinh|nghi quyet|chi thi|quyet dinh|de an|huong dan|ket luan|cong van|quy che|quy dinh"
    r"|thong bao|phuong an|cong dien)(?: hanh dong| phoi hop| lien tich| cong tac)?"
)
_WHOLE = re.compile(
    rf"(?:(?:toan bo|tat ca|cac|tot)\s)*(?:(?:noi dung|nhiem vu|viec|giai phap)[ ,]*)*(?:cua\s|trong\s"
    rf"|tai\s)?(?:{_PAPER}"
    r"|cuoc van dong|phong trao|thang cong nhan)(?:\s(?:nay|tren))?"
)
_OVERALL = re.compile(
    r"(?:chu tri|dau moi|co quan thuong truc|bo phan thuong truc|don vi thuong truc|thuong truc"
    r"|giup|tham muu)(?![a-z])(?:(?!bo tri|kinh phi|du toan|trich |can doi|ban hanh|xay dung|quy hoach).){0,160}?"
    r"(?:trien khai thuc hien|to chuc thuc hien|to chuc trien khai|trien khai|theo doi|don doc|thuc hien)"
)
_HOW = (
    r"(?:nghiem tuc|nghiem|dong bo|kip thoi|day du|toan dien|tot|co hieu qua|hieu qua|dung tien do|chat luong"
    r"|co chat luong)"
)
_LEADS_WHOLE = re.compile(
    r"chu tri(?![a-z])(?P<before>[^.;]{0,240}?)(?P<carry>(?<![a-z])(?:to chuc|trien khai|thuc hien|thi hanh)"
    rf"(?:(?:,| va)? (?:to chuc|trien khai|thuc hien|thi hanh))*)(?:(?:,| va)? {_HOW})*"
    r" (?:(?:toan bo|tat ca|cac|nhung)\s)*(?:(?:noi dung|nhiem vu|viec|giai phap|chi tieu|muc tieu|hoat dong)"
    rf"(?:,| va)? )*(?:(?:neu|de ra|duoc|ghi|cua|trong|tai|theo)\s)*{_PAPER}"
    r"(?:\snay(?!\s(?:tren dia ban|tai|o|trong))|(?=\s*$|[,.;]|\s(?:bao dam|dam bao|dung|dat|den|mot cach"
    r"|co hieu qua|hieu qua|va|voi)(?![a-z])))"
)
_NOT_WHOLE = re.compile(
    r"(?<![a-z])(?:theo doi|don doc|kiem tra|giam sat|tong hop|so ket|tong ket|danh gia|bao cao|bo tri|kinh phi"
    r"|du toan|trich|can doi|ban hanh|xay dung|quy hoach|huong dan|tuyen truyen|pho bien|quan triet|chuc nang"
    r"|linh vuc|pham vi|phan cong|duoc giao|ket qua|tinh hinh|tien do)(?![a-z])"
)
_CARRIES_ITSELF = re.compile(r"(?:,|(?<![a-z])va)\s$")
_FOLLOW = re.compile(
    r"(?:theo doi|don doc|kiem tra|giam sat|tong hop|so ket|tong ket|danh gia|bao cao|dinh ky)(?![a-z])"
)
_EMPTY = (
    r"nghiem tuc|chu dong|tich cuc|khan truong|kip thoi|co trach nhiem|chiu trach nhiem|pho bien|quan triet|cung"
    r"|tiep tuc|phoi hop|va|trien khai|to chuc|thuc hien|thi hanh|chap hanh|day du|tot|co hieu qua|hieu qua|dong bo|cac"
    r"|noi dung|nhiem vu|muc tieu|chi tieu|giai phap|cua|theo|trong|tai|nay|tren|toan bo|viec|voi|chat che|lien quan"
    r"|don vi|co quan|dia phuong|chuc nang|duoc giao|duoc phan cong|cua minh|don vi minh|quy dinh|cap minh|de|can|phai"
    r"|cu the|hoa|quan tam|tich cuc|chi dao|lanh dao|phong|cap duoi|truc thuoc|linh hoat|sang tao|tham gia"
    r"|phan cong|ban"
    r"|nganh|dung|can cu|tinh hinh|thuc te|dieu kien|tren dia ban|phu hop|dac diem|dac thu|cua don vi"
    r"|(?:dung )?(?:thoi gian|tien do|yeu cau|thoi han|ke hoach)"
)
_GENERAL = re.compile(
    rf"(?:(?:{_EMPTY}|{_PAPER})(?![a-z])[\s,]*)*(?:trien khai|thuc hien|thi hanh|chap hanh)(?![a-z])[\s,]*"
    rf"(?:(?:{_EMPTY}|{_PAPER})(?![a-z])[\s,]*)*[\s./]*$"
)
_BASED = re.compile(
    r"^(?:va\s)?(?:duoc (?:giao|phan cong) [^,;]{0,40} )?"
    r"(?:can cu|tren co so|theo(?! doi))\s(?:(?!(?:xay dung|lap|ban hanh|cu the hoa)\s)[^;]){0,160}?"
    r"(?:\snay|duoc giao|thuc te|don vi|dia phuong|nhiem vu)\s?,?\s"
)
_GIVEN = re.compile(r"\s*(?:duoc|da) (?:giao|phan cong)\s")
_BACK = re.compile(
    r"(?:nhiem vu|noi dung|cong viec)[^,;]{0,20} (?:duoc|da) (?:phan cong|giao|neu)(?: cu the)? (?:tai|theo|trong)\s"
)
_LONG = 400
_ANSWERS = re.compile(r"^(?:va\s)?(?:phu trach chung|chi dao chung|chiu trach nhiem (?:chung|truoc))")
_BESIDES = re.compile(
    r",\s(?:chu tri|truc tiep|phu trach|to chuc|dieu hanh|phan cong|kiem tra|lam viec|duyet|ky|bao cao)(?![a-z])"
)
""" "Chịu trách nhiệm chung, chủ trì các phiên họp": work besides."""
_NEXT_VERB = re.compile(
    r",\s(?!(?:lam|lanh dao|chi dao|chiu|theo doi|don doc|giam sat|dieu hanh|to chuc thuc hien|trien khai|thuc hien"
    r"|kiem tra)(?![a-z]))(?P<words>[a-z]+(?: [a-z]+){0,3})"
)
""" "Phụ trách chung, viết diễn văn, mời đại biểu"."""
_DISSOLVES = re.compile(
    r"(?:to [^.;]{0,60}|ban [^.;]{0,60}|doan [^.;]{0,60})?(?:se |duoc )?(?:tu )?(?:dong )?(?:giai the"
    r"|cham dut hoat dong)"
    r"(?:,? (?:sau )?khi| va| sau)[^.;]{0,60}[\s./]*$"
)
""" "Tổ công tác tự giải thể sau khi hoàn thành nhiệm vụ": no work."""
_DUTY_END = re.compile(
    r"(?:chiu trach nhiem|co trach nhiem)\s(?:thi hanh|thuc hien|to chuc thuc hien)[^.;]{0,80}nay"
    r"(?: ke tu ngay [a-z]+)?[\s./]*$"
    r"|can cu (?:quyet dinh|nghi quyet|quy che|chi thi)(?: nay)? (?:to chuc )?(?:thi hanh|thuc hien)[\s./]*$"
)
_COORDINATES = re.compile(
    r"(?:theo doi|don doc|dau moi|tong hop|thuong truc).{0,120}(?:viec (?:to chuc |trien khai "
    r")?thuc hien|ket qua thuc hien|tinh hinh thuc hien|trien khai thuc hien|tien do thuc hien"
    r"|thuc hien)\s?(?:cac noi dung\s|cac nhiem vu\s|toan bo\s)?(?:cua\s)?(?:ke hoach|chuong "
    r"trinh|nghi quyet|chi thi|de an|quyet dinh|cong van|huong dan|ket luan|$|[,.;])"
)


_STANDING = re.compile(
    rf"\s*(?:va\s)?(?:la|lam)\s(?:(?:co quan|don vi|bo phan)\s(?:thuong truc|dau moi)|thuong truc)"
    rf"(?:\s(?:cua|giup viec|trien khai|thuc hien|giup|cho|theo doi))*\s?(?:{_PAPER})?(?:\snay)?[\s./]*$"
)
""" "Là cơ quan thường trực Đề án"."""
_LEFT_OVER = ("con lai", "khac", "khong", "chua", "ngoai")
"""Nothing remains without one of these; a look for them is quicker than a search."""
_REFERS_FIRST = re.compile(
    r"[\s,;(]*(?:va |ca |rieng |tu |toan bo |tru |ngoai tru |khong bao gom )*"
    r"(?:\"|(?:cac )?(?:muc|khoan|diem|dieu|phan|phu luc|y thu|tieu muc"
    r"|(?:nhiem vu|noi dung|viec|hoat dong)(?=\s[\"'\d]))\s)"
)


_OVERSEES = re.compile(
    r"(?:va |cung |thuong xuyen |dinh ky )*(?:huong dan|kiem tra|giam sat|theo doi|don doc|danh gia)(?![a-z])"
    r"(?:(?!chu tri|phu trach|chiu trach nhiem)[^;.]){0,60}?\s(?:viec|ket qua|tinh hinh|tien do)\s"
    r"(?:to chuc |trien khai )*"
    r"(?:thuc hien\s|(?=(?:cua |cac |noi dung |nhiem vu )*(?:muc|khoan|diem|phan|dieu|phu luc)\s))"
)


def oversees(clause: str) -> bool:
    """ "... hướng dẫn, kiểm tra việc thực hiện các nội dung tại phần III": others do what stands there."""
    return _OVERSEES.match(clause.strip(" :,")) is not None


def hands_over(folded: str, start: int, end: int, goes_on: bool) -> bool:
    """Whether a clause may hand over sections. `goes_on`: the clause before did, so that naming one is enough."""
    if _DOES.search(folded, start, end) is not None:
        return True
    first = _REFERS_FIRST.match(folded, start, end) if goes_on else None
    return first is not None or (goes_on and remainder_in(folded, start, end) is not None)


def remainder_in(folded: str, start: int, end: int) -> re.Match[str] | None:
    if all(folded.find(word, start, end) < 0 for word in _LEFT_OVER):
        return None
    return REMAINDER.search(folded, start, end)


def refers_back(clause: str) -> bool:
    """ "... thực hiện nhiệm vụ được phân công tại Phụ lục I": who does what is said elsewhere."""
    return _BACK.search(clause) is not None


def is_given(clause: str) -> bool:
    """ "... được giao nhiệm vụ tại Phần II gửi kết quả ...": says who they are, and what they do besides."""
    return _GIVEN.match(clause) is not None and "chu tri" not in clause


def coordinates(clause: str) -> bool:
    """Whether a folded clause makes a body coordinate the whole paper."""
    if _STANDING.match(clause):
        return True
    found = _OVERALL.search(clause)
    if found is None:
        return _COORDINATES.search(clause) is not None
    rest = clause[found.end() :].strip(" .,;:/")
    whole = _WHOLE.match(rest)
    if rest in ("", "chung") or (whole is not None and whole.end() == len(rest)):
        return True
    return _COORDINATES.search(clause) is not None


def leads_whole(clause: str) -> bool:
    """Whether a clause makes a body lead what nobody else leads: "chủ trì ... tổ chức thực hiện Kế hoạch này".

    Not who follows up or urges others: "chủ trì theo dõi, đôn đốc các đơn vị tổ chức thực hiện Kế hoạch".
    """
    found = _LEADS_WHOLE.search(clause)
    if found is None:
        return False
    itself = found["carry"].startswith("to chuc") and _CARRIES_ITSELF.search(found["before"]) is not None
    return itself or _NOT_WHOLE.search(found["before"]) is None


def is_general(clause: str) -> bool:
    """ "... nghiêm túc triển khai thực hiện Kế hoạch này": nothing that is not said already."""
    clause = clause.strip()
    if len(clause) > _LONG:
        return False
    if (_ANSWERS.match(clause) and not _adds_work(clause)) or _DUTY_END.search(clause):
        return True
    if _DISSOLVES.match(clause):
        return True
    based = _BASED.match(clause)
    return any(_GENERAL.match(clause, at) is not None for at in {0, based.end() if based else 0})


def _adds_work(clause: str) -> bool:
    """Whether who answers for the whole does something besides."""
    more = any(folded_verb_at(found["words"].split()) for found in _NEXT_VERB.finditer(clause))
    return more or _BESIDES.search(clause) is not None


_CARRIES_OUT = re.compile(
    r"\s*(?:to chuc )?(?:trien khai )?(?:thuc hien|thi hanh) (?:toan dien |tot |co hieu qua )?nghi quyet"
)


def carries_out_resolution(clause: str) -> bool:
    """ "Giao Ủy ban nhân dân tổ chức thực hiện Nghị quyết": who leads what nobody else is given."""
    return _CARRIES_OUT.match(clause) is not None


def answers_for_all(folded: str) -> bool:
    """A sentence like "Văn phòng, các ban ... chịu trách nhiệm thi hành Quyết định này"."""
    return _DUTY_END.search(folded) is not None and ". " not in folded


_CONTACT = re.compile(
    r"(?:la|lam|giu vai tro)\s(?:(?:co quan|don vi|bo phan)\s(?:thuong truc|dau moi)|dau moi)(?![a-z])"
)


def is_contact(clause: str) -> bool:
    """ "... là cơ quan thường trực", "làm đầu mối": work of its own, whatever else the clause hands over."""
    return _CONTACT.search(clause) is not None


def only_coordinates(clause: str) -> bool:
    """A coordinating clause that adds no follow-up of its own."""
    return _FOLLOW.search(clause) is None and not is_contact(clause)
