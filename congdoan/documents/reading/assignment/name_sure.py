"""How far a body's name goes, and how sure that is: by its words, the duty after it and the rest of the paper."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.elsewhere import ends_elsewhere
from congdoan.documents.reading.assignment.name_end import MAX_NAME, name_end, up_to_verb
from congdoan.documents.reading.assignment.trades import trade_end
from congdoan.documents.reading.assignment.unit_heads import head_at
from congdoan.documents.reading.assignment.unit_words import SURNAME
from congdoan.documents.reading.assignment.which import verb_from
from congdoan.documents.reading.layout.letters import vietnamese
from congdoan.documents.reading.tasks.verbs import VERBS, verb_at

_UP_TO_DUTY = re.compile(
    r"(?:(?!\s(?:được|cần|phải|sẽ|đã|là|để|theo|căn|giữ|đứng|nhận|lần lượt)\s)[^;:.()\n]){0,60}?(?=\s(?:chủ trì"
    r"|giữ vai trò|có trách nhiệm"
    r"|chịu trách nhiệm"
    r"|phụ trách|được (?:giao|phân công)|(?:là|làm) (?:đầu mối|đơn vị|cơ quan|bộ phận))(?!\w)"
    r"|(?P<last>\s(?:thực hiện|đảm nhận|đảm nhiệm)[.;)]))"
)
"""A name of unknown words ends where the duty begins."""
_CERTAIN = re.compile(
    r"\s*(?:$|[;:.\n|)/(]|,\s(?!(?:bảo vệ|chăm sóc|hỗ trợ|phòng|chống|kiểm tra|giám sát|quản lý|phát triển)\s)|\s[-–]\s"
    r"|(?:chủ trì|có trách nhiệm|chịu trách nhiệm|phụ trách|phối hợp|tham mưu|căn cứ|theo dõi|là|làm|được|cần|phải"
    r"|thực hiện"
    r"|và|cùng|tiếp tục|chủ động|thường xuyên|kịp thời|khẩn trương|tăng cường|để|trong|đã|sẽ|vào|đảm nhận|đảm nhiệm"
    r"|giúp"
    r"|hướng dẫn|đôn đốc|rà soát|lập|xây dựng)(?!\w))"
)
"""What a name surely ends before; other verbs may be its last words ("Phòng Điều độ sản xuất")."""
_VERB_AND_DUTY = re.compile(
    r"(?! (?:trực tiếp|luân phiên|lần lượt|thường xuyên|chủ động|tiếp tục|kịp thời|thay mặt|tích cực|cùng nhau"
    r"|thống nhất|phối hợp|chủ trì"
    r"|tham gia|giữ vai trò|đóng vai trò|có trách|chịu trách|cử|đề cử|bố trí|phân công|giao|giới thiệu|chọn"
    r"|mời|chỉ định|lập)\s)"
    r"(?: (?!(?:và|cùng|do|để|là|được|cần|phải|sẽ|đã|theo)\s)[^\W\d_]+){2,7}?(?=\s(?:chủ trì|có trách nhiệm"
    r"|chịu trách nhiệm|phụ trách|(?:là|làm) (?:đầu mối|đơn vị"
    r"|cơ quan))"
    r"(?!\w))"
)
"""A verb directly before a duty is the end of the name: "Phòng Điều độ sản xuất chủ trì"."""
_COMMA_SMALL = vietnamese(r",\s(?!(?:chủ trì|phối hợp|chịu|có|tham mưu|theo dõi|đôn đốc|phụ trách)\s)[a-zà-ỹđ]")
_WHOLE = vietnamese(
    r"(?:^(?:[Cc]ác|[Mm]ỗi|[Tt]ừng)\s.*|(?:ủy|tỉnh|huyện|xã|phường|quận|phố|trấn|cơ sở|[Cc]ông đoàn|[Đđ]oàn|[Hh]ội"
    r"|Sở|Ban"
    r"|trực thuộc|đơn vị|liên quan|thành viên|[Cc]ông ty|đoàn thể|ngành|địa phương|[Đđ]ảng|trường|khoa|Nam"
    r"|[Tt]rung ương"
    r"|đặc khu|khu công nghiệp|LĐLĐ|UBND|MTTQ|xã hội|bản|thôn|ấp|nhân dân|Viên chức|bộ phận|còn lại|\d"
    r"|(?:tỉnh|huyện|xã|phường|quận"
    r"|thành phố|thị xã)"
    r"(?: [A-ZÀ-ỸĐ][^\s]*){1,3}))$"
)
"""Names that say of which organ, level or place they are, so that nothing is missing."""
_ONE_OF_LEVEL = re.compile(
    r"(?!(?:[Cc]ác|[Mm]ỗi|[Tt]ừng)\s)(?:(?! các )[^,;:])+\s(?:tỉnh|huyện|xã|phường|quận|thành phố|thị xã|thị trấn)"
)
"""A body of a level is named whole: "Công an tỉnh | thẩm duyệt"."""
_WITH_PERSON = vietnamese(
    rf"(?:[^\s,;:.()]+ ){{0,6}}(?:[Cc]hủ tịch|[Gg]iám đốc|[Tt]rưởng(?: [Bb]an| [Pp]hòng)?|[Bb]í thư|[Vv]iên"
    rf"|[Tt]hường trực"
    rf"|[Hh]iệu trưởng|[Cc]hí|Đ/c|đ/c) {SURNAME}(?: [A-ZÀ-ỸĐ][a-zà-ỹđ]+){{2,4}}(?= [a-zà-ỹđ])"
)
""" "Phó Chủ tịch Nguyễn Thị Thu Hà | dự ...": what ends with a person's name goes on with no small word."""
_PROPER = vietnamese(r"(?: [A-ZÀ-ỸĐ][a-zà-ỹđ]+){2}$")
_TWO = re.compile(r"\s(?P<words>[^\W\d_]+ [^\W\d_]+)(?!\w)")


