"""The pages of inspections, as the committee and the inspected unit use them."""

from io import BytesIO
from typing import Any

import docx
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from congdoan.oversight.models import Checklist, Inspection
from congdoan.oversight.services import programmes, rows
from tests.oversight import factories
from tests.plans.factories import give, make_plan, make_task
from tests.world import Federation, make_unit

HTMX = {"HX-Request": "true"}


def at(name: str, *args: int) -> str:
    return reverse(f"oversight:{name}", args=args)


def words_of(client: Client, address: str) -> str:
    answer = client.get(address, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_checklist_is_written_once_and_its_copy_stays(client: Client, federation: Federation) -> None:
    client.force_login(federation["ubkt"])
    asked = {"name": "Việc được giao", "q_0": "Có kế hoạch?", "kind_0": "yes_no", "q_2": "Số việc", "kind_2": "number"}
    client.post(at("new-checklist"), asked | {"evidence_2": "on"})
    made = Checklist.objects.get()
    assert made.unit == federation.inspection
    assert [(item["question"], item["evidence"]) for item in made.items] == [("Có kế hoạch?", False), ("Số việc", True)]
    empty = client.post(at("new-checklist"), {"name": "Trống"})
    assert empty.status_code == 422
    assert "cần ít nhất một câu hỏi" in empty.content.decode()
    row = factories.notified(federation)
    Checklist.objects.filter(name="Việc được giao").update(items=[])
    assert row.questions.count() == 2


def test_a_programme_is_made_from_a_suggestion(client: Client, federation: Federation) -> None:
    give(make_task(make_plan(federation), "1", "Tập huấn", due="2023-02-01"), federation.ba_tri)
    client.force_login(federation["ubkt"])
    days = {"starts_on": "15/03/2023", "ends_on": "30/06/2023"}
    page = client.post(at("new-programme"), {"name": "Quý II", **days}, follow=True).content.decode()
    assert "1 việc quá hạn, 184 ngày không báo cáo, chưa kiểm tra lần nào" in page
    row = factories.programme(federation)
    added = client.post(at("add-suggested", row.pk, federation.ba_tri.pk), follow=True).content.decode()
    assert "Đã thêm LĐLĐ huyện Ba Tri vào chương trình." in added
    again = client.post(at("add-suggested", row.pk, federation.ba_tri.pk), follow=True)
    assert "đã có trong chương trình" in again.content.decode()


def test_an_answer_is_kept_as_it_is_left_with_its_evidence(client: Client, federation: Federation) -> None:
    row = factories.notified(federation)
    first, second = row.questions.all()
    client.force_login(federation["ubkt"])
    file = SimpleUploadedFile("so.txt", b"So theo doi")
    kept = client.post(at("answer", row.pk, first.pk), {"answer": "no", "evidence": file}, headers=HTMX)
    assert "Đã lưu" in kept.content.decode()
    assert "so.txt" in kept.content.decode()
    stored = first.files.get()
    assert client.get(at("file", row.pk, stored.pk)).status_code == 200
    second.kind = "number"
    second.save()
    wrong = client.post(at("answer", row.pk, second.pk), {"answer": "ba"}, headers=HTMX)
    assert wrong.status_code == 422
    assert "Chỉ nhập số" in wrong.content.decode()
    client.force_login(federation["batri"])
    page = words_of(client, at("inspection", row.pk))
    assert "Có sổ theo dõi nhiệm vụ?" in page
    assert "so.txt" not in page
    assert client.get(at("file", row.pk, stored.pk)).status_code == 404, "answers are read with the conclusion"


def test_the_unit_explains_on_its_page_and_reads_the_conclusion_once_signed(
    client: Client, federation: Federation
) -> None:
    row = factories.explaining(federation)
    finding = factories.finding_of(row)
    client.force_login(federation["batri"])
    page = words_of(client, at("inspection", row.pk))
    assert "Còn 1 phát hiện chưa giải trình." in page
    said = {"explanation": "Sổ thất lạc.", "evidence": SimpleUploadedFile("bien-ban.txt", b"Bien ban")}
    kept = client.post(at("explain", row.pk, finding.pk), said, headers=HTMX).content.decode()
    assert "Đã giải trình đủ, gửi được." in kept
    assert "bien-ban.txt" in kept
    assert client.get(at("pdf", row.pk)).status_code == 404
    client.post(at("send-explanation", row.pk))
    client.force_login(federation["ubkt"])
    assert "Sổ thất lạc." in words_of(client, at("inspection", row.pk))
    assert "Về hạn chế thứ 1: Sổ thất lạc." in words_of(client, at("conclusion", row.pk))


def test_a_conclusion_prints_in_the_layout_of_official_papers(client: Client, federation: Federation) -> None:
    row = factories.concluded(federation)
    client.force_login(federation["batri"])
    word = docx.Document(BytesIO(client.get(at("docx", row.pk)).content))
    text = "\n".join([p.text for p in word.paragraphs] + [c.text for t in word.tables for r in t.rows for c in r.cells])
    for words in (
        "ỦY BAN KIỂM TRA",
        "1/KL-UBKT",
        "KẾT LUẬN",
        "Bến Tre, ngày 15 tháng 3 năm 2023",
        "Mở lại sổ theo dõi",
    ):
        assert words in text, words
    printed = client.get(at("pdf", row.pk))
    assert printed.content.startswith(b"%PDF")
    assert "15/03/2023" not in printed["Content-Disposition"]


def test_other_units_find_nothing(client: Client, federation: Federation) -> None:
    row = factories.concluded(federation)
    for other in ("cholach", "giaoduc", "coso", "admin"):
        client.force_login(federation[other])
        for name in ("inspection", "pdf", "docx"):
            assert client.get(at(name, row.pk)).status_code == 404, (other, name)
        assert "LĐLĐ huyện Ba Tri" not in words_of(client, at("inspections"))


def test_the_list_is_filtered_exported_and_asks_a_fixed_number_of_queries(
    client: Client, federation: Federation, django_assert_max_num_queries: Any
) -> None:
    factories.concluded(federation)
    programme = factories.programme(federation, name="Quý II")
    for number in range(30):
        unit = make_unit(f"CĐCS {number}", "grassroots", federation.cho_lach)
        rows.add_row(programme_id=programme.pk, by=federation["ubkt"], unit=unit, **factories.DAYS)
    client.force_login(federation["ubkt"])
    for address in (at("inspections"), at("programmes"), at("programme", programme.pk)):
        client.get(address)
        with django_assert_max_num_queries(22):
            client.get(address)
    assert "Quý II" in words_of(client, at("programmes") + "?q=quy ii"), "without tones"
    assert "Bỏ bộ lọc" in words_of(client, at("programmes") + "?q=khong co")
    late = words_of(client, at("inspections") + "?trang_thai=late")
    assert "LĐLĐ huyện Ba Tri" not in late
    Inspection.objects.get(number=1).remedies.update(due="2023-03-01")
    assert "LĐLĐ huyện Ba Tri" in words_of(client, at("inspections") + "?trang_thai=late")
    sheet = load_workbook(BytesIO(b"".join(client.get(at("inspections") + "?xuat=xlsx")))).active  # type: ignore[arg-type]
    cells = [cell.value for row in sheet.iter_rows() for cell in row]
    assert "1/KL-UBKT" in cells
    assert "Liên đoàn Lao động huyện Ba Tri" in cells
    found = words_of(client, "/tim-kiem/?q=kiem+tra+ba+tri")
    assert "Kiểm tra LĐLĐ huyện Ba Tri" in found
    unit_page = words_of(client, reverse("organisation:unit", args=[federation.ba_tri.pk]))
    assert at("inspections") + f"?don_vi={federation.ba_tri.pk}" in unit_page


def test_a_programme_of_an_organ_without_committee_is_made_by_its_leader(
    client: Client, federation: Federation
) -> None:
    client.force_login(federation["batri"])
    days = {"starts_on": "15/03/2023", "ends_on": "30/06/2023"}
    page = client.post(at("new-programme"), {"name": "Kiểm tra cơ sở", **days}, follow=True).content.decode()
    assert "CĐCS xã An Thủy" in page
    client.force_login(federation["coso"])
    assert programmes.Programme.objects.get().unit == federation.ba_tri
    assert client.get(at("programme", programmes.Programme.objects.get().pk)).status_code == 404
