"""Who issues a paper: the last organ of its letterhead, else whoever the text names."""

from __future__ import annotations

import re

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
        return " - ".join(natural_case(organ, paper.text, paper.folded) for organ in organs)
    found = _issuer_of_decision(paper, draft) or issuer_in_body(paper, body)
    if found is None:
        draft.doubt("issuer", "missing", "Không thấy tên cơ quan ban hành.")
        return None
    name, span = found
    draft.spans["issuer"] = span
    draft.doubt("issuer", "inferred", f"Không có phần tên cơ quan ban hành; suy ra “{name}” từ lời văn.")
    return name


def _issuer_of_decision(paper: Paper, draft: Draft) -> tuple[str, Span] | None:
    """ "(Ban hành kèm theo Quyết định số 12/QĐ-UBND của Ủy ban nhân dân tỉnh)" names the issuer."""
    issued = draft.spans.get("issued_with")
    of = _OF.search(paper.folded, issued.start, issued.end) if issued else None
    if issued is None or of is None:
        return None
    end = issuer_end(paper.text, of.end(), issued.end)
    return (paper.text[of.end() : end], Span(of.end(), end)) if end > of.end() else None
