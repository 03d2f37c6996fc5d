"""Words after a name that say which of many are meant: "Các đơn vị được kiểm tra", "Các doanh nghiệp trong khu"."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.unit_words import ENDS_LIKE_VERBS
from congdoan.documents.reading.tasks.verbs import verb_at

_MANY_START = re.compile(
    r"(?:\d{2,3}|[Cc]ác|[Mm]ỗi|[Tt]ừng|[Tt]oàn thể|[Tt]ất cả các|[Tt]oàn bộ các|[Nn]hững)\s|[Tt]hủ trưởng"
    r"|[Nn]gười đứng đầu"
    r"|[Tt]rưởng (?=(?:các |phòng,|ban,|khoa,|bộ phận,))"
)
ANY_ONE = re.compile(
    r"(?:Mỗi |Từng )?(?:Đơn vị|đơn vị|Cơ quan|cơ quan|Công đoàn|Doanh nghiệp|Bộ phận|Cá nhân"
    r"|Chi bộ|Tổ chức đảng|Công ty|Cơ sở|Nhà trường|Địa phương|Tập thể|Công đoàn cơ sở|Hộ|Nhà thầu)"
)
PASSIVE = re.compile(
    r"\sđược (?:(?!giao|phân công|quyền|phép)[^\W\d_]+ [^\W\d_]+(?:, [^\W\d_]+ [^\W\d_]+)?"
    r"|(?:giao|phân công) (?:chủ trì|phụ trách)(?: nhiệm vụ)?)(?=\s)"
)
""" "Các đơn vị được kiểm tra chuẩn bị báo cáo": which of them, before what they do."""
_HAVING = re.compile(
    r"\s(?:(?:có|chưa có|không có|chưa|đã|bị|đông|thuộc)\s(?!(?:các |những |một số )?(?:trách nhiệm|nhiệm vụ"
    r"|việc)|ít nhất|tối thiểu|một |\d|kế hoạch|văn bản|phương án|biện pháp"
    r"|hình thức|báo"
    r"|liên quan|thể|ý kiến)|trong\s(?:các\s|toàn\s)?(?=[Kk]hu|KCN|KKT|[Cc]ụm|ngành|hệ thống|khối|tỉnh|huyện|xã|phường"
    r"|địa bàn"
    r"|Ban |Thường trực|Tổ ))"
)
_WHERE_IT_IS = re.compile(r"\s(?:tại |ở )?nơi\s(?!nào|khác|này|đó)")
""" "Công đoàn cơ sở nơi đặt điểm sinh hoạt bố trí ..."."""
_AT_FIRMS = re.compile(r"(?:[Cc]ác )?(?:[Cc]ông đoàn(?: cơ sở)?|CĐCS|[Dd]oanh nghiệp)(?!\w)")
_IN_ZONE = re.compile(
    r"\s(?:trong|ngoài|tại|ở)\s(?:các\s)?(?=[Kk]hu (?:công nghiệp|kinh tế|chế xuất)|KCN|KKT|[Cc]ụm công)"
)
_CLAUSE = re.compile(r"(?P<said>\s[^,;:.()\n]{4,60}?\s(?:được|bị|đã|đang|chưa|không|phải)\s[^,;:.()\n]{3,40}),\s")
""" "UBND các huyện có người được truy tặng, | chuyển thư mời ...": which of them, up to a comma."""
_MORE = re.compile(r"[^\W\d_]+(?:\s\([^()]{3,60}\))?|20\d\d(?!\d)")
_LETTERS = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 9
_AFTER_VERB = 3
"""Words of "chưa ký thỏa ước" before what they do."""


def which_end(text: str, start: int, end: int) -> int | None:
    """Where "Các doanh nghiệp trong khu công nghiệp | trả lương" goes on to say which of many, up to what they do."""
    having = _HAVING.match(text, end) if means_many(text, start) else _WHERE_IT_IS.match(text, end)
    having = having or (_IN_ZONE.match(text, end) if _AT_FIRMS.match(text, start) else None)
    if having and (clause := _CLAUSE.match(text, end)) and verb_from(text, clause.end()):
        return clause.end("said")
    at = having.end() if having else -1
    least = _AFTER_VERB if having and verb_from(text, at) else 1
    for count in range(_MOST_WORDS if having else 0):
        word = _MORE.match(text, at)
        if word is None:
            return None
        if count >= least and _begins_work(text, at, word.end(), after_verb=least > 1):
            return _before_modal(text, at - 1)
        if text[word.end() : word.end() + 1] == ":":
            return word.end()
        if text[word.end() : word.end() + 1] != " ":
            return None
        at = word.end() + 1
    return None


_MODALS = re.compile(r"(?: (?:tiếp tục|phải|cần|sẽ|nên|thì|đều|cũng|chỉ|tự|cùng))+$")
_LONGEST_MODAL = 30


def _before_modal(text: str, end: int) -> int:
    """Where a name ends before "phải" and what they do: "Các đơn vị chưa cập nhật | phải hoàn thành"."""
    modal = _MODALS.search(text, max(0, end - _LONGEST_MODAL), end)
    return modal.start() if modal else end


def _begins_work(text: str, at: int, end: int, *, after_verb: bool) -> bool:
    """Whether a word of such a clause is the verb of what they do, not of the clause ("xét chọn", "công nhân")."""
    before = text.rfind(" ", 0, at - 1) + 1
    if text[at].isupper() or text[before:end] in ENDS_LIKE_VERBS or not verb_from(text, at):
        return False
    return not (after_verb and verb_from(text, before))


_WHERE = re.compile(r"\s(?:trong|tại|ở|thuộc|trên|của|làm việc)\s[^,;:.()\n]{3,60}(?=:)")


def up_to_colon(text: str, start: int, end: int) -> int | None:
    """ "Người sử dụng lao động trong các doanh nghiệp: ...": at the head of a line it is told before the colon."""
    where = _WHERE.match(text, end)
    if where is None or not _opens_line(text, start):
        return None
    words = [word.lower() for word in where.group().split()[1:]]
    return None if any(verb_at(words[at : at + 4]) for at in range(len(words))) else _before_modal(text, where.end())


def _opens_line(text: str, start: int) -> bool:
    line = text.rfind("\n", 0, start) + 1
    return start - line < _MARKER and not any(
        letter.isalpha() for letter in text[line:start].replace("Đối với", "")[2:]
    )


_MARKER = 14


def means_many(text: str, start: int) -> bool:
    return _MANY_START.match(text, start) is not None or " các " in text[start : start + 60]


def verb_from(text: str, at: int) -> bool:
    return text[at : at + 1].isalpha() and verb_at(_LETTERS.findall(text[at : at + 40].lower())[:4])
