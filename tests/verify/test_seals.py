"""What was sealed cannot be changed, taken away or slipped in without `congdoan verify` saying where."""

from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.utils import DatabaseError
from pghistory.models import Context
from procrastinate.contrib.django import app

from congdoan.core.audit.context import audit_context
from congdoan.core.audit.sealing import seal
from congdoan.core.audit.sealing.merkle import EMPTY, leaf, tree_root
from congdoan.core.audit.sealing.outside import line_of
from congdoan.core.audit.sealing.seal import seal_new
from congdoan.core.audit.sealing.sources import columns_of
from congdoan.core.models.seals import SealBlock, SealPiece
from congdoan.core.verify.run import verify
from congdoan.organisation.models import Post
from congdoan.plans.models import Assignment
from tests.verify.tampering import as_superuser

OTHER_KEY = "uyRBMFl6zPcCqQYFbjZhLUBxpvZlfyOzVPJxT6MYMA4="  # any 32 bytes


@pytest.fixture
def sealed(at_work: Assignment, django_capture_on_commit_callbacks: Any) -> SealBlock:
    """Two blocks: the federation at work, then a title that was changed."""
    with django_capture_on_commit_callbacks(execute=True):
        seal_new()
        with audit_context(user_id=None, origin="command:test"):
            Post.objects.filter(user__username="batri").update(title="Phó Chủ tịch")
        block = seal_new()
    assert block
    return block


def wrong(*only: str) -> list[str]:
    """Places that do not hold, in words; of these checks, or of all that speak of seals."""
    return [
        place
        for result in verify()
        if result.name.startswith("seals.") and (not only or result.name in only)
        for place in result.places
    ]


def row_of(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"select max(pgh_id) from {table}")
        return int(cursor.fetchone()[0])


def test_what_nobody_touched_holds(sealed: SealBlock) -> None:
    assert not wrong()
    assert SealBlock.objects.count() == 2
    assert seal_new() is None, "nothing new, no block"


def test_one_changed_letter_of_an_audit_row_is_found_with_its_place(sealed: SealBlock) -> None:
    row = row_of("organisation_postevent")
    as_superuser("update organisation_postevent set title = 'Chủ tịcH' where pgh_id = %s", row)
    (place,) = wrong()
    assert place.startswith(f"Nhật ký organisation_postevent, dòng số {row}: đã bị sửa (của dòng số ")
    assert "khối 2 lúc" in place


def test_a_missing_audit_row_is_found_with_its_place(sealed: SealBlock) -> None:
    row = row_of("plans_planevent")
    as_superuser("delete from plans_planevent where pgh_id = %s", row)
    (place,) = wrong()
    assert place.startswith(f"Nhật ký plans_planevent, dòng số {row}: không còn (niêm phong trong khối 1 ")


def test_a_context_that_names_somebody_else_is_found(sealed: SealBlock) -> None:
    as_superuser("""update pghistory_context set metadata = metadata || '{"user": 1}'""")
    assert all(place.startswith("Bối cảnh, dòng số") and "đã bị sửa" in place for place in wrong())
    assert len(wrong()) == Context.objects.count() == 1


@pytest.mark.parametrize(
    "statement",
    [
        "update plans_plan set number = 2",
        "update plans_plan set symbol = '2/KH-LĐLĐ'",
        "update documents_document set issued_on = '2023-03-14'",
        "update plans_plan set signer_id = (select max(id) from accounts_user)",
    ],
)
def test_an_issued_paper_that_differs_from_what_was_issued_is_found(sealed: SealBlock, statement: str) -> None:
    as_superuser(statement)
    (place,) = wrong()
    assert place.startswith("Văn bản đã ban hành, dòng số") and "(văn bản số" in place and "đã bị sửa" in place


def test_a_decision_that_was_reworded_is_found(sealed: SealBlock) -> None:
    as_superuser("update plans_assignmentstep set note = 'Đồng ý' where kind = 'taken'")
    assert [place.split(",")[0] for place in wrong()] == ["Bước của phần việc"]


