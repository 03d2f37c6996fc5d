"""The matrix of duties: who does what from which day, what is wrong in it, what it teaches a plan."""

from datetime import date
from typing import Any

import pytest

from congdoan.core.errors import Conflict, Invalid, NotAllowed
from congdoan.duties.models import Duty, DutyShare, Part
from congdoan.duties.queries.flaws import flaws_on, loads_on
from congdoan.duties.queries.matrix import columns_on, duties_on, rows_of, with_shares
from congdoan.duties.queries.suggest import likely_leads
from congdoan.duties.services.duties import add_duty, change_duty, end_duty
from congdoan.duties.services.parts import give_parts, mark_of
from congdoan.organisation.models import Unit
from congdoan.organisation.services.end import end_unit
from tests.world import Federation

JANUARY, MARCH, APRIL = date(2023, 1, 1), date(2023, 3, 15), date(2023, 4, 1)


def a_duty(federation: Federation, text: str, **more: Any) -> Duty:
    fields = {"organ": federation.province, "by": federation["truongban"], "starts_on": JANUARY, **more}
    return add_duty(text=text, **fields)


def give(federation: Federation, duty: Duty, on: date = JANUARY, **parts: Unit) -> None:
    given = {unit.pk: part for part, unit in parts.items()}
    give_parts(duty_id=duty.pk, by=federation["truongban"], parts=given, on=on)


def parts_on(duty: Duty, day: date) -> dict[str, str]:
    return {share.unit.short_name: share.part for share in duty.shares.in_force(day).select_related("unit")}


def test_a_part_given_later_leaves_what_held_before_to_be_read(federation: Federation) -> None:
    duty = a_duty(federation, "Quản lý con dấu và văn thư lưu trữ")
    give(federation, duty, leads=federation.office, cooperates=federation.organisation)
    changed = {federation.office.pk: Part.COOPERATES, federation.organisation.pk: Part.LEADS}
    assert give_parts(duty_id=duty.pk, by=federation["truongban"], parts=changed, on=APRIL) == 2
    assert parts_on(duty, date(2023, 3, 31)) == {"Văn phòng": "leads", "Ban Tổ chức": "cooperates"}
    assert parts_on(duty, APRIL) == {"Văn phòng": "cooperates", "Ban Tổ chức": "leads"}
    assert give_parts(duty_id=duty.pk, by=federation["truongban"], parts=changed, on=APRIL) == 0


def test_a_part_given_on_the_same_day_again_was_a_slip_and_leaves_nothing(federation: Federation) -> None:
    duty = a_duty(federation, "Quản lý con dấu và văn thư lưu trữ")
    give(federation, duty, leads=federation.office)
    give(federation, duty, cooperates=federation.office)
    assert duty.shares.get().part == Part.COOPERATES


def test_the_second_of_two_people_is_told_what_the_first_gave(federation: Federation) -> None:
    duty = a_duty(federation, "Quản lý con dấu và văn thư lưu trữ")
    seen = mark_of(duty)
    give(federation, duty, leads=federation.office)
    with pytest.raises(Conflict, match="Văn phòng chủ trì"):
        give_parts(
            duty_id=duty.pk, by=federation["truongban"], parts={federation.finance.pk: "leads"}, on=APRIL, seen=seen
        )
    assert parts_on(duty, APRIL) == {"Văn phòng": "leads"}


@pytest.mark.parametrize("day", [date(2022, 12, 31), date(2023, 7, 1)])
def test_parts_lie_within_the_time_of_their_duty(federation: Federation, day: date) -> None:
    duty = a_duty(federation, "Tổ chức đại hội công đoàn các cấp")
    end_duty(duty_id=duty.pk, by=federation["truongban"], ends_on=date(2023, 6, 30))
    with pytest.raises(Invalid, match=r"01/01/2023 đến 30/06/2023"):
        give(federation, duty, day, leads=federation.office)


def test_the_end_of_a_duty_ends_all_parts_in_it(federation: Federation) -> None:
    duty = a_duty(federation, "Tổ chức đại hội công đoàn các cấp")
    give(federation, duty, leads=federation.office)
    give(federation, duty, date(2023, 9, 1), told=federation.ba_tri)
    end_duty(duty_id=duty.pk, by=federation["truongban"], ends_on=date(2023, 6, 30))
    assert [(share.part, share.ends_on) for share in duty.shares.all()] == [("leads", date(2023, 6, 30))]


