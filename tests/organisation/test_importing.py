from collections.abc import Sequence
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from xlsxwriter import Workbook

from congdoan.accounts.models import User
from congdoan.core.errors import Invalid, NotAllowed
from congdoan.core.text import sort_key
from congdoan.organisation.importing.columns import template_workbook
from congdoan.organisation.importing.drafts import ImportDraft
from congdoan.organisation.models import Post, Unit, UnitVersion
from congdoan.organisation.rights import may
from congdoan.organisation.services.import_sheet import check_sheet, import_sheet, read_units_and_officers
from tests.jobs import run_queued_jobs
from tests.world import Federation

HEAD = (
    "Tên đơn vị",
    "Tên gọn",
    "Loại đơn vị",
    "Đơn vị cấp trên",
    "Có từ ngày",
    "Họ và tên",
    "Chức vụ",
    "Tên đăng nhập",
)
BINH_DAI = ("Liên đoàn Lao động huyện Bình Đại", "LĐLĐ huyện Bình Đại", "LĐLĐ huyện, thành phố", "", "01/02/2019")
CHAIR = (*BINH_DAI, "Trần Văn Hai", "Chủ tịch", "tran.hai")
DEPUTY = (*BINH_DAI, "Lê Thị Ba", "Phó Chủ tịch", "")
GRASSROOTS = ("Công đoàn cơ sở xã Thới Thuận", "CĐCS xã Thới Thuận", "CĐCS", "LĐLĐ huyện Bình Đại", "", "", "", "")


def sheet(*rows: Sequence[str]) -> bytes:
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    page = book.add_worksheet()
    for number, row in enumerate((HEAD, *rows)):
        page.write_row(number, 0, row)
    book.close()
    return stream.getvalue()


def check(federation: Federation, *rows: Sequence[str]) -> ImportDraft:
    rows_read = read_units_and_officers(sheet(*rows))
    return check_sheet(rows_read, within=federation.province, by=federation["chutich"])


def run(federation: Federation, *rows: Sequence[str]) -> ImportDraft:
    return import_sheet(by=federation["chutich"], within=federation.province, content=sheet(*rows))


def test_units_stand_under_units_of_the_same_sheet_whatever_the_order(federation: Federation) -> None:
    run(federation, GRASSROOTS, CHAIR, DEPUTY)
    district = Unit.objects.get(short_name="LĐLĐ huyện Bình Đại")
    grassroots = Unit.objects.get(short_name="CĐCS xã Thới Thuận")
    assert (district.parent, grassroots.parent) == (federation.province, district)
    assert grassroots.path == f"{district.path}{grassroots.pk}/"
    assert (grassroots.depth, district.starts_on) == (3, date(2019, 2, 1))
    version = UnitVersion.objects.select_related("reorganisation").get(unit=grassroots)
    assert version.path == grassroots.path
    assert version.reorganisation.summary == "Thành lập CĐCS xã Thới Thuận"


def test_imported_units_are_found_and_ordered_like_others(federation: Federation) -> None:
    run(federation, CHAIR)
    imported = Unit.objects.get(short_name="LĐLĐ huyện Bình Đại")
    derived = (imported.rank, imported.sort_key, imported.folded, imported.words)
    imported.derive()
    assert derived == (imported.rank, imported.sort_key, imported.folded, imported.words)


def test_officers_get_accounts_and_posts_by_their_titles(federation: Federation) -> None:
    run(federation, CHAIR, DEPUTY)
    chair = User.objects.get(username="tran.hai")
    deputy = User.objects.get(full_name="Lê Thị Ba")
    district = Unit.objects.get(short_name="LĐLĐ huyện Bình Đại")
    assert deputy.username == "ba.lt"
    assert not deputy.has_usable_password()
    assert may(chair, "plans.approve", district)
    assert (chair.sort_key, chair.folded) == (sort_key("Trần Văn Hai"), "tran van hai")


def test_importing_the_same_sheet_again_changes_nothing(federation: Federation) -> None:
    run(federation, CHAIR, DEPUTY, GRASSROOTS)
    again = run(federation, CHAIR, DEPUTY, GRASSROOTS)
    assert (len(again.units), len(again.people), len(again.posts), again.known) == (0, 0, 0, 2)


def test_every_error_names_its_row_and_column(federation: Federation) -> None:
    draft = check(
        federation,
        ("CĐCS A", "", "Loại lạ", "", "", "", "", ""),
        ("CĐCS B", "", "CĐCS", "LĐLĐ huyện Không Có", "", "", "", ""),
        ("CĐCS C", "", "CĐCS", "", "31/02/2020", "", "", ""),
        ("CĐCS D", "", "CĐCS", "", "", "Ai Đó", "", ""),
        ("CĐCS E", "", "CĐCS", "", "01/01/2030", "", "", ""),
        ("Văn phòng 2", "", "Văn phòng, ban", "Văn phòng", "", "", "", ""),
    )
    found = {(error.row, error.column) for error in draft.errors}
    assert found == {
        (2, "Loại đơn vị"),
        (3, "Đơn vị cấp trên"),
        (4, "Có từ ngày"),
        (5, "Chức vụ"),
        (6, "Có từ ngày"),
        (7, "Loại đơn vị"),
    }


