"""From a file to a draft: real papers through the real job, and files that are no papers."""

import io
import time
import zipfile
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image, ImageDraw

from congdoan.core.errors import Invalid
from congdoan.core.files.paths import path_of
from congdoan.core.models import Blob, JobRun, StoredFile
from congdoan.documents.models import Document, Reading
from congdoan.documents.reading.confine import TOO_LONG
from congdoan.documents.services.apart import read_apart
from congdoan.documents.services.receive import receive_paper
from congdoan.plans.models import Plan
from tests.jobs import run_queued_jobs
from tests.world import Federation

SAMPLES = Path(__file__).parent.parent / "samples"
NAME = "ke-hoach-cai-cach-hanh-chinh"


@pytest.fixture
def web(client: Client, federation: Federation) -> Client:
    client.force_login(federation["chuyenvien"])
    return client


def send(web: Client, federation: Federation, *files: SimpleUploadedFile):
    return web.post(reverse("plans:upload"), {"unit": federation.province.pk, "papers": list(files)})


def paper(name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, (SAMPLES / name).read_bytes())


def nothing_left() -> bool:
    return not (
        Document.objects.exists() or Reading.objects.exists() or StoredFile.objects.exists() or Blob.objects.exists()
    )


@pytest.mark.parametrize("kind", ["docx", "txt", "pdf"])
def test_a_real_paper_becomes_a_draft_with_its_tasks_led_by_real_units(web, federation, kind):
    watched = send(web, federation, paper(f"{NAME}.{kind}"))
    assert "Lấy chữ từ tệp" in web.get(watched.url).content.decode()
    run_queued_jobs()
    run = JobRun.objects.get()
    assert (run.state, run.error) == ("done", "")
    plan = Plan.objects.get()
    assert web.get(watched.url).url == reverse("plans:review", args=[plan.pk])
    assert plan.tasks.count() == 25
    assert str(plan.tasks.get(number="2.4.a").parties.get()) == "Ban Tài chính"
    assert plan.coordinator == federation.office
    assert plan.doubts.filter(section__number="II.2.5").exists()


def test_a_pdf_keeps_a_picture_of_each_page_with_the_places_of_its_lines(web, federation):
    send(web, federation, paper(f"{NAME}.pdf"))
    run_queued_jobs()
    plan = Plan.objects.get()
    page = plan.reading.pages.first()
    assert page.image.blob.content_type == "image/jpeg"
    assert plan.reading.text[page.boxes[0][0] : page.boxes[0][1]]
    assert all(0 <= part <= 1 for box in page.boxes for part in box[2:])
    picture = web.get(reverse("plans:review-page-image", args=[plan.pk, page.number]))
    assert picture["Content-Type"] == "image/jpeg"


def test_several_photographs_make_one_paper(federation):
    photos = [(f"{n}.jpg", photograph(f"KE HOACH trang {n}")) for n in (1, 2)]
    reading = receive_paper(files=photos, unit=federation.province, by=federation["chuyenvien"])
    assert reading.document.file.blob.content_type == "application/pdf"
    assert reading.document.file.name == "1.pdf"


def photograph(words: str) -> io.BytesIO:
    picture = Image.new("RGB", (600, 800), "white")
    ImageDraw.Draw(picture).text((60, 60), words, fill="black")
    content = io.BytesIO()
    picture.save(content, "JPEG")
    return content


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("trong.docx", b"", "tr"),
        ("chay.docx", b"MZ\x90\x00" + b"\0" * 500, "không phải là văn bản"),
        ("cut.docx", b"PK\x03\x04" + b"\0" * 60, "hỏng"),
        ("anh.zip", None, "Tệp nén"),
    ],
)
def test_what_is_no_paper_is_refused_on_the_page_and_nothing_stays(web, federation, name, content, words):
    if content is None:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("a.txt", "x")
        content = packed.getvalue()
    answer = send(web, federation, SimpleUploadedFile(name, content))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert nothing_left()


def test_a_paper_that_turns_out_broken_while_reading_leaves_one_sentence_and_nothing_else(
    web, federation, django_capture_on_commit_callbacks
):
    whole = (SAMPLES / f"{NAME}.pdf").read_bytes()
    watched = send(web, federation, SimpleUploadedFile("hong.pdf", whole[:20_000]))
    digest = Blob.objects.get().sha256
    with django_capture_on_commit_callbacks(execute=True):
        run_queued_jobs()
    page = web.get(watched.url).content.decode()
    assert JobRun.objects.get().state == "failed"
    assert JobRun.objects.get().error in page
    assert "Tải tệp khác lên" in page
    assert nothing_left()
    assert not Plan.objects.exists()
    assert not default_storage.exists(path_of(digest))


def test_a_file_that_unpacks_into_a_flood_is_refused_in_the_readers_own_process(web, federation):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * (300 * 2**20))
    send(web, federation, SimpleUploadedFile("bom.docx", packed.getvalue()))
    run_queued_jobs()
    assert "quá lớn" in JobRun.objects.get().error
    assert nothing_left()


def test_a_reader_that_takes_too_long_is_stopped(tmp_path):
    began = time.monotonic()
    with pytest.raises(Invalid, match=TOO_LONG[:20]):
        read_apart(SAMPLES / f"{NAME}-scan.pdf", tmp_path, lambda *_: None, limit=0.2)
    assert time.monotonic() - began < 5


def test_who_may_not_draft_cannot_upload(client, federation):
    client.force_login(federation["ubkt"])
    answer = client.post(
        reverse("plans:upload"), {"unit": federation.province.pk, "papers": [SimpleUploadedFile("a.txt", b"KE HOACH")]}
    )
    assert answer.status_code in (403, 422)
    assert nothing_left()
