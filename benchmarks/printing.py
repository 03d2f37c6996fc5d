"""How long printing the sample plan as PDF/A takes against Typst alone on the same text.

Typst alone: the same words written straight in Typst as headings and paragraphs, bold and italic where ours are, on
the same page with page numbers, as the same kind of PDF, without the layout of an official paper. Each run prints
words that were never printed before, because Typst remembers what it has laid out.

Run from the root: python -m benchmarks.printing
"""

from collections.abc import Callable
from functools import partial
from statistics import median
from time import perf_counter

import typst

from congdoan.core.printing import wording
from congdoan.core.printing.glyphs import FONTS
from congdoan.core.printing.paper import Block, Bullet, Heading, Paper, Paragraph
from congdoan.core.printing.pdf import STANDARD, to_pdf
from tests.printing.sample import TEXT, plan

RUNS = 40
PAGE = """
#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 20mm), numbering: "1")
#set text(font: "Liberation Serif", size: 14pt, lang: "vi", hyphenate: false)
#set par(justify: true, first-line-indent: (amount: 1.27cm, all: true))
#set document(date: datetime(year: 2022, month: 9, day: 12))
"""
SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\#*_-+=/<>@$`~\"'[]."})


def fresh(run: int) -> str:
    """The plan's text with every line but the title changed."""
    title, subject, *lines = filter(str.strip, TEXT.splitlines())
    return "\n".join([title, subject, *(f"{line} {run}" for line in lines)])


def source(paper: Paper) -> bytes:
    """The paper's words in plain Typst."""
    header = [
        *wording.organ_lines(paper.superior),
        f"*{paper.issuer.upper()}*",
        f"*{wording.NATION}*",
        f"*{wording.MOTTO}*",
        wording.symbol_line(paper),
        f"_{wording.place_and_date(paper)}_",
        f"*{paper.type.upper()}*",
        f"*{paper.subject}*",
    ]
    signature = [*(f"*{line}*" for line in wording.office_lines(paper.signer, paper.style)), f"*{paper.signer.name}*"]
    lines = [*map(plain, header), *map(marked, paper.body), *map(escaped, wording.recipients(paper)), *signature]
    return (PAGE + "\n\n".join(lines)).encode()


def marked(block: Block) -> str:
    match block:
        case Heading():
            return "=" * block.level + " " + escaped(wording.heading_line(block))
        case Bullet():
            return escaped(f"{block.marker} {block.text}")
        case Paragraph():
            return escaped(block.text)
    raise ValueError(block)


def escaped(text: str) -> str:
    return text.translate(SIGNS)


def plain(line: str) -> str:
    """Escaped but for the sign of bold or italic around the line."""
    return line[0] + escaped(line[1:-1]) + line[-1] if line[0] in "*_" else escaped(line)


def milliseconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def measure() -> list[tuple[float, float]]:
    """Milliseconds of the product and of Typst alone, run in turns."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    alone = typst.Compiler(font_paths=fonts)
    times = []
    for run in range(RUNS):
        paper, text = plan(text=fresh(run)), source(plan(text=fresh(RUNS + run)))
        ours = milliseconds(partial(to_pdf, paper))
        theirs = milliseconds(partial(alone.compile, input=text, format="pdf", pdf_standards=STANDARD))
        times.append((ours, theirs))
    return times


def main() -> None:
    """The ratio is the median of the ratios of the single turns, so that a busy machine disturbs both alike."""
    times = measure()
    ours, theirs = (median(side) for side in zip(*times, strict=True))
    ratio = median(ours / theirs for ours, theirs in times)
    against = f"Typst alone on the same text {theirs:.0f} ms"
    print(f"| print the plan as PDF/A | {against} | {ours:.0f} ms | {ratio:.2f}× | ≤ 1.3× |")


if __name__ == "__main__":
    main()
