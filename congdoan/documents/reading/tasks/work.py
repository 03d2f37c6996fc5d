"""Whether a passage states work: the verbs with which orders begin, over folded text."""

from __future__ import annotations

import re

_ADVERBS = (
    r"(?:(?:tiep tuc|chu dong|kip thoi|tich cuc|thuong xuyen|nghiem tuc|khan truong|truoc mat"
    r"|dong thoi|can|phai|hang nam|hang quy|dinh ky|cung|som|sau do|cu the|truoc tien|tung buoc"
    r"|quyet liet)[ ,]+){0,4}"
)
_VERBS = (
    r"tiep tuc|day manh|tang cuong|chu dong|xay dung|to chuc|trien khai|thuc hien|ra soat"
    r"|nghien cuu|tham muu|de xuat|kip thoi|tap trung|phoi hop"
    r"|tuyen truyen|pho bien|quan triet|huong dan|kiem tra|giam sat|theo doi|don doc|tong hop"
    r"|bao cao|so ket|tong ket|ban hanh|hoan thien|hoan thanh"
    r"|nang cao|doi moi|cai tien|cai cach|phat huy|phat dong|van dong|cap nhat|ung dung|he "
    r"thong hoa|thi diem|dua|bo tri|dam bao|bao dam|thanh lap"
    r"|kien toan|cung co|dao tao|boi duong|tap huan|mo|khao sat|danh gia|lap|trinh|tham gia"
    r"|tham du|gop y|cham lo|ho tro|dau tu|mua sam|sua chua|sua doi"
    r"|bo sung|quan ly|su dung|giai quyet|xu ly|tiep nhan|tiep can|tiep xuc|thu|trich|nop|khen "
    r"thuong|bieu duong|ton vinh|bien soan|in|phat hanh|thong ke"
    r"|so hoa|chuyen doi|ket nap|gioi thieu|phat trien|thuong luong|ky ket|doi thoai|chi dao"
    r"|lanh dao|phan cong|giao|gan|khuyen khich|tao|duy tri|giu|chuan bi"
    r"|long ghep|cu the hoa|xac dinh|quy hoach|sap xep|tinh gon|chan chinh|khac phuc|phong ngua"
    r"|phong chong|dau tranh|ngan chan|ket noi|hop tac|moi|gui|dang ky"
    r"|cung cap|cong khai|niem yet|tra|thuc day|huy dong|khai thac|ap dung|van hanh|trang bi"
    r"|nang cap|tien hanh|soan thao|du thao|tham dinh|phe duyet|thong bao"
    r"|truyen thong|trao|tang|tham hoi|tham quan|chu trong|chu y|quan tam|coi trong|bam sat|nam"
    r"|giup|tu van|bao ve|dai dien|thao go|don gian hoa|cat giam|rut ngan"
    r"|ket hop|mo rong|nhan rong|nhan|cai thien|tao dieu kien|khoi tao|kiem soat|thanh tra|xem "
    r"xet|lua chon|tuyen chon|tuyen dung|bau|cu|dieu dong|luan chuyen|bo nhiem"
    r"|cap|phat|chi tra|phan bo|can doi|quyet toan|luu tru|bao quan|chuan hoa|tich hop|chia se"
    r"|lien thong|thiet lap|hinh thanh|thuong truc|tiep|nhap|ra|viet|dang|phan anh"
    r"|treo|trang tri|ve sinh|trong|ra quan|to|thi|cong bo|cong nhan|dang tai|phan dau|giao luu"
    r"|gap mat|hop|toa dam|hoc tap|thi dua|canh bao|xac minh|yeu cau|de nghi|kien nghi"
    r"|phan loai|phan cap|uy quyen|ky|lien he|ghi nhan|thanh toan|quyen gop|chinh ly|thay the"
    r"|bai bo|cham dut|han che|giam|giu vung|chuyen|doi|kiem ke|tiet kiem|gan ket|khoi cong"
)
_WORK = re.compile(rf"{_ADVERBS}(?:{_VERBS})(?![a-z])")
_ORDER = re.compile(r"(?:giao|phan cong|yeu cau|de nghi|chi dao)\s")
_FIGURE_FIRST = re.compile(
    r"(?:(?:phan dau|den nam \d{4},?|den het nam \d{4},?|den cuoi nam \d{4},?|hang nam,?|trong "
    r"nam \d{4},?|nam \d{4},?)\s*)*"
    r"(?:(?:co |dat |tren |duoi |it nhat |toi thieu |khoang |tu |hon |ty le |phan dau |bao dam "
    r"|dam bao |hang nam ){0,4}\d[\d.,]*\s?(?:%|phan tram|tro len)|ty le )"
)


def states_work(folded: str) -> bool:
    return _WORK.match(folded) is not None


def orders(folded: str) -> bool:
    return _ORDER.match(folded) is not None


def is_figure(folded: str) -> bool:
    """A line that states a figure to reach ("Ít nhất 80% ...")."""
    return _FIGURE_FIRST.match(folded) is not None
