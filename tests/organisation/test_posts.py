from datetime import date

import pytest

from congdoan.core.errors import Invalid, NotAllowed, NotFound
from congdoan.organisation.models import Post
from congdoan.organisation.queries.unit_page import officers
from congdoan.organisation.rights import may, scope
from congdoan.organisation.roles import Role
from congdoan.organisation.services.people import may_be_invited_again, reopen_account
from congdoan.organisation.services.posts import delegate, end_post, give_post
from tests.world import Federation, make_post, make_user

MARCH = date(2023, 3, 1)


def test_a_post_gives_its_rights_from_its_first_day(federation: Federation) -> None:
    give_post(
        by=federation["chutich"],
        user=federation["coso"],
        unit=federation.outreach,
        role=Role.DEPARTMENT_HEAD,
        title="Trưởng Ban Tuyên giáo",
        starts_on=MARCH,
    )
    assert may(federation["coso"], "tasks.confirm", federation.outreach)
    assert may(federation["coso"], "tasks.confirm", federation.an_thuy)


def test_only_a_system_administrator_makes_another_one(federation: Federation) -> None:
    asked = {
        "user": federation["coso"],
        "unit": federation.province,
        "role": Role.SYSTEM_ADMINISTRATOR,
        "title": "Quản trị",
        "starts_on": MARCH,
    }
    with pytest.raises(NotAllowed):
        give_post(by=federation["chutich"], **asked)
    assert give_post(by=federation["admin"], **asked).pk


def test_an_ended_post_gives_no_right_on_the_next_day(federation: Federation) -> None:
    post = Post.objects.get(user=federation["batri"])
    end_post(by=federation["chutich"], post_id=post.pk, ends_on=date(2023, 3, 14))
    assert not may(federation["batri"], "units.view", federation.ba_tri)


def test_a_holder_delegates_the_post_for_a_period(federation: Federation) -> None:
    post = Post.objects.get(user=federation["batri"])
    delegate(
        by=federation["batri"],
        post_id=post.pk,
        to=federation["batri.cv"],
        starts_on=MARCH,
        ends_on=date(2023, 3, 31),
    )
    assert may(federation["batri.cv"], "plans.approve", federation.ba_tri)


def test_what_was_delegated_is_not_delegated_further(federation: Federation) -> None:
    post = Post.objects.get(user=federation["batri"])
    period = {"starts_on": MARCH, "ends_on": date(2023, 3, 31)}
    given = delegate(by=federation["batri"], post_id=post.pk, to=federation["batri.cv"], **period)
    with pytest.raises(Invalid, match="không ủy quyền tiếp"):
        delegate(by=federation["batri.cv"], post_id=given.pk, to=federation["coso"], **period)


def test_nobody_delegates_the_post_of_another(federation: Federation) -> None:
    post = Post.objects.get(user=federation["chutich"])
    with pytest.raises(NotAllowed):
        delegate(
            by=federation["batri"],
            post_id=post.pk,
            to=federation["coso"],
            starts_on=MARCH,
            ends_on=date(2023, 3, 31),
        )


def test_a_delegation_ends_with_its_post(federation: Federation) -> None:
    post = Post.objects.get(user=federation["batri"])
    given = delegate(
        by=federation["batri"], post_id=post.pk, to=federation["batri.cv"], starts_on=MARCH, ends_on=date(2023, 6, 30)
    )
    end_post(by=federation["chutich"], post_id=post.pk, ends_on=date(2023, 3, 10))
    given.refresh_from_db()
    assert given.ends_on == date(2023, 3, 10)


def test_a_chair_is_listed_before_the_deputies(federation: Federation) -> None:
    for name, title in (("thinh", "Phó Chủ tịch"), ("yen", "Chủ tịch")):
        give_post(
            by=federation["chutich"],
            user=make_user(name),
            unit=federation.cho_lach,
            role=Role.UNIT_LEADER,
            title=title,
            starts_on=date(2023, 1, 1),
        )
    given = officers(federation.cho_lach, date(2023, 3, 15)).filter(starts_on=date(2023, 1, 1))
    assert [post.title for post in given] == ["Chủ tịch", "Phó Chủ tịch"]


def test_a_leader_neither_takes_over_nor_ends_the_post_of_a_system_administrator(federation: Federation) -> None:
    post = Post.objects.get(user=federation["admin"])
    with pytest.raises(NotAllowed, match="Sửa lịch làm việc"):
        delegate(
            by=federation["chutich"],
            post_id=post.pk,
            to=federation["chutich"],
            starts_on=MARCH,
            ends_on=date(2023, 3, 31),
        )
    with pytest.raises(NotAllowed, match="Sửa lịch làm việc"):
        end_post(by=federation["chutich"], post_id=post.pk, ends_on=MARCH)


def test_a_delegation_gives_rights_only_in_its_period_and_beside_the_own_post(federation: Federation) -> None:
    post = Post.objects.get(user=federation["batri"])
    period = {"starts_on": date(2023, 3, 10), "ends_on": date(2023, 3, 20)}
    delegate(by=federation["batri"], post_id=post.pk, to=federation["cholach"], **period)
    days = [date(2023, 3, 9), date(2023, 3, 10), date(2023, 3, 20), date(2023, 3, 21)]
    given = [scope(federation["cholach"], "plans.approve", day).covers(federation.ba_tri) for day in days]
    assert given == [False, True, True, False]
    assert scope(federation["cholach"], "plans.approve", days[1]).covers(federation.cho_lach)


def test_nobody_gets_at_an_account_whose_post_elsewhere_is_still_to_begin(federation: Federation) -> None:
    coming = make_user("chutich.moi", "Trần Thị Mới")
    make_post(coming, federation.province, Role.UNIT_LEADER, starts_on=date(2023, 4, 1))
    with pytest.raises(NotFound):
        may_be_invited_again(by=federation["batri"], user_id=coming.pk)
    make_post(coming, federation.an_thuy, Role.READER, starts_on=MARCH)
    with pytest.raises(NotAllowed):
        may_be_invited_again(by=federation["batri"], user_id=coming.pk)
    assert may_be_invited_again(by=federation["chutich"], user_id=coming.pk) == coming


def test_an_account_that_has_left_stays_with_those_who_managed_it(federation: Federation) -> None:
    Post.objects.filter(user=federation["cholach"]).update(ends_on=date(2023, 1, 31))
    with pytest.raises(NotFound):
        reopen_account(by=federation["batri"], user_id=federation["cholach"].pk)
    assert reopen_account(by=federation["chutich"], user_id=federation["cholach"].pk).is_active


@pytest.mark.parametrize("former", [False, True])
def test_the_order_of_officers_is_told_to_the_last_so_that_equals_never_change_places(
    federation: Federation, former: bool
) -> None:
    found = officers(federation.ba_tri, date(2023, 3, 15), former=former)
    assert found.query.order_by == ("rank", "starts_on", "pk")
    assert list(found) == sorted(found, key=lambda post: (post.rank, post.starts_on, post.pk)) != []
