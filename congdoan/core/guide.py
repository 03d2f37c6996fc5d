"""The user guide as a page: Markdown beside the code, turned into HTML once."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from congdoan.core.text import fold

_PACKAGED, _CHECKOUT = Path(__file__).parent / "guide_files", Path(__file__).parents[2] / "docs"
_PICTURE = re.compile(r"[a-z-]+\.png")


@dataclass(frozen=True, slots=True)
class Chapter:
    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class Guide:
    """`html` begins after the first heading; `chapters` are the headings of the second level in it."""

    html: str
    chapters: tuple[Chapter, ...]


@cache
def guide() -> Guide:
    reader = MarkdownIt("commonmark").enable("table")
    tokens = reader.parse((_folder() / "huong-dan.md").read_text("utf-8"))[3:]  # its title is the page's own
    chapters = tuple(_chapters(tokens))
    for token in (inner for outer in tokens for inner in outer.children or ()):
        if token.type == "image":
            token.attrSet("loading", "lazy")
            token.attrSet("src", str(token.attrs["src"]).replace("pictures/", "hinh/"))
    return Guide(str(reader.renderer.render(tokens, reader.options, {})), chapters)


def picture(name: str) -> Path | None:
    """The file of a picture of the guide; None for any other name."""
    path = _folder() / "pictures" / name
    return path if _PICTURE.fullmatch(name) and path.is_file() else None


def _folder() -> Path:
    """In an installed package the guide lies inside it, in a checkout under docs."""
    return _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT


def _chapters(tokens: list[Token]) -> list[Chapter]:
    found = []
    for at, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            title = tokens[at + 1].content
            anchor = "-".join(re.findall(r"[a-z0-9]+", fold(title)))
            token.attrSet("id", anchor)
            found.append(Chapter(anchor, title))
    return found
