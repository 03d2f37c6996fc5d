"""The tree of any day: what stands under what, read from the versions of units."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from congdoan.accounts.models import User
from congdoan.organisation.kinds import GROUPS, RANKS
from congdoan.organisation.models import UnitVersion
from congdoan.organisation.naming import order_key, without_rank
from congdoan.organisation.rights import scope
from congdoan.organisation.scoping import under_paths

LONGEST_GROUP = 150


@dataclass(slots=True)
class TreeNode:
    """A unit as it was on the day, and how many units stood directly under it; `groups` when it is opened."""

    unit_id: int
    name: str
    kind: str
    children: int
    groups: "list[TreeGroup]" = field(default_factory=list)


@dataclass(slots=True)
class TreeGroup:
    """Units of one kind under the same unit: "LĐLĐ huyện, thành phố 9". Of very many only the first are listed."""

    label: str
    nodes: list[TreeNode]
    count: int
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Crumb:
    """A unit above; `may_open` when the person may see its page."""

    unit_id: int
    name: str
    may_open: bool


@dataclass(frozen=True, slots=True)
class OpenedTree:
    """`roots` are the highest units in sight; `above` all units above the shown one; `children` how many it has."""

    roots: list[TreeNode]
    above: list[Crumb]
    children: int


def tree_on(day: date) -> QuerySet[UnitVersion]:
    """Every unit as it was on the day, above before below."""
    return UnitVersion.objects.filter(in_force(day)).order_by("path")


def version_on(unit_id: int, day: date) -> UnitVersion | None:
    """The unit as it was on the day; None when it did not exist."""
    return UnitVersion.objects.filter(in_force(day), unit=unit_id).select_related("unit", "parent").first()


def opened_tree(user: User, path: str, day: date) -> OpenedTree:
    """The tree that the person may see, opened down to the unit at `path`, with the names above it: one query."""
    paths = scope(user, "units.view").paths
    on_path = [int(part) for part in path.strip("/").split("/") if part]
    shown = Q(path__in=paths) | Q(unit__in=on_path) | (Q(parent__in=on_path) & under_paths("path", paths))
    nodes = {v.unit_id: (v, node) for v, node in _nodes(UnitVersion.objects.filter(in_force(day), shown), day)}
    under: dict[int | None, list[TreeNode]] = defaultdict(list)
    for version, node in nodes.values():
        under[version.parent_id].append(node)
    for unit_id, (_, node) in nodes.items():
        node.groups = _grouped(under[unit_id], opened=set(on_path))
    above = [nodes[unit_id] for unit_id in on_path[:-1] if unit_id in nodes]
    return OpenedTree(
        _sorted(node for version, node in nodes.values() if version.path in paths),
        [Crumb(v.unit_id, v.short_name, any(v.path.startswith(path) for path in paths)) for v, _ in above],
        nodes[on_path[-1]][1].children,
    )


def children_on(user: User, unit_id: int, day: date) -> list[TreeGroup]:
    """What stood directly under the unit on the day, grouped by kind, each group in alphabetical order."""
    visible = under_paths("path", scope(user, "units.view").paths)
    found = UnitVersion.objects.filter(in_force(day), visible, parent=unit_id)
    return _grouped([node for _, node in _nodes(found, day)], opened=set())


def in_force(day: date) -> Q:
    return Q(valid_from__lte=day) & (Q(valid_to=None) | Q(valid_to__gt=day))


def _grouped(nodes: Sequence[TreeNode], *, opened: set[int]) -> list[TreeGroup]:
    groups = [(label, list(part)) for label, part in groupby(_sorted(nodes), key=lambda node: GROUPS[node.kind])]
    if len(groups) > 1:
        for node in nodes:
            node.name = without_rank(node.name)
    return [
        TreeGroup(
            label,
            part[:LONGEST_GROUP],
            len(part),
            is_open=len(groups) == 1 or any(node.unit_id in opened for node in part),
        )
        for label, part in groups
    ]


def _sorted(nodes: Iterable[TreeNode]) -> list[TreeNode]:
    return sorted(nodes, key=lambda node: (RANKS[node.kind], order_key(node.name)))


def _nodes(found: QuerySet[UnitVersion], day: date) -> list[tuple[UnitVersion, TreeNode]]:
    below = UnitVersion.objects.filter(in_force(day), parent=OuterRef("unit")).order_by().values("parent")
    counted = found.annotate(below=Coalesce(Subquery(below.annotate(n=Count("pk")).values("n")), 0))
    return [(v, TreeNode(v.unit_id, v.short_name, v.kind, v.below)) for v in counted]
