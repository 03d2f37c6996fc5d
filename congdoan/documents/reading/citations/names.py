"""How far a name goes in running text: issuers ("của Ban Thường vụ Tỉnh ủy"), titles of laws, subjects."""

from __future__ import annotations

from itertools import chain, pairwise

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.layout.letters import word_table
from congdoan.documents.reading.tasks.verbs import VERBS

_STOPS = {
    "về", "tại", "theo", "với", "đến", "để", "nhằm", "do", "được", "gắn", "cho", "khi", "sau", "trước", "từ", "là",
    "có", "đã", "đang", "sẽ", "phải", "làm", "này", "nêu", "nói", "năm", "ngày", "trong", "trên", "bằng", "hoặc",
    "cùng", "giữa", "qua", "vào", "như", "cũng", "còn", "mà", "thì", "nên", "tới", "ra", "hay", "bởi", "vì", "gồm",
    "giao", "ở", "v/v",
}  # fmt: skip
_STOP_PAIRS = {
    "ban hành", "quy định", "hướng dẫn", "thực hiện", "triển khai", "phê duyệt", "giai đoạn", "đảm bảo", "bảo đảm",
    "kịp thời", "góp phần", "chỉ đạo", "thông báo", "sửa đổi", "đặc biệt", "đồng thời", "tiếp tục", "yêu cầu",
    "đề ra", "xây dựng", "tổ chức", "bổ sung", "chủ trì", "phối hợp", "tham mưu", "trình bày", "gửi kèm",
    "nhiệm kỳ", "đối với", "thống nhất", "đến nay", "các văn", "các nghị", "và các", "lãnh đạo", "điều chỉnh",
    "công nhận", "công bố", "thành lập", "cho phép", "thông qua", "phân công", "phân bổ", "kiện toàn",
    "tăng cường", "phát động", "đổi mới", "nâng cao", "đẩy mạnh", "quyết định", "chấp thuận", "cấp phép",
    "cấp kinh", "kết luận", "khen thưởng", "đề nghị", "trả lời", "kêu gọi", "quán triệt", "ủy quyền", "quản lý",
    "hỗ trợ", "tuyên truyền", "chăm lo", "sử dụng", "học tập", "cụ thể", "phân cấp", "thí điểm", "áp dụng",
    "bãi bỏ", "thay thế", "giải quyết",
}  # fmt: skip
_MOST_SMALL_WORDS = 12
_TOKEN = re.compile(r"[^\s]+")
_OTHER_ORGAN = re.compile(
    r"(?:các\s)?(?:Bộ|Sở|Ban|Ủy|Uỷ|UBND|HĐND|UBMTTQ|Hội|Liên|LĐLĐ|Tổng|TLĐ|Công (?:an|đoàn|văn|điện)|Tỉnh|Thành|Huyện"
    r"|Thị ủy|Quận|Đảng|Chính (?:phủ|quyền)|Thủ|Đoàn|Văn (?:phòng|bản)|Cục|Chi|Vụ|Trung tâm|Tòa|Toà|Viện|Ngân|Bảo hiểm"
    r"|BHXH|Thường|Chủ|Phó|Giám|Trưởng|Trường|Tập đoàn|Phòng|Mặt|MTTQ|Kho|Thanh tra|Quốc hội|Nghị|Quyết|Kế|Chỉ|Kết"
    r"|Thông(?! tin)|Hướng|Luật|Thỏa (?:ước|thuận)|Hợp đồng|Biên bản|Đề án|Chương|Quy (?:chế|định)|Căn|Tờ"
    r"|Báo cáo|Pháp (?:lệnh)|Điều lệ|Hiến pháp)\b"
)
"""After "và", another organ or another paper; any other capital goes on with the name: "Khoa học và Công nghệ"."""
_AFTER_VA = re.compile(
    r"(?:chế xuất|an ninh|nông thôn|gia đình|chuyển đổi số|tìm kiếm|cứu|bình đẳng|các đoàn thể|dịch vụ|vừa|môi trường"
    r"|kinh tế|đào tạo|thương mại|miền núi|công nghệ)\b"
)
_OFFICE_OF_TWO = re.compile(r"Văn phòng (?:Đoàn|HĐND|Hội đồng|UBND|Ủy ban|Quốc hội)\b")
_WORK = VERBS - word_table(
    """
phòng chống|thi đua|kiểm tra|thanh tra|đào tạo|bồi dưỡng|đầu tư|kiểm soát|đăng ký|thông tin|truyền thông|giáo dục
phát triển|bảo vệ|xúc tiến|thống kê|vận động|dự báo|phục vụ|điều hành|điều tra|cứu trợ|bảo tồn|quy hoạch|thẩm định
tư vấn|khai thác|đại diện|thường trực|bồi thường|giám sát|giám định|phát hành|vận chuyển|vệ sinh|phòng ngừa|phản biện
cải cách|chuyển đổi|hợp tác|ứng phó|hòa giải|trực tiếp
"""
)
"""Words of work that stand in no organ's name."""
_DASHES = ("–", "-")
_AFTER_DASH = re.compile(
    r"(?!Nghị quyết|Quyết định|Kế hoạch|Chỉ thị|Kết luận|Thông|Công văn|Hướng dẫn|Luật|Căn cứ)[^\W\d_]"
)
_AFTER_COMMA = re.compile(
    r"(?:Thể thao|Công nghệ|Tôn giáo|Xã hội|Ngư|[Cc]hống|tiêu cực|lãng phí|đổi mới sáng tạo|gian lận|buôn lậu|cứu hộ"
    r"|cứu nạn|tìm kiếm|công nghệ|tội phạm|tệ nạn|[Kk]hen thưởng|vệ sinh lao động|an toàn thực phẩm)\b"
)
"""Names with a comma: "Sở Văn hóa, Thể thao và Du lịch"."""
_OF_SEVERAL = re.compile(r"Đảng ủy (?:Ủy ban )?(?:Mặt trận Tổ quốc|các cơ quan|[Kk]hối)[^,;.]{0,40},")
_AND_OTHERS = re.compile(r"(?:các )?(?:đoàn thể|cơ quan|chính quyền|doanh nghiệp)\b")
"""Committees over several bodies: "Đảng ủy Mặt trận Tổ quốc, các đoàn thể tỉnh"."""
_BOARD_FOR = re.compile(r"Ban Chỉ đạo\b(?:(?! về ).){0,60}$")
"""What such a board is for belongs to its name: "Ban Chỉ đạo Trung ương về phòng, chống thiên tai"."""
MAX_NAME = 160


