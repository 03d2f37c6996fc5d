"""What a section is for, by the words of its heading."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re

CONTENTS = "contents"
IMPLEMENTATION = "implementation"
PURPOSE = "purpose"
TARGETS = "targets"
FUNDING = "funding"
SITUATION = "situation"
FACTS = "facts"
UNKNOWN = "unknown"
PREAMBLE = "preamble"
ARTICLES = "articles"
CLOSING = "closing"
SIGNATURE = "signature"

_WORDS: tuple[tuple[str, str], ...] = (
    (
        IMPLEMENTATION,
        r"to chuc thuc hien|to chuc trien khai|trach nhiem thuc hien|trach nhiem thi hanh|phan cong "
        r"(?:thuc hien|nhiem vu"
        r"|trach nhiem|to chuc|chu tri|don vi|cu the|can bo|thuong truc|trong|giua|cho)"
        r"|phan cong$|dieu khoan thi hanh|trach nhiem (?:cua|cac)"
        r"|trien khai thuc hien$|to chuc thi hanh"
        r"|che do bao cao|che do thong tin|bien phap to chuc",
    ),
    (FUNDING, r"kinh phi|tien chi$|chi phi$|nguon von|du toan|nguon luc (?:tai chinh|thuc hien)"),
    (
        SITUATION,
        r"tinh hinh|thuc trang|dac diem|danh gia(?!,? (?:va )?xep loai)"
        r"|ket qua$|ket qua (?:dat duoc|thuc hien|cong tac|hoat dong|\d|sau thang"
        r"|nam|quy|thang|tuan|buoc dau)"
        r"|ket qua (?:lanh dao|chi dao|trien khai|san xuat)|nhung ket qua|uu diem"
        r"|y kien(?: thao luan| phat bieu| dong gop| tham gia| cua| dai bieu|$)|phan thao luan|thao luan$|dien bien"
        r"|han che|ton tai|nguyen nhan|bai hoc|boi canh|thuan loi|kho khan|du bao|su can thiet|can cu|co so (?:phap ly"
        r"|chinh tri|thuc tien)",
    ),
    (
        TARGETS,
        r"(?:giao )?(?:cac |mot so |he thong |nhung )?(?:chi tieu|muc tieu cu the|muc tieu chu yeu|muc tieu,? "
        r"chi tieu|muc tieu den nam)",
    ),
    (
        PURPOSE,
        r"muc dich|yeu cau(?=$|\s?[,;&/-]| chung| cu the| ve )|quan diem|phuong cham|muc tieu|pham vi"
        r"|doi tuong|nguyen tac|khau hieu"
        r"|chu de|ten goi|tam nhin"
        r"|phuong huong(?! .{0,30}nhiem vu)|y nghia|giai thich tu ngu|dinh huong$",
    ),
    (
        FACTS,
        r"thoi gian(?! (?:toi|sap toi|con lai))"
        r"|hinh thuc|ty le|so luong|dia diem|thanh phan|(?:co cau )?giai thuong|muc thuong"
        r"|tien do thuc hien|tieu chuan"
        r"|tieu chi|ho so|khen thuong$"
        r"|noi dung (?:de nghi |du kien |can |se |chinh )*(?:tuyen truyen|kiem tra|giam sat|thanh tra|thi dau"
        r"|thi|hoi thi"
        r"|khao sat|doi thoai|boi duong|thuong luong|ky ket|toa dam|trao doi|sinh hoat|hop|thao luan|tap huan"
        r"|huan luyen"
        r"|on tap|hoc tap|dang ky|dai hoi|hoi nghi|le|bien dien|van nghe)$",
    ),
    (
        CONTENTS,
        r"(?:cac |mot so |nhung )?(?:noi dung|nhiem vu|giai phap|bien phap|hoat dong|cong viec|viec "
        r"can lam)|chuong trinh hanh dong"
        r"|cong tac trong tam|trong tam",
    ),
)
_STARTS = [(part, re.compile(rf"(?:ve |phan |thong qua |phe duyet )?(?:{words})")) for part, words in _WORDS]
_WORK = re.compile(
    r"[,;+&]\s*(?:va )?(?:cac |mot so )?(?:noi dung|nhiem vu|giai phap|bien phap)|va (?:cac )?(?:nhiem vu|giai phap)"
)
_AND_WORK = re.compile(r"(?:,|;| va) (?:to chuc (?:thuc hien|trien khai)|phan cong|trach nhiem)")
""" "Kinh phí và tổ chức thực hiện"."""
_TARGET_IN_PURPOSE = re.compile(r"[,;]\s*chi tieu|va chi tieu")
_BARE = re.compile(r"[\s:.;,-]+$")


def part_of(folded_title: str, depth: int) -> str:
    """The part that a folded heading opens; UNKNOWN when it only names a subject. `depth` 0: a top section.

    Under a top section only a short title that says nothing else opens another part, so that "2.4. Kinh phí và tài
    sản công đoàn" among the contents stays contents.
    """
    title = _BARE.sub("", folded_title)
    words = len(title.split())
    if words > (30 if depth == 0 else 9):
        return UNKNOWN
    for part, start in _STARTS:
        found = start.match(title)
        if found is None:
            continue
        if part == FUNDING and _AND_WORK.search(title):
            return IMPLEMENTATION
        if part in (PURPOSE, TARGETS) and _WORK.search(title):
            return CONTENTS
        if part == PURPOSE and _TARGET_IN_PURPOSE.search(title) and not title.startswith(("muc dich", "yeu cau")):
            return TARGETS
        if depth > 0 and part in (FACTS, SITUATION, PURPOSE, FUNDING) and len(title) > found.end() + 22:
            return UNKNOWN
        return part
    return UNKNOWN
