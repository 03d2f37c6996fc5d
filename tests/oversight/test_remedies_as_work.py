"""What a conclusion asks to put right is work as any other: a day, reminders, late counts, evidence, re-check."""

from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from congdoan.core import clock
from congdoan.worklist.models import Notice
from congdoan.worklist.services.reminders import remind
from tests.oversight import factories
from tests.world import Federation

REMEDY = "Khắc phục: Mở lại sổ theo dõi"


def told_to(federation: Federation, who: str, on: date) -> list[str]:
    """What the morning of that day tells the person of the remedy."""
    clock.set_today(on)
    before = set(Notice.objects.values_list("pk", flat=True))
    remind(on=on)
    new = Notice.objects.filter(user=federation[who]).exclude(pk__in=before)
    return [text for text in new.values_list("text", flat=True) if REMEDY in text]


def shown(client: Client, federation: Federation, who: str, address: str) -> str:
    client.force_login(federation[who])
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_unit_is_reminded_before_and_after_the_day_and_the_giving_leader_hears_of_it(
    federation: Federation,
) -> None:
    factories.concluded(federation)
    assert told_to(federation, "batri", date(2023, 4, 14)) == [f"Đến hạn 15/04/2023: {REMEDY}"]
    assert told_to(federation, "batri", date(2023, 4, 17)) == [f"Quá hạn từ 15/04/2023: {REMEDY}"]
    assert told_to(federation, "chutich", date(2023, 4, 21)) == [
        f"Quá hạn 5 ngày làm việc: {REMEDY} (LĐLĐ huyện Ba Tri)"
    ]


def test_a_late_remedy_counts_among_the_units_work_among_what_was_given_and_on_the_committees_list(
    client: Client, federation: Federation
) -> None:
    factories.concluded(federation)
    clock.set_today(date(2023, 4, 20))
    assert REMEDY in shown(client, federation, "batri", "/viec/?nhom=qua-han")
    assert REMEDY in shown(client, federation, "chutich", "/viec/?xem=giao&nhom=qua-han")
    assert "LĐLĐ huyện Ba Tri" in shown(client, federation, "ubkt", "/kiem-tra/?trang_thai=late")
    assert REMEDY not in shown(client, federation, "cholach", "/viec/?nhom=qua-han")


def test_it_is_reported_with_evidence_and_waits_on_the_inspectors_desk_to_be_checked_again(
    client: Client, federation: Federation
) -> None:
    row = factories.concluded(federation)
    remedy = row.remedies.get()
    client.force_login(federation["batri"])
    said: dict[str, Any] = {"report": "Đã mở sổ", "evidence": SimpleUploadedFile("so.txt", b"So theo doi")}
    address = f"/kiem-tra/{row.pk}/kien-nghi/{remedy.pk}/"
    assert client.post(f"{address}bao-cao/", said).status_code == 302
    assert remedy.files.get().name == "so.txt"
    assert REMEDY not in shown(client, federation, "batri", "/viec/")
    assert "Phúc tra LĐLĐ huyện Ba Tri: Mở lại sổ theo dõi" in shown(client, federation, "ubkt", "/viec/")
