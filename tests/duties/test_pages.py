"""The pages of the matrix, as those who keep it and those who only read it use them."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from congdoan.core import clock
from congdoan.duties.models import Duty, Part
from congdoan.duties.services.duties import add_duty
from congdoan.duties.services.parts import give_parts
from tests.duties.sheets import HEAD, matrix_sheet
from tests.world import Federation


@pytest.fixture
def duty(federation: Federation) -> Duty:
    by = federation["truongban"]
    made = add_duty(organ=federation.province, by=by, text="Quản lý con dấu", group="Văn thư", starts_on=clock.today())
    give_parts(duty_id=made.pk, by=by, parts={federation.office.pk: "leads"}, on=clock.today())
    return made


def sheet_at(federation: Federation, client: Client, content: bytes, **more: str) -> str:
    """Uploads a sheet as the head of the department; the address that it leads to."""
    client.force_login(federation["truongban"])
    file = SimpleUploadedFile("phan-cong.xlsx", content)
    url = reverse("duties:upload", args=[federation.province.pk])
    answer = client.post(url, {"file": file, "on": "15/03/2023", **more})
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"]


def test_a_reader_sees_the_matrix_of_the_own_organ_without_buttons(
    client: Client, federation: Federation, duty: Duty
) -> None:
    client.force_login(federation["vanthu"])
    page = client.get(reverse("duties:index"), follow=True)
    text = page.content.decode()
    assert page.redirect_chain[-1][0] == reverse("duties:matrix", args=[federation.province.pk])
    assert "Quản lý con dấu" in text
    assert "Thêm nhiệm vụ" not in text
    assert "Lưu phân công" not in client.get(reverse("duties:duty", args=[duty.pk])).content.decode()


def test_words_without_tones_and_a_unit_narrow_the_matrix(client: Client, federation: Federation, duty: Duty) -> None:
    add_duty(organ=federation.province, by=federation["truongban"], text="Đào tạo cán bộ", starts_on=clock.today())
    client.force_login(federation["vanthu"])
    url = reverse("duties:matrix", args=[federation.province.pk])
    for query in ("?q=con+dau", f"?don_vi={federation.office.pk}", "?linh_vuc=Văn+thư"):
        text = client.get(url + query).content.decode()
        assert "Quản lý con dấu" in text
        assert "Đào tạo cán bộ" not in text
    assert "Không có nhiệm vụ nào khớp" in client.get(f"{url}?q=khong+co").content.decode()


def test_parts_are_chosen_on_the_page_of_the_duty(client: Client, federation: Federation, duty: Duty) -> None:
    client.force_login(federation["truongban"])
    form = client.get(reverse("duties:duty", args=[duty.pk])).context["form"]
    sent = {field.html_name: field.value() or "" for field in form if field.name != "on"}
    sent |= {
        "on": "15/03/2023",
        f"part_{federation.finance.pk}": "cooperates",
        "more": federation.ba_tri.pk,
        "more_part": "told",
    }
    answer = client.post(reverse("duties:parts", args=[duty.pk]), sent, follow=True)
    assert "Đã ghi phân công của 2 đơn vị" in answer.content.decode()
    assert dict(duty.shares.values_list("unit", "part")) == {
        federation.office.pk: "leads",
        federation.finance.pk: "cooperates",
        federation.ba_tri.pk: "told",
    }
    again = client.post(reverse("duties:parts", args=[duty.pk]), sent | {f"part_{federation.office.pk}": ""})
    assert again.status_code == 409
    assert "vừa sửa phân công" in again.content.decode()
    form = again.context["form"]
    meant = {field.html_name: field.value() or "" for field in form}
    assert meant[f"part_{federation.office.pk}"] == ""
    assert client.post(reverse("duties:parts", args=[duty.pk]), meant).status_code == 302
    assert not duty.shares.filter(unit=federation.office).exists()


def test_a_part_without_a_unit_is_asked_back_at_its_field(client: Client, federation: Federation, duty: Duty) -> None:
    client.force_login(federation["truongban"])
    answer = client.post(reverse("duties:parts", args=[duty.pk]), {"on": "15/03/2023", "more_part": "told"})
    assert answer.status_code == 422
    assert "Chọn đơn vị có vai trò này." in answer.content.decode()


def test_a_sheet_as_offices_write_them_becomes_the_matrix(client: Client, federation: Federation) -> None:
    rows = (
        (
            "1",
            "Quản lý con dấu",
            "Văn phòng",
            "Ban Tổ chức",
            "LĐLĐ tỉnh",
            "",
            "Văn thư",
        ),
        ("2", "Chăm lo đoàn viên", "Ban Chính sách – Pháp luật", "Văn phòng; LĐLĐ huyện Ba Tri", "", "", "Đời sống"),
    )
    url = sheet_at(federation, client, matrix_sheet(*rows))
    assert "Chăm lo đoàn viên" in client.get(url).content.decode()
    answer = client.post(url, follow=True)
    assert "Đã nhập 2 nhiệm vụ" in answer.content.decode()
    first, second = Duty.objects.order_by("order")
    assert {(share.unit.short_name, share.part) for share in first.shares.all()} == {
        ("Văn phòng", Part.LEADS),
        ("Ban Tổ chức", Part.COOPERATES),
        ("LĐLĐ tỉnh Bến Tre", Part.DECIDES),
    }
    assert second.shares.count() == 3


def test_what_is_wrong_in_a_sheet_is_named_by_row_and_column_and_nothing_is_written(
    client: Client, federation: Federation
) -> None:
    rows = (
        ("1", "Quản lý con dấu", "Văn phòng", "Văn phòng", "", "", ""),
        ("2", "Chăm lo đoàn viên", "Ban Không Có", "", "", "", ""),
        ("3", "Quản lý con dấu", "", "", "", "", ""),
    )
    url = sheet_at(federation, client, matrix_sheet(*rows))
    text = client.get(url).content.decode()
    for words in ("Văn phòng đã ghi ở cột Chủ trì", "Không có đơn vị này", "Trùng với dòng 4"):
        assert words in text
    assert client.get(f"{url}&danh_dau=1")["Content-Disposition"].endswith('.xlsx"')
    assert client.post(url).status_code == 422
    assert not Duty.objects.exists()


def test_a_sheet_given_out_is_taken_in_again_in_place_of_the_old_matrix(
    client: Client, federation: Federation, duty: Duty
) -> None:
    clock.set_today(clock.today().replace(month=4))
    client.force_login(federation["truongban"])
    given = b"".join(
        client.get(reverse("duties:matrix", args=[federation.province.pk]) + "?xuat=xlsx").streaming_content
    )
    url = sheet_at(federation, client, given, on="15/04/2023", replace="1")
    client.post(url)
    old, new = Duty.objects.order_by("pk")
    assert (old.ends_on, new.starts_on) == (clock.today().replace(day=14), clock.today())
    assert [(share.unit, share.part) for share in new.shares.all()] == [(federation.office, "leads")]


def test_a_sheet_without_the_column_of_duties_is_refused_at_the_field(client: Client, federation: Federation) -> None:
    client.force_login(federation["truongban"])
    file = SimpleUploadedFile(
        "x.xlsx", matrix_sheet("x", head=tuple(title for title in HEAD if "công việc" not in title))
    )
    answer = client.post(reverse("duties:upload", args=[federation.province.pk]), {"file": file, "on": "15/03/2023"})
    assert answer.status_code == 422
    assert "thiếu cột" in answer.content.decode()


def test_the_export_names_units_by_part(client: Client, federation: Federation, duty: Duty) -> None:
    client.force_login(federation["vanthu"])
    answer = client.get(reverse("duties:matrix", args=[federation.province.pk]) + "?xuat=xlsx")
    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active
    rows = [[cell for cell in row if cell] for row in sheet.iter_rows(values_only=True)]
    assert any("Quản lý con dấu" in row and "Văn phòng" in row for row in rows)


@pytest.mark.parametrize("name", ["matrix", "flaws", "loads"])
def test_an_organ_without_a_matrix_says_what_it_is_for(client: Client, federation: Federation, name: str) -> None:
    client.force_login(federation["truongban"])
    assert (
        "Chưa có bảng phân công"
        in client.get(reverse(f"duties:{name}", args=[federation.province.pk])).content.decode()
    )
