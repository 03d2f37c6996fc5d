"""Papers named without a number: laws by their titles, resolutions by the congress or session that passed them."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.citations.grammar import DATED
from congdoan.documents.reading.citations.law_titles import known_title_end
from congdoan.documents.reading.citations.names import issuer_end
from congdoan.documents.reading.layout.letters import vietnamese

_YEAR = re.compile(r"\s*,?\s*\(?(?:nam\s)?((?:19|20)\d\d)\)?(?!\d|\s?[-/]\s?\d)")
_NOT_A_LAW = re.compile(r"\s(?:phap|su|gia|dinh|le|va|cua|chuyen|ve|hien hanh|nay|tuc|phat|doan)\b")
_WORD_BEFORE = ("phap ", "ky ", "quy ", "du thao ")
""" "pháp luật", "kỷ luật", "quy luật" printed in capitals name no law; a draft is none yet."""
_NUMBERED = re.compile(
    r"(?:(?! (?:bo luat|luat|nghi dinh|nghi quyet|quyet dinh|thong tu|chi thi|ke hoach|phap lenh|va cac) )[^;:.\n])"
    r"{4,140}?(?=(?: \(sua doi\))?,?\s\(?so\s?\d{1,4}/(?:19|20)\d\d/(?:qh|ubtvqh|pl-ubtvqh))"
)
"""A title goes as far as the number of a law that stands after it, whatever its words."""
_LAW_WORD = vietnamese(r"[A-ZÀ-ỸĐ][\wà-ỹđ]*")
_TITLE_STOP = vietnamese(
    r"[.;:\n“”\"()]|,(?!\s(?:bổ sung|chống|thực hành|tham nhũng|lãng phí|tiêu cực|tố cáo|vệ sinh|an toàn|khen thưởng"
    r"|công nghệ|công chức|viên chức|sử dụng|chữa cháy|đối thoại|tôn giáo|cứu hộ|quá cảnh|xuất cảnh|cư trú|chăm sóc"
    r"|giáo dục|kiểm soát|quản lý|cứu nạn|trật tự|chữa bệnh|chế biến|vũ khí|vật liệu nổ|pháo|mua bán|bia)\b)"
    r"|\b(?:và (?:các|[Nn]ghị|[Ll]uật|[Bb]ộ luật|[Pp]háp|[Qq]uy|[Đđ]iều|[Cc]hỉ|[Hh]ướng|[Tt]hông|[Qq]uyết)|năm \d+"
    r"|số \d+|ngày|được|quy định|đã|có hiệu lực|nhằm|để|đến|tại|trong|cho|đối với|theo(?! hợp đồng)|với|\d{4})\b"
)
_AMENDING = re.compile(r"\s(?:sua doi|thay the)")
MAX_TITLE = 140


def law_end(text: str, folded: str, match: re.Match[str]) -> int | None:
    """The end of a law's name with its year; None when the word "luật" names no law here."""
    kind, after = match["type"], match.end()
    if kind == "hien phap":
        year = _YEAR.match(folded, after)
        named = text[match.start()].isupper()
        return year.end() if year and named else None
    if kind == "dieu le":
        return _charter_end(text, folded, match)
    if not text[match.start("type")].isupper() or _is_other_word(text, folded, after):
        return None
    if folded[max(0, match.start("type") - 8) : match.start("type")].endswith(_WORD_BEFORE):
        return None
    if not (_AMENDING.match(folded, after) or _LAW_WORD.match(text, after + 1)):
        return None
    numbered = _NUMBERED.match(folded, after)
    known = numbered.end() if numbered else known_title_end(folded, after)
    end = known or _title_end(text, folded, after)
    year = _YEAR.match(folded, end)
    if not (year or known or DATED.match(folded, end) or _AMENDING.match(folded, after)):
        end = _first_title_words(text, after, end)
    return year.end() if year else end


def _is_other_word(text: str, folded: str, after: int) -> bool:
    """ "Luật sư", "Luật gia"; "Luật Sử dụng ..." is a title."""
    title = text[after + 1 : after + 2].isupper() and text[after + 2 : after + 3].islower()
    return not title and _NOT_A_LAW.match(folded, after) is not None


def _title_end(text: str, folded: str, after: int) -> int:
    stop = _TITLE_STOP.search(text, after + 1, after + MAX_TITLE)
    end = stop.start() if stop else min(len(text), after + MAX_TITLE)
    if _AMENDING.match(folded, after):
        end = _all_amended(text, folded, end)
    return after + len(text[after:end].rstrip(" ,"))


def _all_amended(text: str, folded: str, end: int) -> int:
    """One law may amend several: "Luật sửa đổi, bổ sung một số điều của Luật A, Luật B và Luật C"."""
    while following := _ANOTHER_LAW.match(folded, len(folded[:end].rstrip())):
        stop = _TITLE_STOP.search(text, following.end(), following.end() + MAX_TITLE)
        end = stop.start() if stop else min(len(folded), following.end() + MAX_TITLE)
    return end


_ANOTHER_LAW = re.compile(r"(?:,(?=[^\d;.:\n]{3,90} va (?:bo )?luat )| va)(?: bo)? luat ")


def _first_title_words(text: str, start: int, end: int) -> int:
    """Without a year behind it, a title goes as far as words that titles are made of."""
    cut = _TITLE_CUT.search(text, start + 1, end)
    return cut.start() if cut else end


_TITLE_CUT = re.compile(
    r"\s(?:tới|cho|về|trong|của(?! (?:Luật|rượu|thuốc))|tại|với|để|đến|nhằm|là|bằng|có|đã|sẽ|được|cũng|khi|vào|từ)"
    r"(?!\w)|\svà (?!sử|Sử|Xã|hôn|gia|tố|Gia|Tố|Quốc|đào|công|vệ|phát)"
)


