"""How sure a task's lead is: by its name, and by what says that it leads."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.levels import audience_of, several_bodies
from congdoan.documents.reading.assignment.model import LEVEL, OWN, REST
from congdoan.documents.reading.assignment.parties import are_all_parties
from congdoan.documents.reading.assignment.subject import acts, subject_of
from congdoan.documents.reading.assignment.unit_heads import head_at
from congdoan.documents.reading.assignment.unit_words import SURNAME
from congdoan.documents.reading.assignment.units import Unit
from congdoan.documents.reading.doubts.whole_names import may_be_cut, may_end_elsewhere
from congdoan.documents.reading.header.casing import is_known_name
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.tasks.draft import Draft
from congdoan.documents.reading.tasks.found import Found

_KIND = (
    r"(?:so|ban|nganh|don vi|co quan|dia phuong|ben|ca nhan|to chuc|bo phan|cap|doan the|thanh vien|lien quan|va|phong"
    r"|truc thuoc|khac|cong doan|chi nhanh)"
)
_GENERAL = re.compile(
    rf"(?:(?:cac|moi|nhung|tung|toan the|tat ca cac) (?:{_KIND}[ ,]*)+"
    r"|(?:hai|ba|bon) (?:ben|co quan|nganh|don vi)|ben|moi ben|nguoi|don vi|co quan|ca nhan"
    r"|chinh quyen|chuyen mon|cap uy(?: vien)?|doan the|lanh dao)$"
)
_GENERAL_FIRST = (
    "các ",
    "mọi ",
    "mỗi ",
    "những",
    "từng ",
    "toàn",
    "tất",
    "hai ",
    "ba ",
    "bốn ",
    "bên",
    "người",
    "đơn",
    "cơ ",
    "cá ",
    "chính",
    "chuyên",
    "cấp ủ",
    "cấp uỷ",
    "đoàn t",
    "lãnh ",
)
"""How such names begin; a look at these is quicker than taking the marks off all names."""
_DOES = re.compile(
    r"(?<!được )(?<!cán bộ )(?:chủ trì|phụ trách|chịu trách nhiệm|đảm nhiệm|đảm nhận|giao cho|đầu mối"
    r"|[Gg]iao\s(?=[A-ZĐ])"
    r"|[Nn]gười thực hiện)"
)
_DUTY_WORDS = ("chủ trì", "trách", "đảm nh", "iao ", "đầu mối", "gười thực")
"""Without one of these nobody is said to do the work; a look for them is quicker than a search."""
_OF_ORGAN = re.compile(
    r"(?:Ban|Văn phòng|Ủy ban [Kk]iểm tra|UBKT|Phòng|Bộ phận|Tổ|Kế toán|Thủ quỹ|Thư ký|Thường trực|Trưởng ban"
    r"|Chánh Văn phòng)\s(?:.*\s)?(?:Liên đoàn|LĐLĐ|Công đoàn|CĐ(?!\w)|[Tt]ỉnh đoàn"
    r"|[Cc]ông đoàn cơ sở|Tổng Liên đoàn)(?!\s(?:cơ sở )?(?:các|trực|cấp))"
)
_OF_OWN = re.compile(
    r"(?:Văn phòng|Thường trực|Ban Thường trực|Ban Thường vụ|Ủy ban [Kk]iểm tra) (?:Sở|Bộ|Cục|Tổng cục|Trường|Viện"
    r"|Hội(?: [^,;]*)? (?:tỉnh|huyện|xã|phường|thành phố|thị xã|quận)|Đảng ủy|Ban Chấp hành"
    r"|(?:Huyện|Thành|Thị|Tỉnh) (?:đoàn|hội|ủy)"
    r"|(?:UBND|HĐND và UBND|Ủy ban MTTQ(?: Việt Nam)?) (?:tỉnh|huyện|xã|phường))$"
)
""" "Văn phòng Sở", "Thường trực Huyện đoàn" in a paper of theirs: the organ may be left out."""
_OF_KIND = re.compile(
    r"(?:Văn phòng|Phòng|Ban|Khoa|Trung tâm|Tổ|Bộ phận|Thường trực|Thanh tra|Ủy ban [Kk]iểm tra)\s(?:.*\s)?"
    r"(?:Hội|Trường|Viện|Công ty|Bệnh viện|Cơ quan|Chi cục|Trung tâm|Đoàn|Học viện|Tập đoàn|Ban)$"
)
""" "Phòng Đào tạo Trường", "Ban Kinh tế Hội": of the issuer, by its kind alone."""
_TITLE = re.compile(r"(?:[Đđ]ồng chí|[Đđ]/[Cc]\.?)\s+\S{0,4}$|(?:^|\W)(?:Ông|ông|Bà|bà)\s\S?$")
""" "Đồng chí" before a name, "ông" at its beginning."""
_TITLE_REACH = 12
_POST_AND_NAME = re.compile(
    rf"(?:[Cc]hủ tịch|[Gg]iám đốc|[Tt]rưởng|[Bb]í thư|[Vv]iên|[Tt]hủ tướng|[Hh]iệu trưởng|PCT"
    rf"|[Pp]hòng)\s{SURNAME}\s[A-ZĐÀ-Ỹ]"
    rf"|^{SURNAME}\s.{{2,30}}(?:,|\s[-–])\s"
)
_BARE = re.compile(
    r"(?:Công đoàn|Hội|Đoàn|Ban|Phòng|Tổ|Nghiệp đoàn|[Tt]rưởng [Bb]an|Trung tâm|Hội đồng|Chi cục|Công ty"
    r"|Tiểu ban|Bộ phận|Cơ quan|Chi nhánh|Tổ trưởng|Chuyên viên)$"
)
"""A kind of body without what tells it from others."""
_ENDS_AS_VERB = re.compile(
    r"(?:xã|phường|tỉnh|huyện|phố|cơ sở|Công ty|trực thuộc|đơn vị)(?: [A-ZĐ][^\s]*){0,3} (?:lãnh đạo"
    r"|chỉ đạo|theo dõi|tham gia|hỗ trợ"
    r"|chuẩn bị|tổ chức|bố trí|lập|báo cáo|gửi|nộp|lo|làm|xong|dự|cử)$"
)
""" "Đảng ủy Ủy ban nhân dân xã lãnh đạo": a name ends with no such word after that of its place."""
_CLAUSE_AFTER = re.compile(r"\s(?:được|đã|có|đang|chưa|nằm|tham gia|thuộc)(?!\s(?:giao|phân công|trách nhiệm))\s")
""" "Các đơn vị | được kiểm tra chuẩn bị": a clause that says which of them."""
_WHICH_AFTER = re.compile(
    r"\s(?:có (?!trách nhiệm|nhiệm vụ|kế hoạch|văn bản)|chưa |đông |ở |trên (?!cơ sở)|thuộc |không "
    r"|trong (?:các |một số )?(?=doanh nghiệp|cơ quan|đơn vị|khu |cụm |ngành |trường|khối |lĩnh vực))"
)
""" "Công đoàn cơ sở | chưa có thỏa ước gửi ...", "Công đoàn các đơn vị | trên bờ": words that say which of them."""
_EXCEPT = re.compile(r"(?<!\w)(?:trừ|riêng)\s")
_EXCEPT_AFTER = re.compile(
    r"[,;]?\s?\(?(?:trừ|ngoại trừ|không (?:bao )?gồm)\s(?!(?:các )?(?:mục|khoản|điểm|phần|tiểu mục|ý)\s)"
)
""" "Chủ trì khoản 1 Mục II | (trừ nội dung biên soạn tờ gấp)": which task that is may not have been seen."""
_ONLY_HELPS = re.compile(r"[\s,]*phối hợp(?! với| cùng| chặt| [A-ZĐ])")
_LINK = 8
_FAR = 3
"""Levels of headings between a task and the one that names its lead."""


def lead_doubts(found: Found, draft: Draft) -> Iterator[str]:
    if not draft.lead:
        yield "no_lead"
        return
    if len(draft.lead) > 1:
        if several_bodies(draft.lead) and not _open_together(found, draft):
            yield "two_leads"
        if any(_may_be_one(before, after) for before, after in pairwise(draft.lead)):
            yield "lead_name"
    if _tells_of_parts(found, draft):
        yield "two_leads"
    if found.paper.text.startswith("Kiến nghị ", draft.start):
        yield "lead_mentioned"
    for unit in draft.lead:
        codes = found.weighed.get(unit.span)
        if codes is None:
            codes = found.weighed[unit.span] = _once(tuple(_of_name(found, unit)))
        if codes and (unit.span.start != draft.start or unit.name.startswith("Mỗi ")):
            yield from codes
        else:
            yield from (code for code in codes if code not in _OF_MANY)
    yield from _from_elsewhere(found, draft)
    if draft.block.columns is None and _another_acts(found, draft):
        yield "lead_mentioned"


_NEXT_CLAUSE = re.compile(r" [^A-ZĐỦ,;:.()]{6,80}[,;] (?:và |còn )?(?=[A-ZĐỦ]|các )")


def _another_acts(found: Found, draft: Draft) -> bool:
    """ "Các công đoàn cơ sở gửi 02 bài, LĐLĐ các huyện gửi 10 bài": whether a second body acts that was not read."""
    text = found.paper.text
    if draft.lead[0].span.start != draft.start:
        return False
    after = _NEXT_CLAUSE.match(text, draft.lead[-1].span.end, draft.end)
    if after is None or head_at(text, after.end(), draft.end) is None:
        return False
    subject = subject_of(text, after.end(), draft.end)
    known = {unit.span.start for unit in (*draft.lead, *draft.cooperating)}
    if subject is None or subject.loose or subject.units[0].span.start in known:
        return False
    return acts(text, subject, draft.end)


_OF_MANY = frozenset(("lead_general", "lead_many"))
"""Plain where a sentence says first which bodies it is about."""
_LABEL = re.compile(r"\W*(?:(?:Cơ quan|Đơn vị|Bộ phận)\s)?[Cc]hủ trì\s?:[^\n]*\schủ trì\s")


def _tells_of_parts(found: Found, draft: Draft) -> bool:
    """ "Chủ trì: Sở Văn hóa chủ trì phần nhà văn hóa; Sở Giáo dục chủ trì phần giáo dục"."""
    text, first = found.paper.text, draft.lead[0].span.start
    return _LABEL.match(text, text.rfind("\n", 0, first) + 1) is not None


_JOINED = re.compile(r"(?:,| và|, và) ")


def _open_together(found: Found, draft: Draft) -> bool:
    """ "Đội Cơ giới, Đội Bốc xếp cử an toàn viên": a sentence that begins with the names of all that do its work."""
    text, units = found.paper.text, draft.lead
    order = _ORDER_FIRST.match(text, draft.start)
    begins = units[0].span.start in (draft.start, order.end() if order else draft.start)
    if draft.block.columns or not begins or not all(unit.sure for unit in units):
        return False
    if any(_ALSO_TOPIC.match(unit.name) for unit in units[1:]):
        return False
    if found.paper.folded.find("phoi hop", draft.start, units[-1].span.end + _PHRASE) >= 0:
        return False
    return all(_JOINED.fullmatch(text, before.span.end, after.span.start) for before, after in pairwise(units))


_ORDER_FIRST = re.compile(r"(?:Đề nghị|Giao|Yêu cầu|Phân công) (?:cho )?")
_PHRASE = 14
_ALSO_TOPIC = re.compile(r"(?:Thanh tra|Thi đua|Kế toán|Kiểm tra|Pháp chế)(?!\w)")
""" "Phòng Tổ chức - Cán bộ, Thanh tra": a second body, or more of the first one's name."""


