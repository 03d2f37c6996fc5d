import pytest

from congdoan.core.errors import NotAllowed
from congdoan.organisation.matching import UnitMatch, confirm_alias, match_printed_unit
from congdoan.organisation.models import Unit
from tests.world import Federation, make_unit


def meant(printed: str, within: Unit) -> list[str]:
    return [str(m.unit) if m.unit else m.audience or "?" for m in match_printed_unit(printed, within=within)]


def one(printed: str, within: Unit) -> UnitMatch:
    [match] = match_printed_unit(printed, within=within)
    return match


@pytest.mark.parametrize(
    ("printed", "name", "how"),
    [
        ("Văn phòng", "Văn phòng", "exact"),
        ("Văn phòng LĐLĐ tỉnh", "Văn phòng", "exact"),
        ("Ban Tổ chức Liên đoàn Lao động tỉnh Bến Tre", "Ban Tổ chức", "exact"),
        ("Ban Chính sách - Pháp luật", "Ban Chính sách – Pháp luật", "exact"),
        ("Uỷ ban Kiểm tra LĐLĐ tỉnh", "Ủy ban kiểm tra", "exact"),
        ("VP", "Văn phòng", "abbreviation"),
        ("UBKT", "Ủy ban kiểm tra", "abbreviation"),
        ("Ban ToC", "Ban Tổ chức", "abbreviation"),
        ("Ban CS-PL", "Ban Chính sách – Pháp luật", "abbreviation"),
        ("Ban TG LĐLĐ tỉnh", "Ban Tuyên giáo", "abbreviation"),
        ("LĐLĐ huyện Ba Tri", "LĐLĐ huyện Ba Tri", "exact"),
        ("Liên đoàn Lao động huyện Ba Tri", "LĐLĐ huyện Ba Tri", "exact"),
        ("LĐLĐ Ba Tri", "LĐLĐ huyện Ba Tri", "abbreviation"),
        ("huyện Ba Tri", "LĐLĐ huyện Ba Tri", "abbreviation"),
        ("CĐ Giáo dục", "CĐ ngành Giáo dục", "abbreviation"),
        ("Công đoàn ngành Giáo dục", "CĐ ngành Giáo dục", "abbreviation"),
        ("LĐLĐ tỉnh", "LĐLĐ tỉnh Bến Tre", "abbreviation"),
        ("Ban Thường vụ LĐLĐ tỉnh", "LĐLĐ tỉnh Bến Tre", "abbreviation"),
        ("Tổng LĐLĐ Việt Nam", "Tổng Liên đoàn", "abbreviation"),
        ("Công đoàn cơ sở xã An Thủy", "CĐCS xã An Thủy", "exact"),
    ],
)
def test_a_printed_name_means_a_unit(federation: Federation, printed: str, name: str, how: str) -> None:
    match = one(printed, federation.organisation)
    assert (str(match.unit), match.how, match.doubtful) == (name, how, False)


@pytest.mark.parametrize(
    ("printed", "kinds"),
    [
        ("các LĐLĐ huyện, thành phố", ["district"]),
        ("Liên đoàn Lao động các huyện, thành phố", ["district"]),
        ("LĐLĐ huyện, thị xã, thành phố", ["district"]),
        ("Công đoàn ngành", ["sector_local"]),
        ("các Liên đoàn Lao động huyện, thành phố, Công đoàn ngành", ["district", "sector_local"]),
        ("các ban", ["department"]),
        ("các ban LĐLĐ tỉnh", ["department"]),
        ("CĐCS", ["grassroots"]),
        ("các công đoàn cơ sở trực thuộc", ["grassroots"]),
        ("công đoàn cấp trên trực tiếp cơ sở", ["district", "sector_local"]),
    ],
)
def test_words_may_mean_every_unit_of_a_kind(federation: Federation, printed: str, kinds: list[str]) -> None:
    assert meant(printed, federation.province) == kinds


def test_several_names_are_told_apart(federation: Federation) -> None:
    assert meant("Văn phòng, Ban Tổ chức và các LĐLĐ huyện, thành phố", federation.province) == [
        "Văn phòng",
        "Ban Tổ chức",
        "district",
    ]


def test_a_part_that_means_nothing_known_is_shown_as_such(federation: Federation) -> None:
    assert meant("Văn phòng, Tỉnh Đoàn", federation.province) == ["Văn phòng", "?"]
    assert meant("Tỉnh Đoàn", federation.province) == []


def test_an_abbreviation_of_two_departments_is_doubtful_until_somebody_confirms_one(federation: Federation) -> None:
    matches = match_printed_unit("Ban TC", within=federation.province)
    assert {str(match.unit) for match in matches} == {"Ban Tổ chức", "Ban Tài chính"}
    assert all(match.doubtful for match in matches)

    confirm_alias(text="Ban TC", unit=federation.finance, within=federation.office, by=federation["chuyenvien"])
    match = one("ban tc", federation.office)
    assert (match.unit, match.how) == (federation.finance, "alias")


@pytest.mark.parametrize(
    "printed", ["TGNC", "Ban TGNC", "Ban TGNC LĐLĐ tỉnh", "ban TGNC của Liên đoàn Lao động tỉnh Bến Tre"]
)
def test_an_abbreviation_that_was_confirmed_holds_however_papers_write_it_out(printed, federation: Federation) -> None:
    by = federation["chuyenvien"]
    confirm_alias(text="Ban TGNC", unit=federation.outreach, within=federation.province, by=by)
    [match] = match_printed_unit(printed, within=federation.province)
    assert (match.unit, match.how) == (federation.outreach, "alias")


def test_a_confirmed_name_in_full_stays_as_it_is(federation: Federation) -> None:
    by = federation["chuyenvien"]
    confirm_alias(text="Ban Dân vận", unit=federation.outreach, within=federation.province, by=by)
    assert match_printed_unit("Dân vận", within=federation.province) == []
    assert match_printed_unit("Ban Dân vận LĐLĐ huyện Ba Tri", within=federation.province) == []


def test_only_who_drafts_plans_confirms_an_alias(federation: Federation) -> None:
    with pytest.raises(NotAllowed):
        confirm_alias(text="VP1", unit=federation.office, within=federation.province, by=federation["batri"])


def test_a_district_means_its_own_office_unless_it_writes_the_provinces(federation: Federation) -> None:
    own = make_unit("Văn phòng", "department", federation.ba_tri)
    assert one("Văn phòng", federation.ba_tri).unit == own
    assert one("Văn phòng LĐLĐ tỉnh", federation.ba_tri).unit == federation.office


def test_matching_many_words_asks_for_the_units_around_once(
    federation: Federation, django_assert_max_num_queries
) -> None:
    with django_assert_max_num_queries(4):
        match_printed_unit("Ban Tổ chức", within=federation.province)
