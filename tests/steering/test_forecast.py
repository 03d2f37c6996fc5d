"""The forecast as plain logic: what it rests on, and that it beats guessing."""

import random
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from congdoan.steering.forecast.likeness import BANDS, LEAST, NO_DUE, band_number, band_of
from congdoan.steering.forecast.outlook import NEVER, History, outlook
from congdoan.steering.forecast.stillness import usual_of

DAYS = st.lists(st.one_of(st.integers(-90, 120), st.just(NEVER)), min_size=1, max_size=80)
LEFT = st.integers(0, 90)


@given(DAYS, LEFT)
def test_like_work_is_counted_as_it_stood_at_the_same_point(days: list[int], left: int) -> None:
    seen = History.of(days).with_left(left)
    unfinished = [day for day in days if day <= left]
    assert (seen.count, seen.late) == (len(unfinished), sum(day < 0 for day in unfinished))


@given(DAYS, LEFT, LEFT)
def test_the_nearer_the_due_day_the_likelier_unfinished_work_is_late(days: list[int], one: int, other: int) -> None:
    history = History.of(days)
    near, far = history.with_left(min(one, other)), history.with_left(max(one, other))
    assert near.late == far.late
    assert near.count <= far.count


@given(DAYS, DAYS, LEFT)
def test_a_chance_is_never_quite_none_nor_certain(days: list[int], own: list[int], left: int) -> None:
    found = outlook(left, [("nhóm", History.of(days))], History.of(own))
    assert found is None or 0 < found.chance < 1


@given(st.lists(st.integers(-30, 30), min_size=LEAST, max_size=60), DAYS)
def test_a_unit_that_was_late_before_is_not_trusted_more(days: list[int], own: list[int]) -> None:
    groups = [("nhóm", History.of([min(day, 0) for day in days]))]
    before, after = outlook(0, groups, History.of(own)), outlook(0, groups, History.of([*own, -5]))
    assert before is not None and after is not None
    assert after.chance >= before.chance


def test_nothing_is_said_without_enough_like_work() -> None:
    assert outlook(10, [("nhóm", History.of([-3] * (LEAST - 1)))]) is None
    assert outlook(10, [("nhóm", History.of([-3] * LEAST))]) is not None


def test_work_that_was_finished_earlier_than_this_one_is_no_basis() -> None:
    assert outlook(5, [("nhóm", History.of([40] * 100))]) is None


def test_the_most_alike_group_with_enough_work_speaks() -> None:
    few, many = History.of([-1] * 3), History.of([2] * 60 + [-1] * 20)
    found = outlook(10, [("cùng loại", few), ("mọi đơn vị", many)])
    assert found is not None
    assert (found.group, found.alike.count, found.alike.late, round(found.chance, 2)) == ("mọi đơn vị", 80, 20, 0.26)


@given(st.one_of(st.none(), st.integers(-400, 5000)))
def test_every_length_of_work_has_one_band(planned: int | None) -> None:
    band = band_of(planned)
    assert band in (NO_DUE, *BANDS)
    assert band_number(band.number) == band


@given(st.lists(st.integers(0, 900), min_size=1, max_size=200))
def test_nine_in_ten_like_tasks_took_no_longer_than_is_said(days: list[int]) -> None:
    usual = usual_of(days)
    assert usual is not None
    assert sum(day <= usual.most for day in days) >= 0.9 * len(days)
    assert usual.low <= usual.high <= usual.most
    assert usual.is_still(usual.most + 1) == (len(days) >= LEAST)
    assert not usual.is_still(usual.most)


@dataclass(frozen=True)
class World:
    """A federation in which a unit's days before due are drawn around what is its own habit."""

    units: int
    spread: float
    tasks: int = 30

    def play(self, seed: int) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """(unit, days before due) of the past, and of what comes."""
        chance = random.Random(seed)
        habits = [chance.gauss(4, self.spread) for _ in range(self.units)]
        tasks = [(unit, round(chance.gauss(habits[unit], 10))) for unit in range(self.units) for _ in range(self.tasks)]
        chance.shuffle(tasks)
        return tasks[: len(tasks) // 2], tasks[len(tasks) // 2 :]


def brier(world: World, seed: int) -> tuple[float, float]:
    """The mean square error of the forecast and of the base rate, over work still open at a random moment."""
    past, coming = world.play(seed)
    chance = random.Random(seed + 1)
    whole = History.of(days for _, days in past)
    own = {unit: History.of(days for one, days in past if one == unit) for unit in range(world.units)}
    base = whole.whole.late / whole.whole.count
    ours, plain, count = 0.0, 0.0, 0
    for unit, days in coming:
        left = chance.randint(0, 20)
        found = outlook(left, [("mọi đơn vị", whole)], own.get(unit)) if days <= left else None
        if found is not None:
            late = float(days < 0)
            ours, plain, count = ours + (found.chance - late) ** 2, plain + (base - late) ** 2, count + 1
    return ours / count, plain / count


def test_played_back_on_simulated_history_it_beats_the_base_rate() -> None:
    for seed in range(5):
        ours, plain = brier(World(units=40, spread=9), seed)
        assert ours < 0.85 * plain, f"{ours:.3f} against {plain:.3f} in world {seed}"


def test_played_back_where_units_do_not_differ_it_is_not_worse_than_the_base_rate() -> None:
    for seed in range(5):
        ours, plain = brier(World(units=40, spread=0), seed)
        assert ours < 1.02 * plain, f"{ours:.3f} against {plain:.3f} in world {seed}"
