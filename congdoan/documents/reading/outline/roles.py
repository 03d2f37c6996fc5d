"""Gives every block of the outline its part: contents, purpose, targets, implementation, closing, signature ..."""

from __future__ import annotations

import re

from congdoan.documents.reading.layout.paper import Paper
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.outline.parts import (
    ARTICLES,
    CLOSING,
    CONTENTS,
    FACTS,
    IMPLEMENTATION,
    PREAMBLE,
    PURPOSE,
    SIGNATURE,
    TARGETS,
    UNKNOWN,
    part_of,
)
from congdoan.documents.reading.outline.tree import Tree

_CLOSING = re.compile(
    r"tren day la|(?:trong qua trinh|qua trinh)(?: to chuc)?(?: trien khai)?(?: to chuc)?(?: "
    r"thuc hien)?[^.;]{0,60}(?:neu|co|phat sinh)\s?(?:co |gap |phat sinh )?(?:kho khan|vuong mac"
    r"|van de)"
    r"|noi nhan|tran trong|ke hoach nay (?:duoc|co hieu luc|thay the|trien khai)|rat mong|xin "
    r"chan thanh|de nghi cac [^.;]{0,80} nghiem tuc(?: trien khai| to chuc)? thuc hien"
    r"|(?:nghi quyet|chi thi|quyet dinh|huong dan|chuong trinh|quy che) nay (?:co hieu luc|duoc "
    r"(?:pho bien|quan triet|hoi nghi|ban chap hanh|dai hoi|thong qua))"
    r"|(?:chi thi|nghi quyet|ket luan|ke hoach|huong dan) nay pho bien"
    r"|[^.;:]{0,80}(?:xin )?thong bao (?:den|de) [^.;]{0,60}biet"
    r"|nhan duoc (?:ke hoach|cong van|van ban|huong dan) nay"
)
_SIGNATURE = re.compile(
    r"noi nhan\s*:?\s*$|noi nhan\s*:|(?:tm|kt|tl|tuq|q)\s?\.\s?(?:ban|chu tich|doan|uy|giam"
    r"|truong|chanh|thuong|bi thu|ubnd|hoi|lien)"
)
_OFFICE = re.compile(r"(?:pho )?(?:chu tich|bi thu|giam doc|chanh van phong|truong ban|truong phong|thu truong)$")
_AFTERWARD = frozenset({CLOSING, SIGNATURE})


def assign_parts(paper: Paper, tree: Tree, kind: str | None) -> None:
    """Set `part` on every block. `kind`: of the paper ("quyết định")."""
    state = _State(kind)
    for block in tree.blocks:
        if paper.paragraphs[block.at].aside:
            block.part = CLOSING
            continue
        block.part = state.part(block, paper.folded[block.body : block.end], paper.text[block.body : block.end])
    _name_unknown(tree, kind)


class _State:
    """Remembers whether the paper has come to its closing words or its signature."""

    def __init__(self, kind: str | None) -> None:
        self.kind = kind
        self.after: str | None = None

    def part(self, block: Block, folded: str, text: str) -> str:
        opens = block.annex and block.marker is not None and block.marker.kind == "annex"
        if opens or block.table_head or (block.columns is not None and self.after):
            self.after = None
        if self.after == SIGNATURE and _starts_annex(text):
            self.after = None
            return UNKNOWN
        if self.after != SIGNATURE and not block.columns and _is_signature(block, folded, text):
            self.after = SIGNATURE
        elif self.after is None and block.marker is None and not block.columns and _CLOSING.match(folded):
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
        if not (block.is_numbered or block.is_heading):
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
        named = part_of(folded, depth)
        if named in (UNKNOWN, FACTS) and inherited in (IMPLEMENTATION, TARGETS):
            return inherited
        if named == PURPOSE and inherited == IMPLEMENTATION:
            return inherited
        return inherited if named == UNKNOWN else named


def _is_signature(block: Block, folded: str, text: str) -> bool:
    if _SIGNATURE.match(folded):
        return True
    return block.marker is None and text.isupper() and _OFFICE.match(folded.strip(" .")) is not None


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
    sections = any(block.part not in (UNKNOWN, *_AFTERWARD) for block in tree.blocks)
    numbered = any(block.is_numbered and block.part not in _AFTERWARD for block in tree.blocks)
    started = not numbered
    for block in tree.blocks:
        started = started or block.is_numbered or block.is_heading or block.columns is not None
        if block.part != UNKNOWN:
            continue
        if _top(block).marker is not None and _top_kind(block) == "dieu" and not block.annex:
            block.part = ARTICLES
        elif block.parent is None and not block.is_numbered and not block.is_heading and block.columns is None:
            block.part = PREAMBLE if sections or not started or numbered else CONTENTS
        else:
            block.part = CONTENTS


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
