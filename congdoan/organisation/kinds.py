"""The kinds of units, their levels, and why a unit stands under another."""

from typing import Final

from django.db import models


class UnitKind(models.TextChoices):
    CONFEDERATION = "confederation", "Tổng Liên đoàn"
    PROVINCE = "province", "LĐLĐ tỉnh, thành phố"
    SECTOR_CENTRAL = "sector_central", "Công đoàn ngành trung ương"
    DISTRICT = "district", "LĐLĐ huyện, thị xã, thành phố"
    SECTOR_LOCAL = "sector_local", "Công đoàn ngành địa phương"
    COMMUNE = "commune", "Công đoàn xã, phường, đặc khu"
    GRASSROOTS = "grassroots", "Công đoàn cơ sở"
    CRAFT_UNION = "craft_union", "Nghiệp đoàn cơ sở"
    MEMBER_GRASSROOTS = "member_grassroots", "CĐCS thành viên"
    SECTION = "section", "Công đoàn bộ phận"
    TEAM = "team", "Tổ công đoàn"
    DEPARTMENT = "department", "Văn phòng, ban"
    INSPECTION = "inspection", "Ủy ban kiểm tra"


INSIDE: Final[tuple[str, ...]] = (UnitKind.DEPARTMENT, UnitKind.INSPECTION)
"""Kinds that are parts of an organ: they have staff and tasks, no members."""

BOTTOM: Final[tuple[str, ...]] = (
    UnitKind.GRASSROOTS,
    UnitKind.CRAFT_UNION,
    UnitKind.MEMBER_GRASSROOTS,
    UnitKind.SECTION,
    UnitKind.TEAM,
)
"""Kinds of which there are many: grassroots unions and what is below them."""

LEVELS: Final[dict[str, int]] = {
    UnitKind.CONFEDERATION: 1,
    UnitKind.PROVINCE: 2,
    UnitKind.SECTOR_CENTRAL: 2,
    UnitKind.DISTRICT: 3,
    UnitKind.SECTOR_LOCAL: 3,
    UnitKind.COMMUNE: 3,
    UnitKind.GRASSROOTS: 4,
    UnitKind.CRAFT_UNION: 4,
    UnitKind.MEMBER_GRASSROOTS: 5,
    UnitKind.SECTION: 6,
    UnitKind.TEAM: 7,
    UnitKind.DEPARTMENT: 9,
    UnitKind.INSPECTION: 9,
}
"""A unit stands under one of a smaller level; nothing stands under a part of an organ."""

RANKS: Final[dict[str, int]] = {
    UnitKind.DEPARTMENT: 10,
    UnitKind.INSPECTION: 20,
    **{kind: 20 + 10 * level for kind, level in LEVELS.items() if level < 9},
    UnitKind.SECTOR_LOCAL: 55,
    UnitKind.COMMUNE: 57,
    UnitKind.CRAFT_UNION: 65,
}
"""The order of kinds under one unit: its own departments first, then from the highest level down."""

GROUPS: Final[dict[str, str]] = {
    UnitKind.DEPARTMENT: "Văn phòng và các ban",
    UnitKind.INSPECTION: "Văn phòng và các ban",
    UnitKind.PROVINCE: "LĐLĐ tỉnh, thành phố",
    UnitKind.SECTOR_CENTRAL: "Công đoàn ngành trung ương",
    UnitKind.DISTRICT: "LĐLĐ huyện, thành phố",
    UnitKind.SECTOR_LOCAL: "Công đoàn ngành",
    UnitKind.COMMUNE: "Công đoàn xã, phường",
    UnitKind.GRASSROOTS: "Công đoàn cơ sở",
    UnitKind.CRAFT_UNION: "Nghiệp đoàn",
    UnitKind.MEMBER_GRASSROOTS: "CĐCS thành viên",
    UnitKind.SECTION: "Công đoàn bộ phận",
    UnitKind.TEAM: "Tổ công đoàn",
    UnitKind.CONFEDERATION: "Tổng Liên đoàn",
}
"""How the tree heads units of a kind."""


class ParentLink(models.TextChoices):
    """Why a unit stands under its parent."""

    DIRECT = "direct", "Trực thuộc"
    MANAGED = "managed", "Do đơn vị khác quản lý hộ"
    PART = "part", "Bộ phận của cơ quan"
