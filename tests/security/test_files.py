"""What somebody uploaded is given to others as a file, never as a page of ours."""

from io import BytesIO

import pytest
from django.test import Client

from congdoan.core.files.paths import path_of
from congdoan.core.files.store import store
from congdoan.documents.models import Document
from tests.world import Federation

PAGE = b"<!DOCTYPE html><script>alert(document.cookie)</script>"
PDF = b"%PDF-1.4\n%%EOF\n"
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def _paper(federation: Federation, name: str, content: bytes) -> Document:
    file = store(BytesIO(content), name=name, by_id=federation["vanthu"].pk)
    unit = federation.province
    return Document.objects.create(unit=unit, subject="Về việc mới", file=file, added_by=federation["vanthu"])


@pytest.mark.parametrize(
    ("name", "content"),
    [("trang.html", PAGE), ("trang.pdf", PAGE), ("anh.svg", PICTURE), ("anh.png", PICTURE), ("a.txt", PAGE)],
)
def test_a_page_in_disguise_is_only_ever_downloaded(
    client: Client, federation: Federation, name: str, content: bytes
) -> None:
    paper = _paper(federation, name, content)
    client.force_login(federation["vanthu"])
    answer = client.get(f"/van-ban/{paper.pk}/tep/?xem")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"].endswith("sandbox")
    assert "script" not in answer.headers["Content-Security-Policy"]


def test_a_pdf_is_shown_but_in_a_sandbox(client: Client, federation: Federation) -> None:
    paper = _paper(federation, "ke-hoach.pdf", PDF)
    client.force_login(federation["vanthu"])
    answer = client.get(f"/van-ban/{paper.pk}/tep/?xem")
    assert answer.headers["Content-Disposition"].startswith("inline")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert client.get(f"/van-ban/{paper.pk}/tep/").headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    "name",
    ['Kế hoạch "số 1".pdf', "a\r\nSet-Cookie: x=1.pdf", "../../etc/passwd.pdf", "báo cáo; filename=x.exe.pdf"],
)
def test_a_name_cannot_break_out_of_its_header(client: Client, federation: Federation, name: str) -> None:
    paper = _paper(federation, name, PDF)
    client.force_login(federation["vanthu"])
    answer = client.get(f"/van-ban/{paper.pk}/tep/")
    said = answer.headers["Content-Disposition"]
    assert "\r" not in said and "\n" not in said and "Set-Cookie" not in answer.headers
    assert 'filename="' in said.replace('\\"', "") or "filename*=utf-8''" in said


def test_the_place_of_a_file_has_nothing_of_its_name(federation: Federation) -> None:
    file = store(BytesIO(PDF), name="../../../tmp/x.pdf", by_id=None)
    assert path_of(file.blob_id) == f"{file.blob_id[:2]}/{file.blob_id[2:4]}/{file.blob_id}"
    assert "tmp" not in path_of(file.blob_id)
