"""How fast papers are read, against what nobody can do without: extracting their text, recognising their letters.

Run it as `python benchmarks/reading.py`; it prints one row of a Markdown table for each figure. Every row compares
both sides in the same run, the best of several rounds each.
"""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from congdoan.documents.reading.model import PlanReading

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
    long_paper(read_file)
    if shutil.which("tesseract"):
        scan(read_file)


def long_paper(read_file: Callable[[Path], PlanReading]) -> None:
    """400 pages with 2,000 tasks, by length against the sample, and the memory of the process that reads them."""
    sample = Path(f"{SAMPLE}.docx")
    with tempfile.TemporaryDirectory() as folder:
        path = write_long_paper(Path(folder) / "long.docx", read_file(sample))
        letters = [len(read_file(file).text) for file in (path, sample)]
        ours, theirs = compete(lambda: read_file(path), lambda: read_file(sample), rounds=5)
        count = len(read_file(path).tasks)
        each = ours / letters[0], theirs / letters[1]
        row(f"read {count:,} tasks on 400 pages, a letter", "the sample, a letter", *each, "≤ 1.3", 1e9, "ns")
        script = f"from congdoan.documents.reading.cli import main; main([{str(path)!r}])"
        used = memory_of([sys.executable, "-c", script])
    print(f"| memory of reading them | 500 MB | {used:,.0f} MB | {used / 500:.2f}× | ≤ 1× |")


def write_long_paper(path: Path, sample: PlanReading) -> Path:
    """A Word paper of 400 sections of five tasks each, with the sentences of the sample, and who leads each section."""
    import docx

    paper = docx.Document()
    for line in sample.text.split("\n")[:12]:
        paper.add_paragraph(line)
    paper.add_paragraph("II. NHIỆM VỤ")
    sentences = itertools.cycle(task.text for task in sample.tasks)
    leads = itertools.cycle(["Ban Tổ chức", "Ban Tuyên giáo", "Văn phòng", "Ban Tài chính"])
    for number in range(1, 401):
        paper.add_paragraph(f"{number}. Nhóm nhiệm vụ thứ {number}")
        for _ in range(5):
            paper.add_paragraph(f"- {next(sentences)} Hoàn thành trước ngày 30/6/2023.")
    paper.add_paragraph("III. TỔ CHỨC THỰC HIỆN")
    for number in range(1, 401):
        paper.add_paragraph(f"{number}. {next(leads)} chủ trì, phối hợp với Văn phòng thực hiện mục {number} phần II.")
    paper.save(str(path))
    return path


def memory_of(command: list[str]) -> float:
    """Megabytes that a process and those it starts hold at most, each by itself."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT)
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return used.ru_maxrss / 1024


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


def row(work: str, against: str, ours: float, theirs: float, reach: str, scale: float = 1000, unit: str = "ms") -> None:
    """`scale`: units in one second."""
    measured = f"{ours * scale:,.0f} {unit} | {ours / theirs:.2f}×"
    print(f"| {work} | {against} {theirs * scale:,.0f} {unit} | {measured} | {reach}× |")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
