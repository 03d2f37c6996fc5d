import pytest

from congdoan.core.errors import NotAllowed
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import may, require, why
from tests.world import Federation


def test_a_district_leader_sees_the_own_district_and_what_is_under_it(federation: Federation) -> None:
    seen = Unit.objects.visible_to(federation["batri"], "tasks.view")
    assert {unit.short_name for unit in seen} == {"LĐLĐ huyện Ba Tri", "CĐCS xã An Thủy"}


def test_a_specialist_of_a_department_sees_the_whole_organ_of_the_department(federation: Federation) -> None:
    assert may(federation["chuyenvien"], "tasks.view", federation.cho_lach)
    assert not may(federation["chuyenvien"], "tasks.report", federation.finance)


def test_a_person_without_the_right_is_refused_with_a_sentence(federation: Federation) -> None:
    with pytest.raises(NotAllowed, match="Ban hành kế hoạch"):
        require(federation["coso"], "plans.issue", federation.province)


def test_the_reason_of_a_right_is_the_post_that_gives_it(federation: Federation) -> None:
    [grant] = why(federation["chutich"], "plans.approve", federation.province)
    assert (grant.post.title, grant.reach) == ("Chủ tịch", "unit")
