from datetime import date

import pytest
from django.test import Client

from congdoan.core.errors import Invalid
from congdoan.core.jobs import start_job
from congdoan.core.models import Rule, WorkdayException
from congdoan.core.public_holidays import announced_days
from congdoan.core.rules import rule_on
from congdoan.core.services.calendar import load_public_holidays, set_rule, set_workday
from congdoan.core.workdays import add_workdays, is_workday
from congdoan.organisation.jobs import import_stored_sheet
from tests.world import Federation


@pytest.fixture
def admin(client: Client, federation: Federation) -> Client:
    client.force_login(federation["admin"])
    return client


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2023, 1, 20), False),
        (date(2023, 5, 3), False),
        (date(2025, 4, 26), True),
        (date(2025, 5, 2), False),
        (date(2026, 1, 2), False),
        (date(2026, 1, 10), True),
        (date(2026, 8, 22), True),
        (date(2026, 8, 31), False),
        (date(2026, 11, 23), True),
        (date(2026, 11, 24), False),
        (date(2027, 2, 10), False),
        (date(2027, 5, 3), False),
        (date(2027, 9, 3), False),
    ],
)
def test_announced_holidays_and_swapped_days_are_known_from_the_start(db: None, day: date, worked: bool) -> None:
    load_public_holidays([day.year])
    assert is_workday(day) is worked


def test_every_announced_day_has_a_source(db: None) -> None:
    assert all(announced.source for year in range(2022, 2028) for announced in announced_days(year))


def test_loading_again_keeps_what_somebody_entered(db: None) -> None:
    load_public_holidays([2023])
    WorkdayException.objects.filter(day=date(2023, 1, 20)).update(name="Nghỉ Tết")
    assert load_public_holidays([2023]) == 0
    assert WorkdayException.objects.get(day=date(2023, 1, 20)).name == "Nghỉ Tết"


def test_working_days_skip_the_holiday(db: None) -> None:
    load_public_holidays([2023])
    assert add_workdays(date(2023, 4, 28), 1) == date(2023, 5, 4)


def test_a_day_that_is_so_anyway_is_not_entered(db: None) -> None:
    with pytest.raises(Invalid, match="vốn là ngày nghỉ cuối tuần"):
        set_workday(day=date(2023, 3, 18), is_worked=False, name="Nghỉ", source="")


def test_a_new_rule_ends_the_one_before(db: None) -> None:
    more = {"valid_to": None, "source": "Nghị định", "certainty": "C"}
    set_rule(code="luong-co-so", valid_from=date(2019, 7, 1), value=1_490_000, **more)
    set_rule(code="luong-co-so", valid_from=date(2023, 7, 1), value=1_800_000, **more)
    assert rule_on("luong-co-so", date(2023, 6, 30)) == 1_490_000
    assert rule_on("luong-co-so", date(2023, 7, 1)) == 1_800_000
    with pytest.raises(Invalid, match="đã có mức khác"):
        set_rule(code="luong-co-so", valid_from=date(2018, 7, 1), value=1_390_000, **more)


def test_the_calendar_is_edited_on_its_page(admin: Client) -> None:
    asked = {"day": "16/03/2023", "kind": "off", "name": "Nghỉ toàn cơ quan", "source": "12/TB-LĐLĐ"}
    page = admin.post("/he-thong/lich/", asked, follow=True).content.decode()
    assert "Nghỉ toàn cơ quan" in page
    assert not is_workday(date(2023, 3, 16))
    entry = WorkdayException.objects.get(day=date(2023, 3, 16))
    admin.post(f"/he-thong/lich/{entry.pk}/bo/")
    assert is_workday(date(2023, 3, 16))


def test_a_wrong_day_is_said_at_its_field(admin: Client) -> None:
    answer = admin.post("/he-thong/lich/", {"day": "18/03/2023", "kind": "off", "name": "Nghỉ"})
    assert answer.status_code == 422
    assert "không cần ghi" in answer.content.decode()


def test_a_rule_shows_its_periods_source_and_history(admin: Client) -> None:
    asked = {
        "code": "plans.obstacle.days",
        "valid_from": "01/07/2023",
        "value": "7",
        "source": "Quy chế làm việc",
        "certainty": "C",
    }
    admin.post("/he-thong/quy-dinh/", asked)
    admin.post("/he-thong/quy-dinh/", {**asked, "valid_from": "01/07/2024", "value": "3", "certainty": "1"})
    first = Rule.objects.get(code=asked["code"], value=7)
    page = admin.get(f"/he-thong/quy-dinh/{first.pk}/").content.decode()
    assert "30/06/2024" in page and "Vướng mắc: số ngày làm việc để trả lời" in page
    assert "Quản trị" in page
    assert "Một nguồn" in admin.get("/he-thong/quy-dinh/").content.decode()


def test_a_value_that_the_rule_cannot_have_is_refused_at_its_field(admin: Client) -> None:
    asked = {"code": "plans.obstacle.days", "valid_from": "01/07/2023", "source": "Quy chế", "certainty": "C"}
    answer = admin.post("/he-thong/quy-dinh/", {**asked, "value": "bảy"})
    assert answer.status_code == 422
    assert "Ghi số ngày" in answer.content.decode()
    assert not Rule.objects.filter(source="Quy chế").exists()


def test_long_work_is_listed_with_how_it_ended(admin: Client, federation: Federation) -> None:
    run = start_job(
        import_stored_sheet,
        kind="x",
        title="Nhập đơn vị",
        by_id=federation["admin"].pk,
        file_id=1,
        unit_id=1,
        user_id=1,
    )
    type(run).objects.filter(pk=run.pk).update(state="failed", error="Tệp còn 3 lỗi.")
    assert "Tệp còn 3 lỗi." in admin.get("/he-thong/viec-chay/?trang_thai=failed").content.decode()
    assert "Bỏ bộ lọc" in admin.get("/he-thong/viec-chay/?trang_thai=done").content.decode()


@pytest.mark.parametrize("address", ["lich/", "quy-dinh/", "viec-chay/"])
def test_system_pages_are_for_administrators_and_ask_few_questions(
    client: Client, federation: Federation, django_assert_max_num_queries, address: str
) -> None:
    client.force_login(federation["chutich"])
    assert client.get(f"/he-thong/{address}").status_code == 403
    client.force_login(federation["admin"])
    with django_assert_max_num_queries(12):
        assert client.get(f"/he-thong/{address}").status_code == 200


@pytest.mark.parametrize(("address", "group"), [("loi/", "Vận hành"), ("lich/", "Quy định"), ("vai-tro/", "Quyền")])
def test_a_system_page_stands_under_its_group_beside_the_other_pages_of_it(
    admin: Client, address: str, group: str
) -> None:
    page = admin.get(f"/he-thong/{address}").content.decode()
    beside = page.split(f'aria-label="{group}"')[1].split("</nav>")[0]
    assert f'href="/he-thong/{address}" aria-current="page"' in beside
    assert f'aria-current="page">{group}</a>' in page
    assert ("Sao lưu" in beside) == (group == "Vận hành")