def test_the_last_block_taken_away_is_found_by_the_copy_outside(sealed: SealBlock, settings: Any) -> None:
    as_superuser("delete from core_sealpiece where block_number = 2")
    as_superuser("delete from core_sealblock where number = 2")
    assert wrong() == [f"Khối 2 không còn trong cơ sở dữ liệu ({settings.SEAL_LOG} có)"]
    seal_new()
    assert wrong() == [f"Khối 2 khác với bản đã ghi ở {settings.SEAL_LOG}"]


def test_a_block_out_of_the_middle_is_missed(sealed: SealBlock) -> None:
    with audit_context(user_id=None, origin="command:test"):
        Post.objects.filter(user__username="batri").update(title="Chủ tịch")
    seal_new()
    as_superuser("delete from core_sealblock where number = 2")
    assert wrong("seals.chain") == ["Khối 2 không còn"]


def test_a_changed_root_is_found(sealed: SealBlock) -> None:
    as_superuser("update core_sealblock set root = %s where number = 1", EMPTY)
    assert wrong("seals.chain") == ["Khối 1: gốc đã bị sửa", "Khối 2 không nối với khối trước"]
    assert any(place.startswith("Khối 1 khác với bản đã ghi ở") for place in wrong("seals.copies"))


def test_a_changed_hash_of_a_row_breaks_its_block(sealed: SealBlock) -> None:
    as_superuser(
        "update core_sealpiece set hashes = set_byte(hashes, 0, 255 - get_byte(hashes, 0)) where block_number = 2"
    )
    assert "Khối 2: các phần đã bị sửa hoặc mất" in wrong("seals.chain")


def test_a_block_signed_by_another_key_is_found(at_work: Assignment, settings: Any) -> None:
    own, settings.SEAL_KEY = settings.SEAL_KEY, OTHER_KEY
    block = seal_new()
    settings.SEAL_KEY = own
    assert block
    assert wrong("seals.chain") == [f"Khối 1: ký bằng khóa lạ {block.public_key.hex()}"]
    settings.SEAL_EARLIER_KEYS = [block.public_key.hex()]
    assert not wrong("seals.chain")


def test_nobody_changes_a_seal_or_a_context_by_an_ordinary_statement(sealed: SealBlock) -> None:
    for statement in ("update core_sealblock set rows = 0", "delete from core_sealpiece"):
        with pytest.raises(DatabaseError, match="a seal is never changed"), transaction.atomic():
            connection.cursor().execute(statement)
    context = Context.objects.get()
    Context.objects.update(metadata={"user": 1})
    assert Context.objects.get().metadata == context.metadata


def test_an_issued_number_is_not_changed_by_an_ordinary_statement(sealed: SealBlock) -> None:
    for change in ("number = 2", "symbol = 'x'", "issued_on = '2020-01-01'", "subject = 'Khác'"):
        with pytest.raises(DatabaseError, match="đã ban hành"), transaction.atomic():
            connection.cursor().execute(f"update plans_plan set {change}")


@pytest.fixture
def other() -> Iterator[psycopg.Connection[Any]]:
    """A connection of somebody else; what it commits is taken away at the end."""
    parameters = {
        k: v for k, v in connection.get_connection_params().items() if k in ("host", "user", "dbname", "port")
    }
    with psycopg.connect(**parameters) as connected:
        yield connected
        connected.rollback()
        connected.execute("delete from pghistory_context")


INSERT = """
    insert into pghistory_context (id, created_at, updated_at, metadata) values (gen_random_uuid(), now(), now(), '{}')
"""


def test_a_row_with_a_lower_number_that_is_committed_later_is_sealed_in_the_next_block(
    db: None, other: psycopg.Connection[Any]
) -> None:
    other.execute(INSERT)
    with connection.cursor() as cursor:
        cursor.execute(INSERT)
    seal_new()
    other.commit()
    assert not wrong(), "not sealed yet, and not below the floor"
    seal_new()
    first, second = SealPiece.objects.filter(source="pghistory_context").order_by("pk")
    assert second.last < first.first
    assert not wrong()


