"""Who issues a paper: the last organ of its letterhead, else whoever the text names."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.citations.names import issuer_end
from congdoan.documents.reading.header.body_issuer import issuer_in_body
from congdoan.documents.reading.header.casing import natural_case
from congdoan.documents.reading.header.draft import Draft
from congdoan.documents.reading.header.organs import issuing_organs, names_joint
from congdoan.documents.reading.layout.paper import Paper
from congdoan.documents.reading.model import Span

_OF = re.compile(r"\bcua\s+")


def read_issuer(paper: Paper, draft: Draft, body: int) -> str | None:
    if draft.organs:
        organs = issuing_organs(draft.organs, draft.symbol or draft.tail)
        if len(organs) > 1 and not names_joint(draft.symbol or draft.tail, len(organs)):
            draft.doubt("issuer", "joint", "Văn bản liên tịch: có nhiều cơ quan ban hành.")
        named = (natural_case(organ, paper.text, paper.folded) for organ in organs)
        return " - ".join(_of_place(_in_full(name, paper.text), paper, draft) for name in named)
    found = _issuer_of_decision(paper, draft) or issuer_in_body(paper, body)
    if found is None:
        draft.doubt("issuer", "missing", "Không thấy tên cơ quan ban hành.")
        return None
    name, span = found
    draft.spans["issuer"] = span
    draft.doubt("issuer", "inferred", f"Không có phần tên cơ quan ban hành; suy ra “{name}” từ lời văn.")
    return name


_BARE = re.compile(r"(?:Ủy ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Liên đoàn Lao động|LĐLĐ)")
_LEVEL = r"\s(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\s(?:[^\W\d_]+\s?){1,4}"


def _of_place(name: str, paper: Paper, draft: Draft) -> str:
    """A letterhead "ỦY BAN NHÂN DÂN" without a place: that of the line in capitals under the title, if any."""
    if _BARE.fullmatch(name) is None:
        return name
    start = paper.paragraphs[paper.body].start if paper.body < len(paper.paragraphs) else 0
    whole = re.compile(rf"(?im)^(?:chủ tịch )?({name}{_LEVEL})$").search(paper.text, start, start + _NEAR)
    if whole is None or not whole[1].isupper():
        draft.doubt("issuer", "unsure", f"Tên cơ quan ban hành “{name}” không ghi thuộc nơi nào.")
        return name
    return natural_case(whole[1].strip(), paper.text, paper.folded)


_NEAR = 3000
_SHORT, _FULL = "LĐLĐ ", "Liên đoàn Lao động "


def _in_full(name: str, text: str) -> str:
    """ "LĐLĐ THÀNH PHỐ PLEIKU" as the paper's own sentences name it, where they do."""
    full = _FULL + name.removeprefix(_SHORT)
    return full if name.startswith(_SHORT) and re.search(rf"{re.escape(full)}(?!\w)", text) else name


def _issuer_of_decision(paper: Paper, draft: Draft) -> tuple[str, Span] | None:
    """ "(Ban hành kèm theo Quyết định số 12/QĐ-UBND của Ủy ban nhân dân tỉnh)" names the issuer."""
    issued = draft.spans.get("issued_with")
    of = _OF.search(paper.folded, issued.start, issued.end) if issued else None
    if issued is None or of is None:
        return None
    end = issuer_end(paper.text, of.end(), issued.end)
    return (paper.text[of.end() : end], Span(of.end(), end)) if end > of.end() else None
