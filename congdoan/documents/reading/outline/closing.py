"""The words with which papers end: what to do with questions, thanks, from when it holds."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re

_CLOSING = re.compile(
    r"tren day la|(?:trong qua trinh|qua trinh)(?: to chuc)?(?: trien khai)?(?: to chuc)?(?: "
    r"thuc hien)?[^.;]{0,60}(?:neu|co|phat sinh)\s?(?:co |gap |phat sinh )?(?:kho khan|vuong mac"
    r"|van de)"
    r"|trong qua trinh [^.;,]{4,40}, (?:neu|truong hop)(?: thay)? (?:can|co) (?:thiet )?(?:phai )?(?:sua doi|bo sung"
    r"|dieu chinh)"
    r"|(?:nghi quyet|bien ban)(?: nay)? (?:da )?duoc [^.;:]{0,60}(?:thong qua|nhat tri|tan thanh)[^.;:]{0,30}[ ./]*$"
    r"|ban (?:thoa thuan|hop dong|cam ket|ghi nho|giao uoc)(?: nay)?(?: hop tac)? (?:co hieu luc|co gia tri|duoc lap"
    r"|lap thanh)"
    r"|(?:de nghi|yeu cau|mong) (?:cac|toan the|quy|tat ca) [^.;:]{0,80}(?:tham gia|huong ung|thuc hien)"
    r"(?:,? (?:day du|dong du|dung (?:gio|thanh phan|thoi gian)|nhiet tinh|tich cuc|nghiem tuc|va|tham gia|huong ung"
    r"|thuc hien|tot)){1,4}[\s./]*$"
    r"|(?:moi )?(?:thong tin|chi tiet|vuong mac)[^.;]{0,40}(?:xin |vui long |de nghi )?lien he(?![a-z])"
    r"|(?:nghi quyet|quyet dinh|quy che|chuong trinh|ke hoach|quy dinh) co hieu luc (?:tu|ke tu|thi hanh)"
    r"|(?:kinh )?(?:de nghi|mong) (?:quy|cac|lanh dao) [^.;:]{2,60}? (?:quan tam|phoi hop|ho tro|tao dieu kien|giup do)"
    r"(?:,? (?:va )?(?:phoi hop|thuc hien|ho tro|giup do|chi dao|tao dieu kien|trien khai))*[ ./]*$"
    r"|(?:to|ban|doan|hoi dong) [^.;:]{3,60} (?:se )?(?:tu )?(?:dong )?giai the(?![a-z])"
    r"|noi nhan|tran trong|ke hoach nay (?:duoc|co hieu luc|thay the|trien khai)|rat mong|xin "
    r"chan thanh|(?:de nghi|yeu cau) cac [^.;]{0,80} nghiem tuc(?: trien khai| to chuc"
    r"| chap hanh)*(?: thuc hien| trien khai)"
    r"|(?:cac )?(?:nghi quyet|chi thi|quyet dinh|huong dan|chuong trinh(?: hanh dong| cong tac| phoi hop)?|quy che"
    r"(?: phoi hop)?|quy dinh|ke hoach(?: lien tich| phoi hop)?|ket luan|de an|thong bao|nghi quyet lien tich|cong van"
    r"|cong dien) nay (?:co hieu luc|da duoc|duoc|thay the|pho bien|ap dung|gom|co gia tri|se duoc|bai bo"
    r"|gui (?:den|toi)|co the)"
    r"|trong qua trinh (?:to chuc |trien khai )*thuc hien,? (?:chuong trinh|ke hoach|noi dung)(?: nay)?"
    r" (?:co the|se|duoc)"
    r"|\(?(?:ban hanh )?kem theo (?:ke hoach|quyet dinh|nghi quyet|cong van|huong dan|thong bao) so"
    r"|(?:cuoc hop|hoi nghi|buoi hop|buoi lam viec|phien hop|hoi nghi) (?:da )?(?:ket thuc"
    r"|be mac)(?: luc| vao| hoi|,| cung)"
    r"|(?:ket qua )?bieu quyet\s?:|(?:100%|\d+/\d+) (?:dang vien|dai bieu|uy vien"
    r"|doan vien)[^.;:]{0,30} (?:nhat tri|tan thanh|dong y)"
    r"|\(da ky\)|bien ban (?:nay )?(?:duoc )?lap thanh"
    r"|nhan duoc (?:ke hoach|cong van|van ban|huong dan|cong dien|chi thi|thong bao)(?: nay)?[ ,]"
)
_CLOSING_LATER = re.compile(
    r"[^.;:]{2,80} kinh (?:trinh|de nghi|bao cao) [^.;:]{2,80} (?:xem xet|phe duyet|quyet dinh"
    r"|cho y kien)[^.;:]{0,30}[ ./]*$"
    r"|[^.;:]{0,80} tran trong thong bao"
    r"|[^;:]{0,160}\. (?:rat |kinh )?mong (?:cac|quy|lanh dao|dong chi)[^.;:]{0,80}[\s./]*$"
    r"|[^.;:]{0,120}(?:neu|khi) (?:co|gap|phat sinh) (?:kho khan|vuong mac)[^.;:\d]{0,60}[\s./]*$"
    r"|[^.;]{0,140}se (?:duoc )?(?:thong bao|co thong bao|co van ban|co huong dan)(?: cu the)? (?:sau|rieng)[ ./]*$"
)
_WORDS_LATER = (" kinh ", "tran trong", "mong ", "kho khan", "vuong mac", "se ")
"""Without one of these nothing closes a paper after other words; a look for them is quicker than a match."""
_THANKS = re.compile(
    r"[^.;:]{0,90}tran trong cam on|[^.;:]{0,220} biet(?:,| va| de)*(?: cung| phoi hop)* thuc hien[ ./]*$"
)
_INFORMS = re.compile(
    r"[^.;:]{0,80}(?:xin )?thong bao (?:(?:den|de) [^.;]{0,60}biet|(?:den|de|toi) [^.;]{4,160} thuc hien[ ./]*$)"
)
_CALLS = re.compile(
    r"(?:hoi nghi|dai hoi|ban chap hanh|ban thuong vu|doan chu tich)[^.;:]{0,80} keu goi (?!dau tu|tai tro)"
)


def closes(folded: str) -> bool:
    """Whether a passage ends a paper rather than gives work: "Trong quá trình thực hiện, nếu có vướng mắc ..."."""
    if "thong bao " in folded and _INFORMS.match(folded):
        return True
    if any(word in folded for word in _WORDS_LATER) and _CLOSING_LATER.match(folded):
        return True
    thanks = ("tran trong" in folded or " biet" in folded) and _THANKS.match(folded) is not None
    return thanks or _CLOSING.match(folded) is not None or _CALLS.match(folded) is not None