def _is_proper(text: str, start: int, end: int) -> bool:
    """ "Công ty Điện lực Yên Bái | khôi phục": a name that ends with a proper name stops at a verb of two syllables."""
    after = _TWO.match(text, end)
    return after is not None and after["words"] in VERBS and _PROPER.search(text[start:end]) is not None


_LINK = re.compile(r", (?:và )?| và | cùng ")


def _up_to_duty(text: str, end: int) -> tuple[int, bool] | None:
    """Where the words of a name end before another body or the duty after it, and whether that is sure.

    None where they do something themselves: "Trưởng ban | nêu gương sáng, phụ trách", "| dự, chỉ đạo đại hội".
    """
    duty = _UP_TO_DUTY.match(text, end, min(len(text), end + MAX_NAME))
    if duty is None or duty.group().endswith(","):
        return None
    links = list(_LINK.finditer(text, end, duty.end()))
    for link in links:
        if head_at(text, link.end(), len(text)) is not None:
            return link.start(), False
        if link.group()[0] == "," and verb_from(text, link.end()):
            return None
    named = any(text[link.end() : link.end() + 1].isupper() for link in links)
    return duty.end(), duty["last"] is None and not named


def whole_end(text: str, start: int, known: int, limit: int, *, topic: bool) -> tuple[int, bool]:
    """Where the name that begins at `start` ends, and whether that is sure; its words up to `known` are known.

    `topic`: what the body is named after is among these. A name of unknown words that stops at a verb is sure
    only where it stands elsewhere in the paper with a certain end.
    """
    end, sure = name_end(text, start, known, limit, whole=topic)
    person = _WITH_PERSON.match(text, start, limit)
    if person and person.end() <= end and text[person.end() : person.end() + 1] == " ":
        return person.end(), True
    trade = trade_end(text, start, end)
    if trade is not None:
        return trade
    duty = None if sure else _up_to_duty(text, end)
    if duty:
        end, sure = duty
    elif not sure and not _ONE_OF_LEVEL.fullmatch(text, start, end):
        end = up_to_verb(text, end, limit)
    elif sure and (
        (late := _VERB_AND_DUTY.match(text, end))
        and (verb_at(late.group().lower().split()) or not _CERTAIN.match(text, end))
        and not _WHOLE.search(text[start:end])
    ):
        end, sure = late.end(), False
    elif sure and end > known and not topic and not (_CERTAIN.match(text, end) or _WHOLE.search(text[start:end])):
        same = ends_elsewhere(text, start, end)
        end, sure = same or end, same == end or (same is None and _is_proper(text, start, end))
    if topic and " và " in text[known:end]:
        sure = False  # "Ban Nữ công | và Siu Blăk": more of the name, or somebody else
    if sure and _COMMA_SMALL.match(text, end) and head_at(text, end + 2, len(text)) is None:
        sure = ends_elsewhere(text, start, end) == end
    return end, sure
