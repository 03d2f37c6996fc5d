"""What a passage is by its words: a note, a finding, a member of a board, a sentence that only hands work over."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.clause import is_general
from congdoan.documents.reading.assignment.subject import Subject, acts, all_ordered_in, is_giver
from congdoan.documents.reading.assignment.unit_words import PERSON, SURNAME
from congdoan.documents.reading.layout.letters import vietnamese
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.tasks.found import Found
from congdoan.documents.reading.tasks.past import is_of_past_year, tells_past
from congdoan.documents.reading.tasks.sentences import clauses
from congdoan.documents.reading.tasks.work import orders, states_work

_RANK = (
    r"(?:(?:Đại tướng|(?:Thượng|Trung|Thiếu|Đại) (?:tướng|tá|úy)"
    r"|(?:PGS\.?|GS\.?|TS\.?|ThS\.?|Ths\.?|BS(?:CK)?I{0,2}\.?)+)\s)?"
)
_NAMES_ALONE = vietnamese(
    rf"{_RANK}{SURNAME}(?: [A-ZÀ-ỸĐ][a-zà-ỹđ]*){{1,4}}(?:\s+{_RANK}{SURNAME}(?: [A-ZÀ-ỸĐ][a-zà-ỹđ]*){{1,4}}){{0,3}}"
)


def is_name_alone(text: str, block: Block) -> bool:
    """ "Nguyễn Anh Hoa" on a line, or two names beside each other: whoever signs."""
    plain = block.marker is None and block.columns is None and not block.children
    return plain and _NAMES_ALONE.fullmatch(text, block.body, block.end) is not None


_NOTE = re.compile(
    r"(?:\(?ghi chu|(?:bang|bieu|hinh|so do) \d{1,2}[.:]|luu y|\*|chu thich|\(kem theo|\(dinh kem|\(co "
    r"|don vi tinh|mau so)|[^.;:]{8,200}!$"
    r"|(?:day|do) la |\((?!.{0,80}(?:chu tri|phoi hop|(?<!tuyen )giao|thuc hien|hoan thanh|phu trach"
    r"|thoi gian))[^()]*\)[.;]?$"
    r"|(?:cac |moi |thong tin |noi dung )*(?:bieu mau|mau (?:bieu|bao cao)|vuong mac|thac mac|chi tiet)\s"
    r"(?:[^.;:]{0,60}\s)?(?:lien he|(?:duoc )?(?:gui qua|dang (?:tren|tai)|tai (?:ve|tai)))(?![a-z])"
    r"|(?:cac |mot so |noi dung )*khau hieu(?: tuyen truyen| trang tri| hanh dong| chinh)*[:.]?$"
)
_ELSEWHERE = re.compile(r"[^.;]{0,120}(?:phu luc|bieu|danh muc|bang)[^.;]{0,40}(?:kem theo|dinh kem)[^.;]{0,60}[.;]?$")
_AT_ANNEX = re.compile(
    r"(?:cac )?(?:noi dung|nhiem vu|cong viec|viec|phan cong)[^.;:]{0,90}(?:ghi|neu|theo|tai|xem|o) [^.;:]{0,10}"
    r"(?:phu luc|bieu|bang)[^.;:]{0,30}[.;]?"
)

_IS_ATTACHED = re.compile(
    r"(?:bieu|bang|phu luc|danh muc|lich)(?: [^.;:()]{2,60})? (?:kem theo|dinh kem)[^.;:()]{0,60}(?:\([^()]*\))?[.;]?"
)
""" "Biểu phân công kèm theo Kế hoạch này (viết tắt: ...)."."""


_LAST_SAYS_WHERE = re.compile(
    r"\.\s(?:cac )?(?:noi dung|nhiem vu|cong viec|viec)[^.;:]{0,80}(?:ghi|neu|theo|tai|xem|o) [^.;:]{0,12}"
    r"(?:phu luc|bieu|bang|danh muc)[^.;:]{0,50}[.;]?$"
)
""" "... đổi mới hoạt động. Nhiệm vụ cụ thể, thời gian hoàn thành nêu tại Danh mục kèm theo Chương trình này."."""
_BY_TABLE = re.compile(
    r"^(?:[^.;:]{3,80}: )?(?:thuc hien|trien khai|phan cong|xem|chi tiet) (?:theo|nhu|tai|o) (?:bang"
    r"|bieu|phu luc|danh muc)[^.;:]{0,60}[.;]?$"
    r"|^[^.;:]{3,80}: theo (?:bieu|phu luc|danh sach|bang)[^.;:]{0,40}[.;]?$"
    r"|^giao nhiem vu cho [^.;:]{3,160}(?:theo|tai) (?:phu luc|bang|bieu|danh muc)[^.;:]{0,40}[.;]?$"
)
""" "Về nhà ở: thực hiện theo Bảng phân công tại Mục III.", "Giao nhiệm vụ cho các phòng ... theo Phụ lục đính kèm."."""


def is_elsewhere(folded: str) -> bool:
    """ "Các nhiệm vụ cụ thể theo Phụ lục kèm theo": the work stands in another place."""
    if _AT_ANNEX.fullmatch(folded) or _BY_TABLE.search(folded) or _IS_ATTACHED.fullmatch(folded):
        return True
    if _LAST_SAYS_WHERE.search(folded):
        return True
    attached = "kem theo" in folded or "dinh kem" in folded
    return attached and _ELSEWHERE.match(folded) is not None and not states_work(folded)


def is_note(folded: str) -> bool:
    return _NOTE.match(folded) is not None


_MEMBER = re.compile(
    r"[:–-]\s(?:lam )?(?:to truong|to pho|truong ban|pho (?:truong )?ban(?: thuong truc)?|thanh vien|uy vien|thu ky"
    r"|pho to truong|truong doan|pho doan|truong tieu ban)[^.;:]{0,30}[.;]?$"
)
_OF_BOARD = re.compile(
    r"(?:(?:to |tieu ban |doan )?(?:truong|pho)|pho truong|thanh vien|uy vien|thu ky|to truong|to pho)[^:.;]{0,30}:\s"
    r"(?:cac )?(?:dong chi|d/c|ong|ba)\s[^.;:]{3,80}(?:[.;]|; [^.;]*\.)*$"
)
""" "Trưởng tiểu ban: đồng chí ...; thành viên: ..."."""
_PRESENT = re.compile(
    r"(?:dai dien [^:;.]{3,60}|chu tri|chu toa|thu ky|khach moi|tham du|co mat|vang mat"
    r"|thanh phan)\s?: (?:dong chi|d/c|ong|ba)\s[^:]*$"
)
""" "Đại diện người lao động: ông Đặng Quốc Khải, Chủ tịch Công đoàn và 06 ủy viên."."""
_HEADS_TEAM = re.compile(
    r"(?:(?:thanh lap|kien toan) [^:;.]{3,60}: )?"
    r"(?:to|doan|nhom|tieu ban)\s[^:;.]{0,30}(?::| do)\s(?:(?:dong chi|d/c|ong|ba)\s)[^.;]{3,90}\s(?:lam\s)?"
    r"(?:to truong|truong doan|doan truong|nhom truong|truong nhom|truong tieu ban)[^.;]{0,20}(?:; (?:to|doan"
    r"|nhom|tieu ban)"
    r"\s[^.;]{3,120})*[.;]?$"
)
""" "Tổ 1: đồng chí Trịnh Thị Lý, Phó Chủ nhiệm làm tổ trưởng."."""


def is_member(found: Found, block: Block, folded: str) -> bool:
    """ "Bà Mai Thị Lan, Phó Chủ tịch: Tổ trưởng;": who sits on a board."""
    if _OF_BOARD.match(folded) or _PRESENT.match(folded) or _HEADS_TEAM.match(folded):
        return True
    return _MEMBER.search(folded) is not None and PERSON.match(found.paper.text, block.body) is not None


_HANDS = re.compile(
    r"\(?(?:rieng )?(?:(?:cac )?(?:muc|khoan|diem|giai phap|nhiem vu|noi dung|viec|nhom)\s(?:\d|[a-z]\s|[ivx]+\s)"
    r"|(?:cac |toan bo )?(?:giai phap|nhiem vu|noi dung|viec)[^.;:]{0,40}(?:nay|tren|con lai)(?![a-z])"
    r"|(?:cac |toan bo )?(?:giai phap|nhiem vu|noi dung|viec) (?:tai|cua|thuoc|o|trong) (?:muc|khoan|phan"
    r"|diem|dieu) [\divx]"
    r"|(?:giao|de nghi|yeu cau|phan cong) [^.;:]{4,160} (?:thuc hien|chu tri|trien khai)[^.;:]{0,30}(?:nhiem vu"
    r"|noi dung|giai phap)"
    r"[^.;:]{0,24}(?:(?:nay|tren)(?![a-z])|(?:tai|cua|thuoc|o|trong) (?:khoan|muc|diem|phan"
    r"|dieu) [\divx]{1,4}(?![a-z\d])))"
)
_TO_WHOM = re.compile(r"(?<![a-z])(?:giao|do|phan cong|thuoc trach nhiem|chu tri|phu trach)(?![a-z])")


def hands_over_beside(block: Block, folded: str) -> bool:
    """ "Mục 1 giao Ban Tổ chức chủ trì, Văn phòng phối hợp." among the contents: who does what stands beside it."""
    if block.marker is not None:
        return False
    return (_HANDS.match(folded) is not None and _TO_WHOM.search(folded) is not None) or (
        _TAKES.match(folded) is not None and _NUMBERED.search(folded) is not None
    )


_TAKES = re.compile(
    r"\(?(?:cac )?(?:ban|so|phong|van phong|to|uy ban|lien doan|cong doan|trung tam|cuc|chi cuc|vien|hoi|doan|khoa"
    r"|truong|ubnd|ldld|dong chi|d/c|ong|ba)\s[^;:.()]{2,120}?\s(?:chu tri|phu trach|dam nhan|dam nhiem)(?![a-z])"
)
_NUMBERED = re.compile(r"\s(?:muc|khoan|diem|nhiem vu|noi dung|giai phap)\s(?:so\s)?\d{1,2}(?:\.\d{1,2})*(?![\d/%])")
""" "Sở Y tế chủ trì, phối hợp với Sở Tài chính thực hiện mục 3.2 và 3.3.": who does what stands beside it."""


_AGREES = re.compile(
    r"(?:co ban )?(?:tan thanh|thong nhat (?:voi|noi dung|de xuat|chu truong|danh gia|y kien|nhu)|nhat tri|dong y"
    r"|danh gia cao|ghi nhan"
    r"|hoan nghenh|cam on|bieu duong (?:tinh than|su no luc|va))"
)
_PRAISES = re.compile(r"(?:bieu duong|ghi nhan|danh gia cao|hoan nghenh)\s[^.;:]{2,120}\sda\s")
""" "Biểu dương Liên đoàn Lao động thành phố đã ...": what was found good."""
_PASSES = re.compile(
    r"(?:(?:nhat tri|thong nhat|bieu quyet|hoan toan) )*thong qua (?:toan van |noi dung |cac )?(?:bao cao"
    r"|to trinh|du thao|ket qua|quyet toan)(?![a-z])"
)
""" "Thông qua Báo cáo ...": what the meeting itself did."""
_PRESENTS = re.compile(
    r"(?:thong qua|trinh bay|doc|bao cao|pho bien|quan triet|gioi thieu|neu|phat bieu)(?: toan van"
    r"| tom tat| du thao| noi dung| noi)*"
    r" (?:cong van|ke hoach|bao cao|to trinh|nghi quyet|ly do|y kien|van ban|chuong trinh|thong bao)(?![a-z])"
)
""" "Đồng chí A thông qua Công văn số ...": what was done at the meeting that minutes tell of."""
_PUTS_OFF = re.compile(
    r":\s(?:se )?(?:xem xet|ban|quyet dinh|thao luan) (?:lai )?(?:o|tai|vao|trong) (?:ky|cuoc|phien"
    r"|buoi|lan) (?:hop )?(?:sau|toi)[ .;]*$"
    r"|:\s(?:tam (?:dung|hoan|gac)|chua xem xet|de lai)[^.;:]{0,60}[ .;]*$"
)
_PAST = re.compile(
    r"[^.;:]{0,110}(?<![a-z])(?:da (?!nang)|(?:duoc thanh lap|hien co|hien nay|thoi gian qua|dat duoc"
    r"|so voi cung ky)(?![a-z]))"
)


def _later_acts(found: Found, block: Block) -> bool:
    """Whether a sentence after the first says what a body is to do: "Đồng ý hỗ trợ. Sở Tài chính bố trí ..."."""
    text = found.paper.text
    for first, last in clauses(text, block.body, block.end)[1:]:
        subject = found.subject(first, last)
        if (
            subject is not None
            and not subject.loose
            and acts(text, subject, last)
            and not is_giver(subject, text, last)
        ):
            return True
    return False


def is_finding(found: Found, block: Block, folded: str) -> bool:
    """Whether a passage says what was found or agreed ("... đã hoàn thành", "Thống nhất với ...") and orders none."""
    text = found.paper.text
    subject = found.subject(block.body, block.end)
    start = subject.units[-1].span.end - block.body if subject and not subject.ordered else 0
    if _AGREES.match(folded[start:].lstrip(" ,")) or _PRAISES.match(folded):
        ordered = next(all_ordered_in(text, block.body, block.end, given_only=True), None) is not None
        return not (ordered or _later_acts(found, block))
    if found.header.type == "nghị quyết" and _PASSES.match(folded):
        return True
    if found.header.type == "biên bản" and _PRESENTS.match(folded[start:].lstrip(" ,")):
        return True
    if _PUTS_OFF.search(folded) or is_of_past_year(folded, found.header.date):
        return True
    past = _PAST.match(folded)
    if (subject is not None and subject.ordered) or past is None:
        return False
    if past.group().endswith("da ") and not tells_past(text, block, block.body + past.end() - 3):
        return False
    if subject is not None and not subject.loose and acts(text, subject, block.end):
        return False
    return not orders(folded) and not states_work(folded)


_THIS_PAPER = re.compile(r"(?:ke hoach|chuong trinh|nghi quyet|chi thi|huong dan|thong bao|ket luan|cong van) nay")


def only_carries_out(subject: Subject, rest: str) -> bool:
    """ "Các tổ công đoàn căn cứ Chương trình này triển khai thực hiện": nothing that is not said already."""
    return (subject.ordered or _THIS_PAPER.search(rest) is not None) and is_general(rest)


_FUNDING = re.compile(
    r"tong (?:so|cong)\s?:\s\d[\d.]*[^.;]{0,80}(?:dong|suat)(?![a-z])|tong (?:so )?(?:kinh phi|muc dau tu"
    r"|du toan)(?: thuc hien)?[^.;:]{0,20}:?\s\d"
    r"|(?:nguon )?kinh phi (?:thuc hien|to chuc|trien khai|de thuc hien|bao dam|dam bao|cho |tu "
    r"|duoc |do |trich|chi |hoat dong)[^.;]{0,80}(?:tu |do |trich|theo|su dung|can doi|bo tri"
    r"|dam bao|bao dam|duoc)"
    r"|(?:muc|dinh muc) (?:chi|ho tro|tang qua|tien thuong|thuong|dong gop)[^.;:]{0,50}:?[^.;]{0,30}\d"
)


def is_funding(folded: str) -> bool:
    """ "Kinh phí thực hiện do ngân sách bảo đảm": where the money comes from."""
    return _FUNDING.match(folded) is not None


_LASTS = re.compile(
    r"(?!to |doan |ban )[^.;:]{3,60} (?:gom|chia lam|chia thanh|trai qua) (?:co )?(?:\d{1,2}|hai|ba|bon"
    r"|nam) (?:vong|phan|noi dung|giai doan"
    r"|buoc|dot|hop phan|mon|bai)(?![a-z])|[^.;:]{3,60} gom (?:co )?\d+ (?:dong chi|thanh vien|nguoi|ong, ba"
    r"|uy vien)|thoi gian (?:lam viec"
    r"|kiem tra|giam sat|hop|thi|to chuc)(?! (?:phai|xong))[^.;:]{0,60} (?:khong qua|toi da|la|du kien|keo dai) "
)


def is_fact(folded: str) -> bool:
    """ "Thời gian làm việc tại mỗi đơn vị không quá 02 ngày": how long something lasts."""
    return _LASTS.match(folded) is not None and not states_work(folded, topic=False)
