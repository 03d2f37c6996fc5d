"""How fast papers are read, against what nobody can do without: extracting their text, recognising their letters.

Run it as `python benchmarks/reading.py`; it prints one row of a Markdown table for each figure. Every row compares
both sides in the same run, the best of several rounds each.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "tests" / "samples" / "ke-hoach-cai-cach-hanh-chinh"


def main() -> None:
    import docx
    import pypdfium2

    from congdoan.documents.reading.reader import read_file

    def text_of_word() -> str:
        return "\n".join(paragraph.text for paragraph in docx.Document(f"{SAMPLE}.docx").paragraphs)

    def text_of_pdf() -> str:
        with pypdfium2.PdfDocument(f"{SAMPLE}.pdf") as document:
            return "".join(page.get_textpage().get_text_range() for page in document)

    for form, extract, library in ((".docx", text_of_word, "python-docx"), (".pdf", text_of_pdf, "pypdfium2")):
        path = Path(f"{SAMPLE}{form}")
        ours, theirs = compete(lambda path=path: read_file(path), extract)
        row(f"read the sample, {form}", f"its text by {library}", ours, theirs, "≤ 2")
        whole = best(lambda path=path: process(path), 5)
        row(f"the whole process, {form}", "1 second", whole, 1.0, "≤ 1")
    if shutil.which("tesseract"):
        scan(read_file)


def scan(read_file: Callable[[Path], object]) -> None:
    path = Path(f"{SAMPLE}-scan.pdf")
    pages = rendered(path)
    ours, theirs = compete(lambda: read_file(path), lambda: tesseract_alone(pages), rounds=2)
    row("read the scan", "Tesseract alone, same pages, all cores", ours, theirs, "≤ 1.15")


def rendered(path: Path) -> list[bytes]:
    """The pages at the resolution of the scan, as Tesseract gets them."""
    import pypdfium2

    from congdoan.documents.reading.extract.scan_pictures import picture_of_page

    with pypdfium2.PdfDocument(path) as document:
        pictures = [picture_of_page(document, number)[0].convert("L") for number in range(1, len(document) + 1)]
    return [f"P5 {picture.width} {picture.height} 255\n".encode() + picture.tobytes() for picture in pictures]


def tesseract_alone(pages: list[bytes]) -> None:
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}

    def recognise(page: bytes) -> None:
        command = ["tesseract", "-", "-", "-l", "vie", "--dpi", "200", "tsv"]
        subprocess.run(command, input=page, capture_output=True, check=True, env=environment)

    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        list(pool.map(recognise, pages))


def process(path: Path) -> None:
    command = [sys.executable, "-m", "congdoan.documents.reading.cli", str(path)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)


def compete(first: Callable[[], object], second: Callable[[], object], rounds: int = 15) -> tuple[float, float]:
    """The best times of both, taken in turns so that a busy machine hits them alike."""
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(best(first, 1))
        theirs.append(best(second, 1))
    return min(ours), min(theirs)


def best(work: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def row(work: str, against: str, ours: float, theirs: float, reach: str) -> None:
    print(f"| {work} | {against} {theirs * 1000:,.0f} ms | {ours * 1000:,.0f} ms | {ours / theirs:.2f}× | {reach}× |")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
