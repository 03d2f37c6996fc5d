"""The place and day of a paper: "Bến Tre, ngày 5 tháng 10 năm 2022", with blanks in a draft."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.header.draft import Draft
from congdoan.documents.reading.header.misread import as_digits
from congdoan.documents.reading.layout.front import PLACE_DAY, SOME_DAY, is_place_and_day
from congdoan.documents.reading.layout.paper import Paper
from congdoan.documents.reading.model import Span

_STAMP = re.compile(r"(?:đến|nhận|chuyển|ký)\s*:?\s*$", re.IGNORECASE)
"""A stamp of receipt or a digital signature has its own day; the letters have marks here, for Tân Kỳ is a place."""
_NAKED = re.compile(
    r"^(?P<place>[^,\d\n]{3,40}),\s*(?P<d>\d{1,2})\s?(?P<sign>[/.-])\s?(?P<m>\d{1,2})\s?(?P=sign)\s?(?P<y>\d{4})\s*$"
    r"(?:(?P<day>(?!))(?P<month>(?!))(?P<year>(?!)))?",
    re.M,
)
""" "Long An, 12-3-2023": a line of its own without the word for day."""
_NUMBER_BEFORE = re.compile(r"^(?:S[ốỐ]\s?:?\s?)?\d*\s?[/-]\S+\s+(?=\S)|^S[ốỐ]\s?:?\s?\S+\s+(?=\S)")
""" "Số: 02/NQ-ĐH   Bình Dương, ngày ...": the number in the column on the left."""
_BEFORE_PLACE = re.compile(r"hanh phuc\s|\d\S*/\S+\s+(?=\S)")
""" "... - Hạnh phúc Số: 77/TB-LĐLĐ Đắk Lắk, ngày ...": lines of a letterhead run together."""
_LEAST_PLACE = 3
_REACH = 80
"""Characters before a day in which its place begins; a search for places all over a letterhead would be slow."""


_ORGAN_THEN_PLACE = re.compile(r"\s*(?:[^\W\d_a-zà-ỹđ]{2,}[,.&–-]*\s+){2,}(?=[A-ZÀ-ỸĐ][a-zà-ỹđ])")


def read_day(text: str, folded: str, start: int, draft: Draft) -> list[tuple[int, int]]:
    """Read the day in a letterhead that begins at offset `start` of the paper; returns the spans that it takes."""
    found = list(_days(text, folded)) or list(_NAKED.finditer(folded))
    if not found:
        return []
    best = max(
        found, key=lambda match: (match["y"] is None, len(match["place"].strip()) >= _LEAST_PLACE, -match.start())
    )
    begin = _place_begins(text, folded, best)
    draft.place = _NUMBER_BEFORE.sub("", text[begin : best.end("place")].strip(" ,.-–*()|")) or None
    draft.spans["date"] = Span(start + max(begin, _first_letter(best)), start + best.end())
    draft.date = _date(best)
    if draft.date and any(
        letter.isalpha() for letter in (best["day"] or "") + (best["month"] or "") + (best["year"] or "")
    ):
        draft.doubt("date", "misread", "Ngày in có chữ cái dễ nhầm với chữ số; đã đọc như chữ số.")
    others = {day for match in found if match["y"] is None and (day := _date(match))} - {draft.date}
    if draft.date and others:
        draft.doubt("date", "two", "Phần đầu văn bản ghi nhiều ngày khác nhau.")
    return [(_place_begins(text, folded, match), match.end()) for match in found]


def _place_begins(text: str, folded: str, found: re.Match[str]) -> int:
    """Where the place begins, after what stands before it on the line: an organ in capitals, the motto, the number."""
    start, end = found.span("place")
    organ = _ORGAN_THEN_PLACE.match(text, start, end)
    if organ:
        return organ.end()
    before = max((match.end() for match in _BEFORE_PLACE.finditer(folded, start, end)), default=start)
    return before if before < end else start


def read_day_under_subject(paper: Paper, at: int, draft: Draft) -> int:
    """Some papers have place and day on the line under the subject; returns the index of the paragraph after it."""
    if at < len(paper.paragraphs):
        line = paper.paragraphs[at]
        if is_place_and_day(paper.text[line.start : line.end]):
            read_day(paper.text[line.start : line.end], paper.folded[line.start : line.end], line.start, draft)
            return at + 1
    return at


def read_day_at_end(text: str, folded: str, draft: Draft) -> None:
    """Some reports and minutes have place and day over the signature only."""
    first = max(0, len(folded) - 4000)
    for line in re.finditer(r"^[^\n]{8,90}$", folded[first:], re.M):
        found = PLACE_DAY.fullmatch(line[0].strip(" ./|"))
        if found and found["year"] and len(found["place"].strip()) >= _LEAST_PLACE and (day := _date(found)):
            draft.date = day
            draft.spans["date"] = Span(first + line.start(), first + line.end())
    if draft.date:
        draft.doubt("date", "inferred", "Ngày lấy ở cuối văn bản.")


def _days(text: str, folded: str) -> Iterator[re.Match[str]]:
    day = SOME_DAY.search(folded)
    after = 0
    while day:
        found = PLACE_DAY.search(folded, max(after, day.start() - _REACH))
        assert found is not None  # the day itself at least, without a place
        if not _STAMP.search(text, *found.span("place")):
            yield found
        after = found.end()
        day = SOME_DAY.search(folded, after)


def _first_letter(found: re.Match[str]) -> int:
    place = found["place"]
    return found.start() + len(place) - len(place.lstrip(" ,.-*()|"))


def _date(found: re.Match[str]) -> date | None:
    parts = (found["year"] or found["y"], found["month"] or found["m"], found["day"] or found["d"])
    digits = [as_digits(part.strip()) for part in parts if part]
    if len(digits) < 3 or not all(part.isdigit() for part in digits):
        return None
    try:
        return date(*map(int, digits))
    except ValueError:
        return None