def issuer_end(text: str, start: int, limit: int) -> int:
    """The end of the organ's name that begins at `start`; equals `start` when none begins there."""
    tokens = _TOKEN.finditer(text, start, min(limit, start + MAX_NAME))
    end, small = start, 0
    for token, after in pairwise(chain(tokens, (None,))):
        assert token is not None
        printed = token.group()
        word = printed.rstrip(",.;:)”\"'/")
        following = text[after.start() : after.start() + 24] if after else ""
        if word == printed and word[0].islower() and word != "và" and _PAPER.match(following):
            return _without_small(text, start, end)
        board = word == "về" and following[:4] != "việc" and _BOARD_FOR.match(text[start:end])
        if not word or printed[0] in '(“"‘' or not (board or _belongs(word, following, text[start:end])):
            break
        small = 0 if board or word[0].isupper() or word[0].isdigit() else small + 1
        if small > _MOST_SMALL_WORDS:
            break
        end = token.start() + len(word)
        if len(word) != len(printed) and not _goes_on(text, start, token.end()):
            break
    return _without_loose_end(text, start, end)


_PAPER = re.compile(
    r"(?:Nghị quyết|Nghị định|Quyết định|Thông tư|Kế hoạch|Chỉ thị|Kết luận|Hướng dẫn|Luật|Bộ luật)\s(?:số|[A-ZĐ\d])"
)


_LEVELS = ("tỉnh", "huyện", "phố", "xã", "phường", "ngành", "ương", "sở", "trường", "dân", "quận", "trấn", "khu")


def _without_small(text: str, start: int, end: int) -> int:
    """ "Đoàn Chủ tịch Tổng Liên đoàn | phù hợp Nghị định số ...": what small words lead on to another paper.

    A name ends with a level or with the second syllable of its last word in capitals.
    """
    words = list(_TOKEN.finditer(text, start, end))
    last = max((at for at, word in enumerate(words) if word[0][0].isupper()), default=-1)
    levels = [at for at, word in enumerate(words) if at > last and word[0] in _LEVELS]
    return words[min(max([last + 1, *levels]), len(words) - 1)].end() if last >= 0 else start


