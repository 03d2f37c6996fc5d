"""A signed conclusion is a paper in the store: numbered, printed, sealed, found by who may read it alone."""

from datetime import date

import pytest
from django.test import Client

from congdoan.core.audit.sealing.check import find_changed_rows
from congdoan.core.audit.sealing.seal import seal_new
from congdoan.core.files.store import open_stored
from congdoan.core.verify.checks import checks
from congdoan.documents.models import Document
from congdoan.documents.queries.store import papers_seen_by
from congdoan.organisation.models import Reorganisation
from congdoan.organisation.roles import Role
from congdoan.oversight.models import Inspection
from congdoan.oversight.services import remedies
from congdoan.oversight.services.follow import follow
from congdoan.reporting.sources import text_sources
from tests.oversight import factories
from tests.world import Federation, make_post, make_unit, make_user

READ = ("ubkt", "chutich", "chuyenvien", "batri", "batri.cv")
"""The committee, the organ that it belongs to, and the inspected unit: who sees the inspection."""
NOT_READ = ("cholach", "giaoduc", "coso", "admin", "nguoixem")
"""Other units; and in the organ whoever sees its papers, but no inspections."""


def changed() -> list[str]:
    return list(find_changed_rows(lambda *_: None))


@pytest.fixture
def paper(federation: Federation) -> Document:
    document = factories.concluded(federation).document
    assert document is not None
    return document


def test_the_conclusion_lies_in_the_store_with_its_number_as_pdf_a(federation: Federation, paper: Document) -> None:
    assert (paper.symbol, paper.type, paper.issued_on) == ("1/KL-UBKT", "KL", date(2023, 3, 15))
    assert (paper.unit, paper.issuer) == (
        federation.inspection,
        "Ủy ban kiểm tra, Liên đoàn Lao động tỉnh Bến Tre",
    )
    assert paper.subject.endswith("tại Liên đoàn Lao động huyện Ba Tri")
    assert paper.file is not None
    with open_stored(paper.file) as content:
        printed = content.read()
    assert printed.startswith(b"%PDF")
    assert b"pdfaid:part" in printed


def test_who_may_read_the_conclusion_finds_its_paper_and_others_in_the_organ_do_not(
    client: Client, federation: Federation, paper: Document
) -> None:
    for who in READ:
        client.force_login(federation[who])
        assert f"/van-ban/{paper.pk}/" in client.get("/tim-kiem/?q=1/KL-UBKT").content.decode(), who
        assert "Kiểm tra LĐLĐ huyện Ba Tri" in client.get(f"/van-ban/{paper.pk}/").content.decode(), who
        assert client.get(f"/van-ban/{paper.pk}/tep/").status_code == 200, who
        assert paper.symbol in client.get("/van-ban/").content.decode(), who
    reader = make_user("nguoixem")
    make_post(reader, federation.province, Role.READER)
    federation.people["nguoixem"] = reader
    for who in NOT_READ:
        client.force_login(federation[who])
        assert "1/KL-UBKT" not in client.get("/tim-kiem/?q=UBKT").content.decode(), who
        assert client.get(f"/van-ban/{paper.pk}/").status_code == 404, who
        assert client.get(f"/van-ban/{paper.pk}/tep/").status_code == 404, who
        assert not papers_seen_by(federation[who]).filter(pk=paper.pk).exists(), who


def test_a_report_of_the_organ_does_not_tell_of_it(federation: Federation, paper: Document) -> None:
    source = text_sources["documents.issued"]
    assert source.origins(federation.province.pk, date(2023, 1, 1), date(2023, 12, 31)) == []


def test_what_was_signed_is_what_is_printed_also_when_a_remedy_gets_another_day(
    client: Client, federation: Federation
) -> None:
    remedy = factories.reported(federation)
    client.force_login(federation["batri"])
    address = f"/kiem-tra/{remedy.inspection_id}/pdf/"
    signed = client.get(address).content
    remedies.recheck_remedy(
        inspection_id=remedy.inspection_id,
        remedy_id=remedy.pk,
        by=federation["ubkt"],
        kept=False,
        note="Sổ trống",
        due=date(2023, 5, 1),
    )
    assert client.get(address).content == signed


def test_the_signed_paper_is_sealed_and_a_change_of_it_is_found(federation: Federation, paper: Document) -> None:
    seal_new()
    assert changed() == []
    Inspection.objects.filter(document=paper).update(conclusion="Không có gì")
    (place,) = changed()
    assert "Kết luận kiểm tra đã ký" in place
    assert "1/KL-UBKT" in place


def test_a_paper_that_bears_another_number_is_found_by_verify(federation: Federation, paper: Document) -> None:
    check = checks["oversight.papers"]
    assert [*check.find(lambda *_: None)] == []
    Document.objects.filter(pk=paper.pk).update(symbol="9/KL-UBKT")
    assert len([*check.find(lambda *_: None)]) == 1


def test_the_number_stays_in_the_register_of_a_committee_that_is_merged(
    federation: Federation, paper: Document
) -> None:
    heir = make_unit("Ủy ban kiểm tra mới", "inspection", federation.province)
    merged = {"units": [federation.inspection.pk], "heirs": {str(federation.inspection.pk): heir.pk}}
    follow(Reorganisation(kind=Reorganisation.Kind.MERGE, unit=federation.province, details=merged))
    assert Inspection.objects.get().programme.unit == heir
    for name in ("numbers.twice", "numbers.missing", "numbers.beyond"):
        assert [*checks[name].find(lambda *_: None)] == [], name
