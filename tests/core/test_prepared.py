"""Questions that are put together once give what they would give anew, and say so where they would not."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.db.models import Q, QuerySet
from django.test.utils import CaptureQueriesContext, override_settings

from congdoan.core.prepared import prepared
from congdoan.organisation.models import Post, Unit
from tests.world import Federation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def kept_as_in_use() -> object:
    with override_settings(PREPARED_ARE_CHECKED=False):
        yield


def test_rows_come_with_all_that_the_question_asks_for(federation: Federation) -> None:
    @prepared
    def posts(unit: int, day: date, *, most: int) -> QuerySet[Post]:
        held = Post.objects.filter(unit=unit).held(day).select_related("unit").prefetch_related("user__posts")
        return held.order_by("pk")[:most]

    for unit in (federation.ba_tri, federation.province, federation.ba_tri):
        asked = Post.objects.filter(unit=unit).held(date(2023, 3, 15)).order_by("pk")
        with CaptureQueriesContext(connection) as queries:
            found = posts(unit.pk, date(2023, 3, 15), most=50)
            assert [post.unit.name for post in found] == [unit.name] * len(found)
            assert all(post.user.posts.all() for post in found)
        assert found == list(asked) != []
        assert len(queries) == 3  # the rows, their people, the posts of these
    assert len(posts(federation.ba_tri.pk, date(2023, 3, 15), most=1)) == 1


def test_the_statement_is_put_together_once_for_each_shape(federation: Federation) -> None:
    made: list[tuple[str, ...]] = []

    @prepared
    def under(paths: tuple[str, ...], parent: int | None) -> QuerySet[Unit]:
        made.append(paths)
        inside = Q(*(Q(path__startswith=path) for path in paths), _connector=Q.OR)
        return Unit.objects.filter(inside, parent=parent) if parent else Unit.objects.filter(inside)

    unit, other = federation.ba_tri, federation.province
    assert unit in under((unit.path,), None)
    once = len(made)
    assert under((other.path,), None) == list(Unit.objects.filter(path__startswith=other.path))
    assert len(made) == once
    assert under((unit.path, other.path), None) and len(made) == 2 * once
    assert under((other.path,), other.pk) == list(Unit.objects.filter(path__startswith=other.path, parent=other.pk))


def test_words_in_a_pattern_are_taken_as_they_are(federation: Federation) -> None:
    @prepared
    def named(begin: str) -> QuerySet[Unit]:
        return Unit.objects.filter(Q(name__startswith=begin) | Q(name=begin))

    Unit.objects.filter(pk=federation.ba_tri.pk).update(name="50%_\\ là \x02 chữ")
    for words in ("LĐLĐ", "50%", "50%_\\ là \x02", "%", "_", "5_"):
        assert named(words) == list(Unit.objects.filter(name__startswith=words))


def test_a_tuple_in_a_list_of_values_and_nothing_at_all(federation: Federation) -> None:
    @prepared
    def of(units: tuple[int, ...]) -> QuerySet[Unit, str]:
        return Unit.objects.filter(pk__in=units).order_by("pk").values_list("name", flat=True)

    both = sorted((federation.ba_tri.pk, federation.province.pk))
    assert of(tuple(both)) == list(Unit.objects.filter(pk__in=both).order_by("pk").values_list("name", flat=True))
    with CaptureQueriesContext(connection) as queries:
        assert of(()) == of(()) == []
    assert not queries


@pytest.mark.parametrize("checked", [False, True])
def test_a_number_that_no_column_can_hold_finds_nothing(federation: Federation, checked: bool) -> None:
    @prepared
    def unit(pk: int) -> QuerySet[Unit]:
        return Unit.objects.filter(pk=pk)

    with override_settings(PREPARED_ARE_CHECKED=checked):
        assert unit(federation.ba_tri.pk) == [federation.ba_tri]
        assert unit(2**63) == unit(-(10**30)) == []


@pytest.mark.parametrize(
    "make",
    [
        lambda unit: Unit.objects.filter(pk=unit) if unit % 2 else Unit.objects.filter(parent=unit),
        lambda unit: Unit.objects.filter(pk=unit * 2),
        lambda unit: Unit.objects.all()[: unit % 7],
    ],
)
def test_a_question_that_is_another_one_with_other_values_is_asked_anew_or_refused_where_it_is_looked_at(
    federation: Federation, make: Callable[[int], QuerySet[Unit]]
) -> None:
    assert prepared(make)(3) == list(make(3))
    with override_settings(PREPARED_ARE_CHECKED=True), pytest.raises(ValueError, match="another statement"):
        prepared(make)(3)


def test_where_it_is_looked_at_each_time_a_question_that_knows_of_more_is_found_out(federation: Federation) -> None:
    day = [date(2023, 3, 15)]

    @prepared
    def held(unit: int) -> QuerySet[Post]:
        return Post.objects.filter(unit=unit).held(day[0])

    with override_settings(PREPARED_ARE_CHECKED=True):
        assert held(federation.ba_tri.pk)
        day[0] = date(1990, 1, 1)
        with pytest.raises(ValueError, match="another statement"):
            held(federation.ba_tri.pk)


def test_only_numbers_words_and_days_are_filled_in() -> None:
    with pytest.raises(TypeError):
        prepared(lambda sure: Unit.objects.filter(is_union=sure))(True)  # type: ignore[misc]