def test_a_circle_of_units_is_an_error(federation: Federation) -> None:
    draft = check(
        federation,
        ("CĐ khu một", "", "Công đoàn ngành địa phương", "CĐCS một", "", "", "", ""),
        ("CĐCS một", "", "CĐCS", "CĐ khu một", "", "", "", ""),
    )
    assert any("vòng" in error.message for error in draft.errors)


def test_nothing_is_imported_by_halves(federation: Federation) -> None:
    before = Unit.objects.count()
    with pytest.raises(Invalid, match="Dòng 3"):
        run(federation, CHAIR, ("CĐCS A", "", "Loại lạ", "", "", "", "", ""))
    assert (Unit.objects.count(), User.objects.filter(username="tran.hai").count()) == (before, 0)


def test_a_unit_does_not_begin_before_the_one_above(federation: Federation) -> None:
    draft = run(federation, ("CĐCS cũ", "", "CĐCS", "LĐLĐ huyện Ba Tri", "01/01/1990", "", "", ""))
    assert draft.dated_up == 1
    assert Unit.objects.get(short_name="CĐCS cũ").starts_on == federation.ba_tri.starts_on


def test_only_who_manages_units_imports(federation: Federation) -> None:
    with pytest.raises(NotAllowed):
        check_sheet(read_units_and_officers(sheet(CHAIR)), within=federation.province, by=federation["batri"])


def test_a_leader_cannot_make_a_system_administrator_by_a_sheet(federation: Federation) -> None:
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    page = book.add_worksheet()
    page.write_row(0, 0, ("Tên đơn vị", "Loại đơn vị", "Họ và tên", "Chức vụ", "Vai trò"))
    page.write_row(1, 0, ("Văn phòng", "Văn phòng, ban", "Ai Đó", "Quản trị", "Quản trị hệ thống"))
    book.close()
    draft = check_sheet(
        read_units_and_officers(stream.getvalue()), within=federation.province, by=federation["chutich"]
    )
    assert [error.column for error in draft.errors] == ["Vai trò"]


def test_the_template_can_be_imported_as_it_is(federation: Federation) -> None:
    rows = read_units_and_officers(template_workbook())
    draft = check_sheet(rows, within=federation.province, by=None)
    assert (draft.errors, draft.rows, draft.known) == ([], 2, 2)


def test_the_page_checks_a_file_then_imports_it_in_the_background(client: Client, federation: Federation) -> None:
    client.force_login(federation["chutich"])
    file = SimpleUploadedFile("don-vi.xlsx", sheet(CHAIR, GRASSROOTS))
    answer = client.post("/don-vi/nhap/", {"unit": federation.province.pk, "file": file})
    page = client.get(answer.headers["Location"])
    assert "CĐCS xã Thới Thuận" in page.content.decode()
    assert not Unit.objects.filter(short_name="LĐLĐ huyện Bình Đại").exists()

    progress = client.post(answer.headers["Location"])
    run_queued_jobs()
    assert Unit.objects.filter(short_name="LĐLĐ huyện Bình Đại").exists()
    assert client.get(progress.headers["Location"]).status_code == 200


def test_a_wrong_file_is_shown_with_its_errors_and_given_back_marked(client: Client, federation: Federation) -> None:
    client.force_login(federation["chutich"])
    file = SimpleUploadedFile("don-vi.xlsx", sheet(("CĐCS A", "", "Loại lạ", "", "", "", "", "")))
    address = client.post("/don-vi/nhap/", {"unit": federation.province.pk, "file": file}).headers["Location"]
    assert "Không có loại này" in client.get(address).content.decode()
    assert client.get(f"{address}&danh_dau=1").content[:2] == b"PK"


def test_what_is_no_sheet_is_said_at_the_form(client: Client, federation: Federation) -> None:
    client.force_login(federation["chutich"])
    file = SimpleUploadedFile("don-vi.xlsx", b"khong phai excel")
    answer = client.post("/don-vi/nhap/", {"unit": federation.province.pk, "file": file})
    assert answer.status_code == 422
    assert "không phải bảng tính Excel" in answer.content.decode()


def test_nobody_opens_the_upload_of_another(client: Client, federation: Federation) -> None:
    client.force_login(federation["chutich"])
    file = SimpleUploadedFile("don-vi.xlsx", sheet(CHAIR))
    address = client.post("/don-vi/nhap/", {"unit": federation.province.pk, "file": file}).headers["Location"]
    client.force_login(federation["admin"])
    assert client.get(address).status_code == 404


def test_the_command_checks_first_and_applies_when_told(federation: Federation, tmp_path: Path) -> None:
    file = tmp_path / "don-vi.xlsx"
    file.write_bytes(sheet(CHAIR))
    out = StringIO()
    call_command("import_organisation", file, "--under", "LĐLĐ tỉnh Bến Tre", stdout=out)
    assert "Sẽ nhập" in out.getvalue()
    assert not User.objects.filter(username="tran.hai").exists()
    call_command("import_organisation", file, "--under", "LĐLĐ tỉnh Bến Tre", "--apply", stdout=out)
    assert Post.objects.get(user__username="tran.hai").title == "Chủ tịch"
    file.write_bytes(sheet(("CĐCS A", "", "Loại lạ", "", "", "", "", "")))
    with pytest.raises(CommandError, match="1 lỗi"):
        call_command("import_organisation", file, "--under", "LĐLĐ tỉnh Bến Tre", stderr=StringIO())


def test_a_template_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Không ghi được"):
        call_command("import_organisation", str(tmp_path / "không-có" / "mẫu.xlsx"), template=True)