def _once(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Who looks at a name that may not be whole sees that it means many."""
    return tuple(code for code in codes if code != "lead_many") if "lead_name" in codes else codes


_EACH = re.compile(r"(?:từng|mỗi)\s")
""" "... giao cho từng xã, phường": those to whom a body hands on its work."""


def _of_name(found: Found, unit: Unit) -> Iterator[str]:
    """What is doubtful about a lead's name wherever it leads."""
    text = found.paper.text
    clause = _WHICH_AFTER.match(text, unit.span.end) is not None or (
        _is_many(text, unit) and _CLAUSE_AFTER.match(text, unit.span.end) is not None
    )
    if (
        clause
        or may_be_cut(found, unit)
        or may_be_own(found.unit_name(unit.name))
        or _lost_too_much(found, unit.name)
        or _BARE.match(unit.name)
        or _ENDS_AS_VERB.search(unit.name)
        or may_end_elsewhere(text, unit)
        or (unit.name.startswith("Bên ") and text.startswith(" là ", unit.span.end))
        or (unit.name.isupper() and " " in unit.name and not is_known_name(found.unit_name(unit.name)))
    ):
        yield "lead_name"
    general = unit.name[:6].lower().startswith(_GENERAL_FIRST) and _GENERAL.match(fold(unit.name))
    if general or _EACH.match(unit.name):
        yield "lead_general"
    elif _is_of_a_kind(found.paper.text, unit):
        yield "lead_many"
    titled = _TITLE.search(found.paper.text[max(0, unit.span.start - _TITLE_REACH) : unit.span.start + 4])
    if titled or _POST_AND_NAME.search(unit.name):
        yield "lead_person"
    if _ONLY_HELPS.match(found.paper.text, unit.span.end) and not are_all_parties([unit]):
        yield "lead_mentioned"


def _lost_too_much(found: Found, name: str) -> bool:
    """ "Ban Nữ công LĐLĐ tỉnh" in a paper of several issuers, "Thường trực Công đoàn phường": whose it is may stay."""
    short = found.unit_name(name)
    if short == name or not name.startswith(short):
        return False
    return short in _SAYS_LITTLE or _SEVERAL_ISSUERS.search(found.header.symbol or "") is not None


_SAYS_LITTLE = frozenset(("Thường trực", "Bộ phận thường trực", "Cơ quan", "Ban Thường trực"))
_SEVERAL_ISSUERS = re.compile(r"/[A-Za-z]{0,4}(?:PH|LT|LN)-")
""" "Chương trình phối hợp số 05/CTPH-LĐLĐ-STP"."""


def may_be_own(name: str) -> bool:
    """Whether a name ends with an organ that may be the issuer, so that it may be left out: "Văn phòng Sở"."""
    return any(kind.match(name) is not None for kind in (_OF_OWN, _OF_ORGAN, _OF_KIND))


def _is_of_a_kind(text: str, unit: Unit) -> bool:
    """ "Các công ty trực thuộc": several bodies that are not a level of the unit tree."""
    return _is_many(text, unit) and not audience_of((unit.name,))


def _is_many(text: str, unit: Unit) -> bool:
    return unit.name[:4].lower() == "các " or text[max(0, unit.span.start - 4) : unit.span.start].lower() == "các "


def _may_be_one(before: Unit, after: Unit) -> bool:
    """ "Mặt trận Tổ quốc và các đoàn thể huyện": two bodies or one name."""
    return after.name[:1].islower() and 0 < after.span.start - before.span.end < _LINK


def _from_elsewhere(found: Found, draft: Draft) -> Iterator[str]:
    """What is doubtful about a lead that another passage names."""
    if draft.rank >= OWN or any(draft.start <= unit.span.start < draft.end for unit in draft.lead):
        return
    if LEVEL - 0.5 <= draft.rank < LEVEL and len(draft.lead) > 1:
        yield "lead_addressees"
    elif LEVEL <= draft.rank < REST and (len(draft.lead) > 1 or _distance(draft) >= _FAR):
        yield "lead_inherited"
    elif draft.rank >= REST and draft.assigned_by is not None:
        passage = draft.assigned_by
        text = found.paper.text
        if _EXCEPT.search(text, passage.start, passage.end) or _EXCEPT_AFTER.match(text, passage.end):
            yield "lead_exception"
    if draft.rank < REST and _is_issuer(found, draft):
        yield "lead_inherited"
    text = found.paper.text
    if any(text.find(word, draft.start, draft.end) >= 0 for word in _DUTY_WORDS) and _DOES.search(
        text, draft.start, draft.end
    ):
        yield "lead_mentioned"
    subject = found.subject(draft.start, draft.end)
    if subject and not {unit.name for unit in subject.units} & {unit.name for unit in draft.lead}:
        yield "lead_subject"


def _is_issuer(found: Found, draft: Draft) -> bool:
    """Whether a heading gives work to whoever issues the paper, which one of its own bodies does."""
    issuer = fold(found.header.issuer or "")
    return all(issuer.startswith(fold(unit.name)) for unit in draft.lead)


def _distance(draft: Draft) -> int:
    """How many blocks above the task's own the passage stands that names its lead."""
    for far, above in enumerate(draft.block.ancestors(), start=1):
        if draft.assigned_by is not None and above.start <= draft.assigned_by.start < above.end:
            return far
    return 0