_CHARTER = re.compile(r"\s(?:cong doan viet nam|dang(?: cong san viet nam)?)(?:,?\s*\(?khoa\s[ivx]+\)?)?")
_SOCIETY = re.compile(r"\s(?=(?:Hội|Hiệp hội|Liên hiệp(?: các)?|Liên minh|Đoàn|Mặt trận|Quỹ)\s[A-ZĐ])")
_TERM = re.compile(r",?\s*\(?khoa\s[ivx]+\)?")


def _charter_end(text: str, folded: str, match: re.Match[str]) -> int | None:
    """The charter of the unions, of the Party, or of a society whose name is more than its kind."""
    if not text[match.start()].isupper():
        return None
    found = _CHARTER.match(folded, match.end())
    if found:
        return found.end()
    society = _SOCIETY.match(text, match.end())
    end = issuer_end(text, society.end(), society.end() + MAX_TITLE) if society else 0
    if society is None or text.count(" ", society.end(), end) < _LEAST_WORDS:
        return None
    term = _TERM.match(folded, end)
    return term.end() if term else end


_LEAST_WORDS = 2


_NTH = r"(?:lan thu\s)?(?:\d{1,3}|[ivx]{1,6}|nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi)(?![a-z\d])"
_CENTRAL = re.compile(rf"(?:ban chap hanh\s)?trung uong\s{_NTH}(?:\s?,?\s?\(?khoa\s[ivx]+\)?)?")
_CONGRESS = re.compile(
    r"(?:ban chap hanh\s)?(?:dai hoi|hoi nghi)"
    r"(?:,?[^\S\n](?:(?:cong doan|chi bo|dang bo)\s(?:truong|cong ty|xa|phuong|benh vien|co so)"
    r"|dai bieu|toan quoc|ban chap hanh|bch|trung uong|cong doan"
    r"|viet nam|dang|cua|bo|tinh|thanh pho|huyen|quan|thi xa"
    r"|xa|phuong|dac khu|thi tran|cac cap|toan the|lien doan lao dong|ldld|nganh"
    r"|khoi|co quan|doanh nghiep|lan thu (?:nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi(?:\s(?:mot|hai|ba|tu|lam))?)"
    r"|lan thu|\(?khoa\s[ivx\d]{1,6}\)?|nhiem ky\s\d{4}\s?-\s?\d{4}|\d{1,3}|[ivx]{1,6})(?![a-z\d]))*"
)
_OF_NAMED = re.compile(
    r"(?:dai hoi|hoi nghi)\s(?:[^.,;:()\n]|,(?= (?:(?:cong|vien) chuc|nguoi lao dong"
    r"|(?:cac )?(?:doan the|co quan|to chuc)))){3,90}?"
    r"\s(?:lan thu\s(?:[ivx\d]{1,6}|nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi)"
    r"|khoa\s[ivx]{1,6}|nhiem ky\s\d{4}\s?-\s?\d{4}"
    r"|nam\s(?:hoc\s)?20\d\d(?:\s?-\s?20\d\d)?)(?![a-z\d])(?:,?\s(?:khoa\s[ivx]+|nhiem ky\s\d{4}\s?-\s?\d{4}))?"
)
"""A congress of any body: "Đại hội Công đoàn Giáo dục Việt Nam lần thứ XVI"."""
_DATED = re.compile(
    r"hoi nghi\s(?:(?! (?:ve|den|cho|truoc|cham nhat|trong|tai|vao|hoan thanh|gui|xong|de)\s)"
    r"[^.,;:()\n\d]){3,90}?(?=,? ngay \d{1,2}(?:[/.-]\d{1,2}[/.-]| thang \d{1,2} nam )\d{4})"
)
""" "Nghị quyết Hội nghị Ban Chấp hành Công đoàn Bệnh viện ngày 27/12/2024"."""
_NAMES_ONE = re.compile(r"\b(?:[ivx]{1,6}|\d{1,3}|lan thu [a-z]+|\d{4}\s?-\s?\d{4})\b")
_PLACE = re.compile(r"(?:tinh|huyen|thanh pho|nganh|quan|thi xa|xa|phuong|dac khu|thi tran|cong doan)$")
_PROPER = vietnamese(r"(?:\s[A-ZÀ-ỸĐ][\wà-ỹđ]*){1,4}")
_MORE = re.compile(
    r"(?:,?\s(?:lan thu\s(?:[ivx\d]+|nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi)|khoa\s[ivx\d]+|\(khoa\s[ivx\d]+\)"
    r"|nhiem ky\s\d{4}\s?-\s?\d{4}))+"
)
_ROMAN_WORD = re.compile(r"\s[IVX]+(?!\w)")


def resolution_end(text: str, folded: str, match: re.Match[str]) -> int | None:
    """The end of "Nghị quyết Đại hội XI Công đoàn tỉnh Bến Tre"; None when no congress or session is numbered."""
    start = match.start("name")
    named = _CENTRAL.match(folded, start) or _CONGRESS.match(folded, start)
    if named is None:
        return None
    dated = _DATED.match(folded, start)
    if dated:
        return dated.end()
    end = named.end()
    if not _NAMES_ONE.search(folded, start, end):
        longer = _OF_NAMED.match(folded, start)
        return longer.end() if longer else _numbered_after_place(text, folded, start, end)
    return _numbered_after_place(text, folded, start, end)


def _numbered_after_place(text: str, folded: str, start: int, end: int) -> int | None:
    if _PLACE.search(folded, start, end):
        proper = _PROPER.match(text, end)
        if proper and not _ROMAN_WORD.match(text, end):
            end = proper.end()
            more = _MORE.match(folded, end)
            end = more.end() if more else end
    return end if _NAMES_ONE.search(folded, start, end) else None
