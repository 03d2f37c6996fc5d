"""Gives every block of the outline its part: contents, purpose, targets, implementation, closing, signature ..."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.layout.markers import NAMED
from congdoan.documents.reading.layout.paper import Paper
from congdoan.documents.reading.outline.blocks import Block, gives_work
from congdoan.documents.reading.outline.closing import closes
from congdoan.documents.reading.outline.parts import (
    ARTICLES,
    CLOSING,
    CONTENTS,
    FACTS,
    IMPLEMENTATION,
    PREAMBLE,
    PURPOSE,
    SIGNATURE,
    SITUATION,
    TARGETS,
    UNKNOWN,
    part_of,
)
from congdoan.documents.reading.outline.tree import Tree

_SIGNATURE = re.compile(
    r"noi nhan\s*:?\s*$|noi nhan\s*:|(?:tm|kt|tl|tuq|q|t/m|k/t|t/l)\s?\.?\s(?:ban|chu tich|doan|uy|giam"
    r"|truong|chanh|thuong|bi thu|ubnd|hoi|lien|bo truong|thu truong|thu tuong|pho|cong doan|to|tong|dang|cap uy|chi)"
)
_OFFICE = re.compile(
    r"(?:pho |tong |quyen |q\. ?)?(?:chu tich|bi thu|giam doc|chanh van phong|truong ban|truong phong"
    r"|thu truong|thu tuong"
    r"|to truong|truong doan|bo truong|thu truong co quan|hieu truong|cuc truong|chu nhiem"
    r"|giam doc .{0,40}|dai dien .{0,60}"
    r"|nguoi lap.{0,20})"
    r"(?: thuong truc)?$"
)
_AFTERWARD = frozenset({CLOSING, SIGNATURE})
_REPORTS = frozenset({"báo cáo", "tờ trình", "biên bản"})
_PROPOSALS = re.compile(
    r"(?:mot so |nhung |cac |phan )?(?:de xuat|kien nghi|de nghi)(?:(?: va|[,;&-]|)\s?(?:de xuat|kien nghi|de nghi))*"
    r"(?: (?:voi|doi voi|cua|len|cap tren) .{0,90})?"
)
"""What a report asks of those it is sent to is no work of its own."""
_INSPECTS = re.compile(
    r"(?:(?:ve |viec |ket qua |ket luan |cuoc )*(?:kiem tra|giam sat|thanh tra|phuc tra)(?![a-z])"
    r"|viec chap hanh (?:phap luat|dieu le|quy dinh)(?![a-z]))"
)
_INSPECTORS = frozenset({"báo cáo", "biên bản", "kết luận", "thông báo"})
""" "BIÊN BẢN / Kiểm tra việc thu, chi", "KẾT LUẬN THANH TRA / việc chấp hành ...": papers that say what was found."""
_ASKS = re.compile(
    r"(?:cac |nhung |mot so |phan )?(?:yeu cau|kien nghi|de nghi|de xuat|bien phap xu ly|xu ly"
    r"|bien phap khac phuc)(?![a-z])"
)
"""What an inspection asks of those it was at is the work: "Yêu cầu, kiến nghị", "Các biện pháp xử lý"."""
_FOUND = re.compile(
    r"(?:noi dung,? (?:va )?)?ket qua (?:kiem tra|giam sat|thanh tra|phuc tra|xac minh)|khai quat|khuyet diem|mat duoc"
    r"|ket luan$|nhan xet"
)


def assign_parts(paper: Paper, tree: Tree, kind: str | None, subject: str | None = None) -> None:
    """Set `part` on every block. `kind`: of the paper ("quyết định"); `subject`: what it is about."""
    state = _State(kind, paper.folded, numbered=any(block.is_numbered for block in tree.blocks))
    state.inspects = kind in _INSPECTORS and _INSPECTS.match(fold(subject or "")) is not None
    for block in tree.blocks:
        if paper.paragraphs[block.at].aside:
            block.part = CLOSING
            continue
        block.part = state.part(block, paper.folded[block.body : block.end], paper.text[block.body : block.end])
    _name_unknown(tree, kind)


class _State:
    """Remembers whether the paper has come to its closing words or its signature.

    `ahead`: all its numbered parts are still to come, so that an office in capitals is who decides, not who signs.
    `inspects`: it says what an inspection found.
    """

    def __init__(self, kind: str | None, folded: str, *, numbered: bool) -> None:
        self.ahead = numbered
        self.inspects = False
        self.kind = kind
        self.folded = folded
        self.after: str | None = None

    def part(self, block: Block, folded: str, text: str) -> str:
        opens = block.opens or (block.annex and block.marker is not None and block.marker.kind == "annex")
        if opens or block.table_head or (block.columns is not None and self.after):
            self.after = None
        if self.after == SIGNATURE and _starts_annex(text):
            self.after = None
            return UNKNOWN
        self.ahead = self.ahead and not block.is_numbered
        if self.after != SIGNATURE and not block.columns and _is_signature(block, folded, text, ahead=self.ahead):
            self.after = SIGNATURE
        elif self.after is None and block.marker is None and not block.columns and closes(folded):
            self.after = CLOSING
        elif self.after == CLOSING and (block.is_numbered or block.is_heading):
            self.after = None
        if self.after:
            return self.after
        return self._named(block, folded)

    def _named(self, block: Block, folded: str) -> str:
        inherited = block.parent.part if block.parent else UNKNOWN
        if inherited in _AFTERWARD:
            inherited = UNKNOWN
        if block.parent is not None and block.parent.opens and block.marker is None and not block.columns:
            return PREAMBLE
        if inherited == PREAMBLE:
            inherited = UNKNOWN
        if not (block.is_numbered or block.is_heading) or block.data or gives_work(block):
            return inherited
        if block.opens:
            return UNKNOWN
        title = _title(block, folded, self.folded)
        if title is None:
            return inherited
        depth = 0
        over = block.parent
        while over is not None:
            depth += (
                over.is_numbered
                and over.marker is not None
                and over.marker.kind not in ("phan", "chuong", "annex", "dieu")
            )
            over = over.parent
        if self.inspects and depth == 0 and (found := _of_inspection(title)):
            return found
        named = part_of(title, depth)
        if self.kind in _REPORTS and _PROPOSALS.fullmatch(title.strip(" .:")):
            return SITUATION
        if named == FACTS and depth and title != folded and not block.children:
            return inherited
        if named in (UNKNOWN, FACTS) and inherited in (IMPLEMENTATION, TARGETS):
            return inherited
        leaf = title != folded and not block.children  # "5. Các nội dung còn lại: giao Văn phòng"
        if inherited == IMPLEMENTATION and (named == PURPOSE or (named == CONTENTS and leaf)):
            return inherited
        return inherited if named == UNKNOWN else named


def _of_inspection(title: str) -> str | None:
    if _ASKS.match(title):
        return IMPLEMENTATION
    return SITUATION if _FOUND.match(title.strip(" .:")) else None


_HEADLINE_WORDS = 8
_INLINE_TITLE = 70


def _title(block: Block, folded: str, paper: str) -> str | None:
    """The words that say what a section is for; None when the block is a passage rather than a heading.

    "PHẦN BA" has its title on the next line, "3. Kinh phí: ..." before the colon.
    """
    first = block.children[0] if block.children else None
    if not folded and first is not None and first.marker is None and first.columns is None:
        return paper[first.body : first.end]
    colon = folded.find(":", 0, _INLINE_TITLE)
    if colon > 0:
        return folded[:colon]
    leaf = first is None and folded.endswith((".", ";", "./.")) and len(folded.split()) > _HEADLINE_WORDS
    return None if leaf else folded


def _is_signature(block: Block, folded: str, text: str, *, ahead: bool) -> bool:
    if _SIGNATURE.match(folded):
        return True
    return not ahead and block.marker is None and text.isupper() and _OFFICE.match(folded.strip(" .")) is not None


def _starts_annex(text: str) -> bool:
    return (
        text.isupper()
        and re.match(
            r"(?:PHỤ LỤC|BẢNG|DANH MỤC|BIỂU|PHÂN CÔNG|KẾ HOẠCH|CHƯƠNG TRÌNH|QUY CHẾ|ĐỀ ÁN|QUY ĐỊNH|LỊCH)", text
        )
        is not None
    )


def _name_unknown(tree: Tree, kind: str | None) -> None:
    """What no heading names: words before the first section lead in; the rest is contents, or articles."""
    own = [block for block in tree.blocks if block.part not in _AFTERWARD and not _enclosed(block)]
    sections = any(block.part != UNKNOWN for block in own)
    numbered = any(block.is_numbered or _is_named(block) for block in own)
    started, tabled = not numbered, False
    for block in tree.blocks:
        tabled = tabled or block.columns is not None or _is_named(block)
        started = started or block.is_numbered or _is_named(block) or block.is_heading or block.columns is not None
        if block.part != UNKNOWN:
            continue
        if block.opens or (block.parent is not None and block.parent.opens and block.marker is None):
            block.part = PREAMBLE
        elif _top(block).marker is not None and _top_kind(block) == "dieu" and not block.annex:
            block.part = ARTICLES
        elif _stands_alone(block):
            block.part = PREAMBLE if (sections or not started or numbered) and not tabled else CONTENTS
        else:
            block.part = CONTENTS


def _is_named(block: Block) -> bool:
    """ "Hoạt động 1.1. ...", "Mục tiêu 2: ..."."""
    return block.marker is not None and block.marker.kind.startswith(NAMED)


def _stands_alone(block: Block) -> bool:
    """Under nothing, and no section of its own."""
    own = block.is_numbered or block.is_heading or block.columns is not None or _is_named(block)
    return block.parent is None and not own


def _enclosed(block: Block) -> bool:
    """Whether a block stands in an annex or in a paper that this one encloses."""
    return block.annex or _top(block).opens


def _top(block: Block) -> Block:
    while block.parent is not None:
        block = block.parent
    return block


def _top_kind(block: Block) -> str | None:
    """The kind of the highest article, or of the highest block, above."""
    over: Block | None = block
    kind = None
    while over is not None:
        if over.marker is not None:
            kind = over.marker.kind
            if kind == "dieu":
                return kind
        over = over.parent
    return kind
