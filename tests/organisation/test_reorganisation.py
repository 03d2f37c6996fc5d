from datetime import date

import pytest

from congdoan.core.errors import Invalid, NotAllowed
from congdoan.organisation import consequences
from congdoan.organisation.models import Post, Reorganisation, Unit, UnitVersion
from congdoan.organisation.rights import may
from congdoan.organisation.services.contacts import edit_contacts
from congdoan.organisation.services.end import end_unit
from congdoan.organisation.services.establish import establish_unit
from congdoan.organisation.services.move import move_unit
from congdoan.organisation.services.rename import rename_unit
from tests.world import Federation

MARCH = date(2023, 3, 1)


def move_ba_tri(federation: Federation, on: date = MARCH) -> Reorganisation:
    return move_unit(
        by=federation["chutich"],
        unit_id=federation.an_thuy.pk,
        parent_id=federation.cho_lach.pk,
        effective_on=on,
        decision="12/QĐ-LĐLĐ",
    )


def test_a_new_unit_has_a_version_and_a_dated_command(federation: Federation) -> None:
    unit = establish_unit(
        by=federation["batri"],
        parent=federation.ba_tri,
        kind="craft_union",
        name="Nghiệp đoàn nghề cá An Thủy",
        short_name="Nghiệp đoàn nghề cá An Thủy",
        effective_on=MARCH,
        decision="118/QĐ-LĐLĐ",
    )
    assert unit.path == f"{federation.ba_tri.path}{unit.pk}/"
    version = unit.versions.get()
    assert (version.valid_from, version.valid_to, version.reorganisation) == (MARCH, None, unit.reorganisations.get())


def test_a_kind_stands_only_under_a_higher_one(federation: Federation) -> None:
    with pytest.raises(Invalid, match="không trực thuộc"):
        establish_unit(
            by=federation["chutich"],
            parent=federation.an_thuy,
            kind="district",
            name="LĐLĐ huyện Mới",
            short_name="LĐLĐ huyện Mới",
            effective_on=MARCH,
        )


def test_two_units_under_the_same_one_never_have_the_same_name(federation: Federation) -> None:
    with pytest.raises(Invalid, match="Đã có"):
        establish_unit(
            by=federation["chutich"],
            parent=federation.province,
            kind="department",
            name="Văn phòng",
            short_name="văn phòng",
            effective_on=MARCH,
        )


def test_a_day_to_come_is_refused_with_what_to_do(federation: Federation) -> None:
    with pytest.raises(Invalid, match="chưa đến"):
        move_ba_tri(federation, date(2023, 4, 1))


def test_a_move_takes_the_whole_subtree_and_the_rights_along(federation: Federation) -> None:
    move_unit(
        by=federation["chutich"],
        unit_id=federation.an_thuy.pk,
        parent_id=federation.cho_lach.pk,
        effective_on=MARCH,
    )
    moved = Unit.objects.get(pk=federation.an_thuy.pk)
    assert moved.path == f"{federation.cho_lach.path}{moved.pk}/"
    assert may(federation["cholach"], "tasks.view", moved)
    assert not may(federation["batri"], "tasks.view", moved)


def test_every_unit_whose_path_changes_gets_a_version(federation: Federation) -> None:
    team = establish_unit(
        by=federation["coso"] if may(federation["coso"], "units.manage", federation.an_thuy) else federation["batri"],
        parent=federation.an_thuy,
        kind="team",
        name="Tổ công đoàn ấp 1",
        short_name="Tổ ấp 1",
        effective_on=date(2023, 2, 1),
    )
    move_ba_tri(federation)
    paths = list(UnitVersion.objects.filter(unit=team).order_by("valid_from").values_list("valid_from", "path"))
    assert [day for day, _ in paths] == [date(2023, 2, 1), MARCH]
    assert paths[1][1] == f"{federation.cho_lach.path}{federation.an_thuy.pk}/{team.pk}/"


def test_history_is_written_in_its_order(federation: Federation) -> None:
    move_ba_tri(federation)
    with pytest.raises(Invalid, match="đã có thay đổi từ ngày 01/03/2023"):
        rename_unit(
            by=federation["chutich"],
            unit_id=federation.an_thuy.pk,
            name="Mới",
            short_name="Mới",
            effective_on=date(2022, 1, 1),
        )


def test_a_unit_never_moves_under_itself(federation: Federation) -> None:
    with pytest.raises(Invalid, match="nằm trong"):
        move_unit(
            by=federation["chutich"],
            unit_id=federation.ba_tri.pk,
            parent_id=federation.an_thuy.pk,
            effective_on=MARCH,
        )


def test_a_leader_moves_nothing_into_a_unit_of_others(federation: Federation) -> None:
    with pytest.raises(NotAllowed):
        move_unit(
            by=federation["batri"],
            unit_id=federation.an_thuy.pk,
            parent_id=federation.cho_lach.pk,
            effective_on=MARCH,
        )


def test_a_renamed_unit_keeps_its_old_name_in_the_past(federation: Federation) -> None:
    rename_unit(
        by=federation["chutich"],
        unit_id=federation.outreach.pk,
        name="Ban Tuyên giáo – Nữ công",
        short_name="Ban Tuyên giáo – Nữ công",
        effective_on=MARCH,
    )
    names = [v.short_name for v in federation.outreach.versions.order_by("valid_from")]
    assert names == ["Ban Tuyên giáo", "Ban Tuyên giáo – Nữ công"]


def test_renamed_and_moved_on_one_day_is_one_version(federation: Federation) -> None:
    move_ba_tri(federation)
    rename_unit(
        by=federation["chutich"], unit_id=federation.an_thuy.pk, name="Mới", short_name="Mới", effective_on=MARCH
    )
    assert federation.an_thuy.versions.count() == 2
    assert federation.an_thuy.versions.get(valid_to=None).short_name == "Mới"


def test_a_unit_with_units_under_it_does_not_end(federation: Federation) -> None:
    with pytest.raises(Invalid, match="còn 1 đơn vị trực thuộc"):
        end_unit(by=federation["chutich"], unit_id=federation.ba_tri.pk, effective_on=MARCH)


def test_posts_end_on_the_day_before_the_unit_ends(federation: Federation) -> None:
    end_unit(by=federation["batri"], unit_id=federation.an_thuy.pk, effective_on=MARCH)
    assert Post.objects.get(unit=federation.an_thuy).ends_on == date(2023, 2, 28)
    assert not Unit.objects.get(pk=federation.an_thuy.pk).exists_on(MARCH)
    assert not may(federation["coso"], "tasks.view", federation.an_thuy)


def test_a_preview_says_the_consequences_in_numbers(federation: Federation) -> None:
    found = consequences.of_moving(federation.an_thuy, parent=federation.cho_lach, effective_on=MARCH)
    assert [c.count for c in found[:2]] == [1, 1]
    assert Unit.objects.get(pk=federation.an_thuy.pk).parent_id == federation.ba_tri.pk


def test_contacts_are_edited_by_those_who_manage_the_unit(federation: Federation) -> None:
    unit = edit_contacts(
        by=federation["batri"], unit_id=federation.ba_tri.pk, phone="0275 385 0123", address=" Ba  Tri "
    )
    assert (unit.phone, unit.address) == ("0275 385 0123", "Ba Tri")
    with pytest.raises(NotAllowed):
        edit_contacts(by=federation["vanthu"], unit_id=federation.ba_tri.pk, phone="1")
