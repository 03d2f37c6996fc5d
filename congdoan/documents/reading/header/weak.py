"""Fields of the header that may be read wrong: by how they were put together, and by what contradicts them."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.header.casing import is_known_name
from congdoan.documents.reading.header.draft import Draft
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.layout.letters import vietnamese
from congdoan.documents.reading.layout.paper import CELL_SEPARATOR, Paper
from congdoan.documents.reading.model import Span

_STRANGE = re.compile(r"[|*_]|(?:Sở|Bộ) .*Việt Nam$|(?i:khẩn|hỏa tốc|dự thảo|mật$)")
_OF_SOMEBODY = re.compile(r"(?:Ban Chỉ huy|Tổ |Tiểu ban|Hội đồng(?! nhân dân)|Đoàn (?:kiểm tra|giám sát))")
"""Bodies whose name says of whom they are only together with the lines above."""
_PIECES = 3
"""Lines of a letterhead on the left that name two organs without being broken more than once."""
_SENTENCE = vietnamese(r"[^.]\.\s+\S|[a-zà-ỹđ],? ngày \d|;|^(?:HỘI NGHỊ|Của|CỦA)")
_OPEN_END = re.compile(r"(?:(?<!\w)(?:và|của|về|cho|trong|tại|với|các|năm|giai đoạn)|[-–,])$")
_LONG = 220
_PERIOD = re.compile(
    r"(?<!tu )(?:giai doan 20\d\d|(?:ke hoach|chuong trinh|de an|nghi quyet)[^.;\n]{0,60} (?:den )?nam 20\d\d)"
)
_OPENING = 700


def doubt_weak(paper: Paper, draft: Draft, issuer: str | None, *, has_horizon: bool, body: int) -> None:
    """Note on the draft what is doubtful about fields that were found, and about a horizon that was not."""
    at = draft.spans.get("issuer", Span(0, 0))
    if issuer and "issuer" in draft.spans and _is_weak_issuer(paper, draft, issuer, at):
        draft.doubt("issuer", "unsure", f"Không chắc tên cơ quan ban hành “{issuer}” đủ chữ và viết hoa đúng.")
    at = draft.spans.get("subject", Span(0, 0))
    if draft.subject and _is_weak_subject(paper, draft.subject, at):
        draft.doubt("subject", "unsure", "Không chắc trích yếu bắt đầu và kết thúc ở đâu.")
    start = paper.paragraphs[body].start if body < len(paper.paragraphs) else len(paper.text)
    if not has_horizon and _PERIOD.search(paper.folded, at.start, min(len(paper.text), start + _OPENING)):
        draft.doubt("until", "unsure", "Có nêu năm hoặc giai đoạn nhưng chưa rõ thời hạn chung của văn bản.")


def _is_weak_issuer(paper: Paper, draft: Draft, issuer: str, at: Span) -> bool:
    if _STRANGE.search(issuer) or _OF_SOMEBODY.match(issuer):
        return True
    lines = [
        line for line in paper.text[at.start : at.end].replace(CELL_SEPARATOR, "\n").split("\n") if line.strip(" *_-")
    ]
    if len(lines) > _PIECES:
        return True
    known = is_known_name(issuer) or all(is_known_name(organ) for organ in issuer.split(" - "))
    if draft.symbol and not (_fits(draft.symbol, issuer) or _OWN_LETTERS.search(f"{draft.symbol} {issuer}")):
        return True
    if len(lines) < _PIECES and paper.text.find(issuer, at.end) >= 0:
        return False
    return not known


def _is_weak_subject(paper: Paper, subject: str, at: Span) -> bool:
    joined = paper.text.count("\n", at.start, at.end) > 2
    following = paper.text[at.end : at.end + 3].lstrip()
    if _OPEN_END.search(subject) or (at.end and following[:1].islower()):
        return True
    return joined or len(subject) > _LONG or subject.isupper() or _SENTENCE.search(subject) is not None


_OWN_LETTERS = re.compile(r"TTg Thủ tướng|ThU Thành ủy|TWĐTN |TANDTC |HĐTV ")
"""Letters that are not the first ones of the name."""
_WORD = re.compile(r"[^\W\d_]+")


def _fits(symbol: str, issuer: str) -> bool:
    """Whether the letters of a part of the symbol begin words of the issuer's name, in their order."""
    words = _WORD.findall(issuer)
    initials = fold("".join(word if word.isupper() else word[:1] for word in words))
    parts = [part.rstrip("0123456789") for part in re.split(r"[-/]", fold(symbol))[1:]]
    return any(part.isalpha() and _in_order(part, initials) for part in parts)


def _in_order(letters: str, initials: str) -> bool:
    at = 0
    for letter in letters:
        at = initials.find(letter, at) + 1
        if at == 0:
            return False
    return True
