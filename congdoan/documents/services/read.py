"""Reads a kept paper: the reader works apart, and what it found is kept with the paper."""

import shutil
import tempfile
from pathlib import Path, PurePath

from django.db import transaction

from congdoan.core.errors import DomainError
from congdoan.core.files.store import open_stored
from congdoan.documents.models import Reading
from congdoan.documents.reading.model import PlanReading
from congdoan.documents.services.apart import Stage, read_apart
from congdoan.documents.services.results import keep_result


def read_paper(reading: Reading, on_stage: Stage) -> PlanReading:
    """Read the paper of `reading` and keep the answer with its pages. Raises Invalid when it cannot be read."""
    file = reading.document.file
    if file is None:
        raise DomainError("Văn bản này không có tệp để đọc. Tải tệp lên rồi đọc lại.")
    with tempfile.TemporaryDirectory(prefix="congdoan-") as name:
        folder = Path(name)
        paper = folder / f"paper{PurePath(file.name).suffix.lower()[:8]}"
        with open_stored(file) as content, paper.open("wb") as copy:
            shutil.copyfileobj(content, copy)
        found = read_apart(paper, folder, on_stage)
        with transaction.atomic():
            keep_result(reading, found.read, found.images)
    return found.read