_MEETING_OF = ("Ban Chấp hành", "viên chức", "công chức", "nhà giáo", "người lao động")
""" "Hội nghị cán bộ, viên chức, người lao động Bệnh viện"."""


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether the name goes on after the comma at its end."""
    session = text.startswith("Hội nghị", start) and text.startswith(_MEETING_OF, end + 1)
    secretariat = text.startswith("Bộ Chính trị", start) and text.startswith("Ban Bí thư", end + 1)
    minister = text.startswith("Bộ trưởng", start) and text.startswith("Chủ nhiệm ", end + 1)
    several = _OF_SEVERAL.fullmatch(text, start, end) and _AND_OTHERS.match(text, end + 1)
    comma = text[end - 1] == ","
    return comma and bool(session or secretariat or minister or several or _AFTER_COMMA.match(text, end + 1))


def _belongs(word: str, following: str, name: str) -> bool:
    """Whether `word`, before the words `following`, goes on with what is read of a name."""
    if word[0].isupper():
        return not (name and word in ("Về", "VỀ", "Căn", "CĂN", "V/v", "V/V"))
    if not name:
        return word in ("tỉnh", "liên", "huyện", "cấp") or f"{word} {following}".startswith("nhà trường")
    if word == "năm" and name.endswith("lần thứ"):
        return True
    if word in _DASHES and following[:1].isupper():
        return _AFTER_DASH.match(following) is not None
    if word in ("và", *_DASHES):
        if following[:1].isupper():
            return _OTHER_ORGAN.match(following) is None or _OFFICE_OF_TWO.match(name) is not None
        return _AFTER_VA.match(following) is not None
    pair = f"{word} {following.split(None, 1)[0].rstrip(',.;:') if following else ''}"
    if pair == "giao thông" or f"{word} {following}".startswith("đổi mới sáng tạo"):
        return True
    return word not in _STOPS and pair not in _STOP_PAIRS and not (pair in _WORK and " " in name)


def _without_loose_end(text: str, start: int, end: int) -> int:
    while end > start and text[start:end].rsplit(None, 1)[-1] in ("và", "về", "các", "-", "–"):
        head = text[start:end].rsplit(None, 1)
        end = start + len(head[0]) if len(head) > 1 else start
    return end


def subject_end(text: str, folded: str, start: int, limit: int) -> int:
    """The end of a subject that begins at `start`: the closing quotation mark, else the end of the clause."""
    if text[start : start + 1] in ("“", '"', "”", "«", "‘"):
        depth_end = min(limit, start + 600)
        close = min((at for mark in '”"»’' if (at := text.find(mark, start + 1, depth_end)) > 0), default=-1)
        return close + 1 if close > 0 else start
    end = _CLAUSE.search(folded, start, min(limit, start + 400))
    return end.start() if end else min(limit, start + 400)


_ORGAN_OPENS = (
    r"(?:ban thuong vu|ban chap hanh|lien doan|ldld|tong lien doan|cong doan|uy ban|ubnd|so|tinh uy|doan chu tich"
    r"|thuong truc|chu tich|van phong|cac (?:don vi|cap|ban|so|co quan|cong doan))"
)
_CLAUSE = re.compile(
    r"[;:\n“”\"(]|\.(?:\s|$)"
    rf"|,\s(?:{_ORGAN_OPENS}|dong thoi|gop phan|dam bao|bao dam|nham|de|tap trung|trong do|gan voi|thuc hien|trien khai"
    r"|can cu|theo|tren co so|ngay|duoc|da|do|yeu cau|de nghi|giao|phan dau|tu do|cung voi|kip thoi|va cac|nay"
    r"|hoan thanh|bao cao|gui|to chuc thuc hien|xay dung ke hoach|truoc|trong|sau|cham nhat|nghi|quyet|chi thi|ke hoach"
    r"|ket luan|luat|chuong trinh|thong tu|huong dan so|cong van)\b"
    r"|\s(?:va|cung)\s(?:cac\s)?(?=(?:ke hoach|nghi quyet|chi thi|quyet dinh|chuong trinh|de an"
    r"|ket luan|luat|nghi dinh|thong tu|huong dan|quy dinh)\s(?:so|cua)\s)"
    r"|\s(?:dam bao|bao dam|duoc sua doi|da duoc)\s"
    r"|,?\s(?:voi|gom|theo)\s(?:cac |nhung |mot so )?(?:noi dung|nhiem vu|muc tieu|yeu cau|giai phap|buoc)\s"
    r"[^.;:]{0,40}?sau"
    r"(?: day)?:"
)