def test_a_row_slipped_in_below_sealed_ones_is_found(sealed: SealBlock, monkeypatch: pytest.MonkeyPatch) -> None:
    as_superuser("update organisation_postevent set pgh_id = pgh_id + 10")
    as_superuser("delete from core_sealblock")
    as_superuser("delete from core_sealpiece")
    monkeypatch.setattr(seal, "PATIENCE", timedelta(0))
    monkeypatch.setattr(seal, "_transaction_id", lambda which: 1)  # other tests have transactions on this server too
    seal_new()
    with audit_context(user_id=None, origin="command:test"):
        Post.objects.filter(user__username="batri").update(title="Chủ tịch")
    seal_new()
    assert not wrong("seals.slipped")
    row = row_of("organisation_postevent") - 5
    columns = ", ".join(name for name in columns_of("organisation_postevent") if name != "pgh_id")
    copied = f"select %s, {columns} from organisation_postevent limit 1"
    as_superuser(f"insert into organisation_postevent (pgh_id, {columns}) {copied}", row)
    assert [place.partition(" (")[0] for place in wrong("seals.slipped")] == [
        f"Nhật ký organisation_postevent, dòng số {row}"
    ]


def test_a_column_added_later_changes_nothing_that_was_sealed(sealed: SealBlock) -> None:
    with connection.cursor() as cursor:
        cursor.execute("alter table plans_planevent add column later text not null default 'mới'")
        assert not wrong()
        cursor.execute("alter table plans_planevent drop column symbol")
    assert "không so lại được, bảng đã bỏ cột symbol" in wrong()[0]


def test_the_tree_is_that_of_rfc_6962() -> None:
    assert tree_root([]) == EMPTY
    d0, d1, d2 = leaf(b""), leaf(b"\x00"), leaf(b"\x10")
    assert tree_root([d0]).hex() == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    assert tree_root([d0, d1]).hex() == "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"
    assert tree_root([d0, d1, d2]).hex() == "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"


def test_the_log_outside_has_one_line_for_each_block_and_is_never_rewritten(sealed: SealBlock, settings: Any) -> None:
    lines = Path(settings.SEAL_LOG).read_text().splitlines()
    assert lines == [line_of(block) for block in SealBlock.objects.all()]


def test_a_changed_chain_is_found_by_exported_roots(sealed: SealBlock, tmp_path: Path, settings: Any) -> None:
    roots, out = tmp_path / "roots.txt", StringIO()
    call_command("verify", "--roots", str(roots), stderr=out)
    assert sha256(roots.read_bytes()).hexdigest() in out.getvalue()
    settings.SEAL_LOG.unlink()
    as_superuser("delete from core_sealblock where number = 2")
    as_superuser("delete from core_sealpiece where block_number = 2")
    out = StringIO()
    with pytest.raises(CommandError, match="1 điều không đúng"):
        call_command("verify", "--quick", "--against", str(roots), stdout=out)
    assert f"Khối 2 không còn trong cơ sở dữ liệu ({roots} có)" in out.getvalue()


def test_roots_are_never_written_over_and_a_missing_copy_is_no_proof(sealed: SealBlock, tmp_path: Path) -> None:
    (tmp_path / "roots.txt").write_text("")
    with pytest.raises(CommandError, match="chọn tên tệp khác"):
        call_command("verify", "--roots", str(tmp_path / "roots.txt"))
    with pytest.raises(CommandError, match="không có tệp"):
        call_command("verify", "--against", str(tmp_path / "other.txt"))


def test_the_worker_seals_what_is_new(at_work: Assignment) -> None:
    seal_audit = app.tasks["congdoan.core.seal_audit"]
    assert seal_audit.queueing_lock == seal_audit.lock == "seal"
    seal_audit.func(timestamp=0)
    assert SealBlock.objects.get().rows > 0
