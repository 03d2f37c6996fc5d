"""One plan on five levels over two quarters: nobody types twice, and everybody sees what concerns them."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from tests.browser.aside import aside
from tests.browser.people import Office, Person
from tests.browser.quarters import first, inspecting, reports, second
from tests.browser.quarters.windows import windows
from tests.browser.quarters.world import build, on_day

pytestmark = pytest.mark.browser
People = Mapping[str, Person]
Photos = Mapping[str, Path]


@pytest.fixture
def photos(tmp_path: Path) -> dict[str, Path]:
    """By their names, no two alike: a photo that is used again is a sign of its own."""
    found = {name: tmp_path / f"{name}.jpg" for name in ("le-ket-nap", "nam-lop", "bien-ban", "muoi-hai-lop")}
    for shade, path in enumerate(found.values()):
        Image.new("RGB", (640, 480), (40 * shade, 90, 140)).save(path)
    return found


def test_two_quarters_of_one_plan_from_the_province_to_a_commune_and_back(office: Office, photos: Photos) -> None:
    aside(lambda: build(office.federation))
    with windows(office) as people:
        work_goes_down_and_comes_back(people, photos)
        report = first_report(people)
        comes(date(2023, 4, 3))
        second.period_is_done(people["giaoduc"])
        second.period_is_missed(people["cholach"])
        silent_unit_is_inspected(people, photos)
        comes(date(2023, 4, 24))
        inspecting.puts_right(people["cholach"])
        inspecting.checks_again(people["ubkt"])
        second.leader_looks(people["chutich"])
        day_moves_for_one_unit(people)
        second.result_goes_up(people["coso"], people["batri.cv"], people["batri"], photos["muoi-hai-lop"])
        second_report(people, report)
    assert not office.problems, "\n".join(office.problems)


def comes(day: date) -> None:
    aside(lambda: on_day(day))


def work_goes_down_and_comes_back(people: People, photos: Photos) -> None:
    first.district_plans(people["batri"], people["batri.cv"])
    first.sector_plans(people["giaoduc"])
    first.grassroots_reports(people["coso"], photos["le-ket-nap"])
    first.district_answers(people["batri.cv"])
    first.grassroots_goes_on(people["coso"], photos["nam-lop"])
    first.province_accepts(people["chanhvp"])
    first.province_sees_it_rolled_up(people["chutich"])


def first_report(people: People) -> str:
    """Gives the address of the district's report."""
    comes(date(2023, 3, 15))
    request = reports.asks(people["chanhvp"])
    report = reports.district_sends(people["batri.cv"], people["batri"], "quý I/2023", "58")
    comes(date(2023, 3, 20))
    reports.reminds(people["chanhvp"], request)
    reports.is_reminded(people["cholach"])
    reports.composes(people["chanhvp"], request)
    return report


def silent_unit_is_inspected(people: People, photos: Photos) -> None:
    inspecting.makes_the_programme(people["ubkt"])
    inspecting.approves(people["chutich"])
    inspecting.notifies(people["ubkt"])
    comes(date(2023, 4, 10))
    inspecting.checks(people["ubkt"], photos["bien-ban"])
    inspecting.explains(people["cholach"])
    comes(date(2023, 4, 14))
    inspecting.concludes(people["ubkt"])
    inspecting.signs(people["chutich"])


def day_moves_for_one_unit(people: People) -> None:
    second.moves_a_day(people["chutich"])
    second.sees_what_changed(people["batri"])
    second.sees_no_change(people["giaoduc"])


def second_report(people: People, first_one: str) -> None:
    """The request of the second quarter opens by itself, days before its data are closed."""
    comes(date(2023, 6, 8))
    comes(date(2023, 6, 15))
    reports.corrects(people["batri.cv"], people["batri"], first_one, "61")
    reports.district_sends(people["batri.cv"], people["batri"], "quý II/2023", "70")
    reports.sees_the_difference(people["chanhvp"])