def test_two_leads_none_and_the_same_work_twice_are_named(federation: Federation) -> None:
    two = a_duty(federation, "Tiếp nhận và trả lời đơn thư của đoàn viên")
    give(federation, two, leads=federation.office)
    give(federation, two, leads=federation.inspection)
    none = a_duty(federation, "Thẩm định quyết toán ngân sách công đoàn")
    give(federation, none, cooperates=federation.office)
    nobody = a_duty(federation, "Phát hành bản tin nội bộ")
    once = a_duty(federation, "Hướng dẫn công đoàn cơ sở đăng ký đoàn viên mới", group="Tổ chức")
    again = a_duty(federation, "Hướng dẫn các công đoàn cơ sở đăng ký đoàn viên mới", group="Tuyên giáo")
    give(federation, once, leads=federation.organisation)
    give(federation, again, leads=federation.outreach)
    found = {
        (flaw.kind, flaw.duty.pk, flaw.other.pk if flaw.other else None): flaw.words
        for flaw in flaws_on(federation.province, MARCH)
    }
    assert set(found) == {
        ("overlap", two.pk, None),
        ("overlap", once.pk, again.pk),
        ("gap", none.pk, None),
        ("gap", nobody.pk, None),
    }
    assert found["overlap", two.pk, None] == "2 đơn vị cùng chủ trì: Văn phòng, Ủy ban kiểm tra"


def test_loads_count_the_parts_of_every_unit_also_of_those_that_have_none(federation: Federation) -> None:
    for text in ("Quản lý con dấu và văn thư", "Phục vụ hội nghị ban chấp hành"):
        give(federation, a_duty(federation, text), leads=federation.office, told=federation.ba_tri)
    loads = {load.unit.short_name: (load.leads, load.told) for load in loads_on(federation.province, MARCH)}
    assert loads["Văn phòng"] == (2, 0)
    assert loads["LĐLĐ huyện Ba Tri"] == (0, 2)
    assert loads["Ban Tài chính"] == (0, 0)


def test_a_lead_is_suggested_only_where_one_duty_clearly_speaks_of_the_work(federation: Federation) -> None:
    seal = a_duty(federation, "Quản lý con dấu, công tác văn thư, lưu trữ")
    give(federation, seal, leads=federation.office)
    give(federation, a_duty(federation, "Đào tạo, bồi dưỡng cán bộ công đoàn"), leads=federation.organisation)
    texts = [
        "Rà soát, sửa đổi quy chế về công tác văn thư, lưu trữ và quản lý con dấu trong cơ quan.",
        "Tổ chức 02 lớp đào tạo, bồi dưỡng cán bộ công đoàn chuyên trách trong năm 2023.",
        "Tổ chức hội thao chào mừng ngày thành lập Công đoàn Việt Nam.",
    ]
    found = likely_leads(federation.province.pk, texts, on=MARCH)
    assert [lead and lead.unit.short_name for lead in found] == ["Văn phòng", "Ban Tổ chức", None]
    assert found[0]
    assert found[0].duty == seal


def test_a_unit_that_ended_has_no_part_any_more_and_its_duty_is_a_gap(federation: Federation) -> None:
    duty = a_duty(federation, "Vận động hỗ trợ đoàn viên khó khăn")
    give(federation, duty, leads=federation.policy)
    end_unit(by=federation["chutich"], unit_id=federation.policy.pk, effective_on=MARCH)
    assert DutyShare.objects.get().ends_on == date(2023, 3, 14)
    assert [flaw.words for flaw in flaws_on(federation.province, MARCH)] == ["Chưa giao đơn vị nào"]


def test_the_same_duty_does_not_stand_twice_in_a_matrix(federation: Federation) -> None:
    a_duty(federation, "Quản lý con dấu")
    with pytest.raises(Invalid, match="đã có từ 01/01/2023"):
        a_duty(federation, "Quản lý  con dấu")


def test_a_duty_stays_with_its_field_of_work(federation: Federation) -> None:
    first = a_duty(federation, "Quản lý con dấu", group="Văn thư")
    last = a_duty(federation, "Đào tạo cán bộ", group="Tổ chức")
    between = a_duty(federation, "Lưu trữ hồ sơ", group="Văn thư")
    assert list(duties_on(federation.province, MARCH)) == [first, between, last]
    change_duty(duty_id=first.pk, by=federation["truongban"], text=first.text, group="Tổ chức")
    assert list(duties_on(federation.province, MARCH)) == [between, last, first]


def test_only_who_may_keeps_the_matrix(federation: Federation) -> None:
    with pytest.raises(NotAllowed):
        a_duty(federation, "Quản lý con dấu", by=federation["vanthu"])
    with pytest.raises(NotAllowed):
        a_duty(federation, "Quản lý con dấu", by=federation["batri"])


def test_the_page_asks_as_often_for_many_duties_as_for_one(
    federation: Federation, django_assert_num_queries: Any
) -> None:
    for number in range(12):
        give(federation, a_duty(federation, f"Nhiệm vụ thứ {number}"), leads=federation.office, told=federation.ba_tri)
    with django_assert_num_queries(3):
        rows = rows_of(
            with_shares(duties_on(federation.province, MARCH), MARCH), columns_on(federation.province, MARCH)
        )
        letters = {cell.unit.short_name: cell.letter for cell in rows[11].cells}
    assert letters["Văn phòng"] == "C"
    assert letters["LĐLĐ huyện Ba Tri"] == "B"
    assert letters["Ban Tài chính"] == ""
