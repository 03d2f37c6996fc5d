"""A person's name and the post or place of work after a dash: "Lan Anh - TPT Đội", "Phan Văn Thông - kế toán"."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.unit_words import DEGREE, SURNAME
from congdoan.documents.reading.layout.letters import vietnamese
from congdoan.documents.reading.tasks.verbs import verb_at

_TITLE = r"(?:[Đđ]ồng chí|[Đđ]/[Cc]\.?|[Ôô]ng|[Bb]à|[Tt]hầy|[Cc]ô|[Aa]nh|[Cc]hị)"
_NAME = r"[A-ZÀ-ỸĐ][a-zà-ỹđ]*(?: [A-ZÀ-ỸĐ][a-zà-ỹđ]*)"
_PERSON = vietnamese(rf"(?:{_TITLE}\s{DEGREE}?{_NAME}{{0,4}}|{DEGREE}?{SURNAME}(?: [A-ZÀ-ỸĐ][a-zà-ỹđ]+){{1,4}})")
_DOES = (
    r"(?:cùng|với|phối hợp|chủ trì|phụ trách|làm|đảm nhận|đảm nhiệm|theo dõi|chịu trách nhiệm|có trách nhiệm|chỉ đạo"
    r"|thực hiện|trực tiếp)"
)
_POST = vietnamese(
    rf"(?:\s[-–—]\s|\s?[–—]\s?|-\s|\s-)(?P<post>[^\W\d_](?:(?! {_DOES}(?!\w))[^,;:.()|\n]){{1,60}})"
    rf"(?:,\s(?:[A-ZĐ]{{3,8}}|Chủ|Phó|Trưởng|Ủy|Uỷ|Chánh|Bí|Kế toán)(?!\w)(?:(?! {_DOES}(?!\w))[^,;:.()|\n]){{0,50}})?"
    rf"(?=\s*(?:[;:)|\n]|\.?\s*(?:\n|$)|(?:,| và) (?:{_TITLE}\s|{SURNAME} [A-ZÀ-ỸĐ]))| {_DOES}(?!\w))"
)
_NEXT_PERSON = vietnamese(rf"(?:{_TITLE}\s|{SURNAME}(?: [A-ZÀ-ỸĐ][a-zà-ỹđ]+){{1,3}}\s*(?:$|[,;:.)\n]))")
POST = re.compile(
    r"(?:(?:[Cc]hi|[Đđ]ảng|[Hh]uyện|[Tt]ỉnh|[Tt]hành|[Tt]hị) [ủu][yỷ] viên"
    r"|[Pp]hó(?= (?!Đ))|[Cc]hủ tịch|[Tt]rưởng(?= )|[Bb]í thư|[ỦUủu][ỷyỶY] viên|[Gg]iám đốc|[Cc]hánh(?= )|[Cc]huyên viên"
    r"|[Kk]ế toán|[Cc]hủ nhiệm|[Tt]hủ quỹ|[Tt]hủ kho|[Tt]hư ký|[Tt]ổng (?:[Gg]iám đốc|[Bb]iên tập|[Tt]hư ký|phụ trách)"
    r"|[Tt]ổ (?:trưởng|phó)|[Nn]hóm trưởng|[Cc]ụm trưởng|[Đđ]ội trưởng|[Hh]iệu trưởng|[Vv]iện trưởng|[Qq]uản đốc"
    r"|[Cc]án bộ|[Cc]ông chức|[Nn]hân viên|[Vv]ăn thư|[Tt]hành viên|[Gg]iáo viên|[Ll]ãnh đạo)(?!\w)"
)
SHORT_POST = re.compile(
    r"(?:UV[A-ZĐ]{0,6}|P?CT(?:TT|CĐ|HĐ)?|P?BT|P?GĐ|P?TP|P?TB|P?HT|P?CVP|P?CN|KTT|TPT)"
    r"(?: UBKT| BCH| BTV| Công đoàn| Đội)?"
    r"(?![\w-]|\.\w| [A-ZĐ]{2})"
)
"""Posts in short: "UVBTV", "PCT Công đoàn", "TPT Đội"."""
TITLED_POST = vietnamese(rf"(?:[Đđ]ồng chí|[Đđ]/[Cc]\.?|[Ôô]ng|[Bb]à)\s{POST.pattern}(?=[^,;:.()\n]{{0,50}} [A-ZÀ-ỸĐ])")
""" "đồng chí chuyên viên | Lê Thị Hoa"."""
_SEPARATOR = re.compile(r",\s|\s?[-–—]\s|\s\(")
_SYLLABLE = r"[A-ZÀ-ỸĐ](?:['’][A-ZÀ-ỸĐ]?)?[a-zà-ỹđ]*"
NAME = vietnamese(rf"{_SYLLABLE}(?: {_SYLLABLE}){{0,4}}(?![\w'’/])")
BARE_NAME = vietnamese(
    rf"(?:(?:{SURNAME}|[A-ZÀ-ỸĐ][a-zà-ỹđ]+(?= (?:Thị|Văn) [A-ZÀ-ỸĐ][a-zà-ỹđ]))(?: {_SYLLABLE}){{1,4}}"
    rf"|[HK]['’]{_SYLLABLE}(?: {_SYLLABLE}){{0,3}})(?![\w'’/])"
)
_MAY_BE_BOTH = frozenset(("kế toán", "thanh tra", "bảo vệ", "y tế"))
"""Posts that are called as what they do."""


_WHOLE_PERSON = vietnamese(rf"{DEGREE}?{SURNAME}(?: [A-ZÀ-ỸĐ][a-zà-ỹđ]+){{1,4}}")
_NEXT_WHOLE = vietnamese(rf"{DEGREE}?{SURNAME}(?: [A-ZÀ-ỸĐ][a-zà-ỹđ]+){{2,4}}(?=\s*(?:$|[,;.(|\n]|và |cùng |[-–] ))")


def persons_meet(text: str, start: int, mark: int, after: int) -> bool:
    """Whether a person's whole name begins at `after`, next to another or to a body that ends at `mark`.

    "Huỳnh Chí Công|, Nguyễn Ngọc Lụa"; in "các xã Nguyễn Phích, Khánh An" places go on.
    """
    return _NEXT_WHOLE.match(text, after) is not None and (
        _WHOLE_PERSON.fullmatch(text, start, mark) is not None or " các " not in text[start:mark]
    )


def post_of_cell(text: str, start: int, mark: int, after: int) -> bool:
    """Whether a post begins at `after`, of the person whose whole name ends at `mark`: "Huỳnh Chí Công|, kế toán"."""
    return _WHOLE_PERSON.fullmatch(text, start, mark) is not None and _CELL_POST.match(text, after) is not None


_CELL_POST = re.compile(
    r"(?:[Pp]hó |[Cc]hủ tịch|[Tt]rưởng|[Bb]í thư|[ỦUủu][ỷyỶY] viên|UV|[Gg]iám đốc|[Cc]hánh|[Cc]huyên viên|[Kk]ế toán"
    r"|[Cc]hủ nhiệm|[Tt]hủ quỹ|[Tt]hư ký|[Tt]ổ trưởng|[Tt]ổ phó)(?!\w)"
)


def post_after(text: str, start: int) -> int | None:
    """Where "Lan Anh - TPT Đội", "Lê Thị Liễu - UVBTV, Chủ nhiệm UBKT" ends; None where no such begins at `start`.

    None too where work follows the dash ("Đ/c Hà - chuẩn bị quà") or another person.
    """
    both = _parts(text, start)
    return both[1] if both else None


def person_with_post(text: str, start: int) -> int | None:
    """Where the name alone ends of a person whose post follows it."""
    both = _parts(text, start)
    if both:
        return both[0]
    bare = BARE_NAME.match(text, start)
    separator = _SEPARATOR.match(text, bare.end()) if bare else None
    post = separator and (POST.match(text, separator.end()) or SHORT_POST.match(text, separator.end()))
    return bare.end() if bare and post else None


def _parts(text: str, start: int) -> tuple[int, int] | None:
    """Where the person's name and the post end."""
    person = _PERSON.match(text, start)
    post = _POST.match(text, person.end()) if person else None
    if person is None or post is None or _NEXT_PERSON.match(text, post.start("post")):
        return None
    words = post["post"].lower().split()
    if verb_at(words[:4]) and " ".join(words[:2]) not in _MAY_BE_BOTH:
        return None
    return person.end(), post.end()
