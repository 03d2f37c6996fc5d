"""A small federation for tests: builds only what a sentence needs, straight into the tables."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import connection

from congdoan.accounts.models import User
from congdoan.organisation.models import ParentLink, Post, Unit, UnitVersion
from congdoan.organisation.roles import Role

SINCE = date(2018, 1, 1)


def make_unit(short_name: str, kind: str, parent: Unit | None = None, **more: Any) -> Unit:
    fields = {"name": short_name, "starts_on": SINCE, "parent_link": _link(kind), **more}
    unit = Unit.objects.create(
        short_name=short_name, kind=kind, parent=parent, depth=parent.depth + 1 if parent else 0, path="", **fields
    )
    unit.path = f"{parent.path if parent else '/'}{unit.pk}/"
    unit.save(update_fields=["path"])
    first_version(unit).save()
    return unit


def _link(kind: str) -> ParentLink:
    return ParentLink.PART if kind in ("department", "inspection") else ParentLink.DIRECT


def first_version(unit: Unit) -> UnitVersion:
    return UnitVersion(
        unit=unit,
        parent=unit.parent,
        name=unit.name,
        short_name=unit.short_name,
        kind=unit.kind,
        parent_link=unit.parent_link,
        path=unit.path,
        valid_from=unit.starts_on,
    )


def make_user(username: str, full_name: str = "", password: str = "mat-khau-dai-2023") -> User:
    return User.objects.create_user(
        username, password, full_name=full_name or username.title(), email=f"{username}@example.vn"
    )


def make_post(user: User, unit: Unit, role: Role, title: str = "", **more: Any) -> Post:
    return Post.objects.create(
        user=user, unit=unit, role=role, title=title or Role(role).label, **{"starts_on": SINCE, **more}
    )


@dataclass
class Federation:
    """TLĐ, a province with its departments, two districts, a sector union, two grassroots unions, and their people."""

    tld: Unit
    province: Unit
    office: Unit
    organisation: Unit
    finance: Unit
    policy: Unit
    outreach: Unit
    inspection: Unit
    ba_tri: Unit
    cho_lach: Unit
    education: Unit
    an_thuy: Unit
    phu_phung: Unit
    people: dict[str, User]

    def __getitem__(self, username: str) -> User:
        """The person, as the next request would see them: without posts remembered from before."""
        return User.objects.get(pk=self.people[username].pk)


@dataclass(frozen=True)
class _U:
    """A unit of the federation: its attribute there, its names, and the attribute of its superior."""

    at: str
    short_name: str
    kind: str
    parent: str = ""
    name: str = ""
    symbol: str = ""
    place: str = ""


_UNITS = (
    _U("tld", "Tổng Liên đoàn", "confederation", "", "Tổng Liên đoàn Lao động Việt Nam", "TLĐ", "Hà Nội"),
    _U("province", "LĐLĐ tỉnh Bến Tre", "province", "tld", "Liên đoàn Lao động tỉnh Bến Tre", "LĐLĐ", "Bến Tre"),
    _U("office", "Văn phòng", "department", "province"),
    _U("organisation", "Ban Tổ chức", "department", "province"),
    _U("finance", "Ban Tài chính", "department", "province"),
    _U("policy", "Ban Chính sách – Pháp luật", "department", "province"),
    _U("outreach", "Ban Tuyên giáo", "department", "province"),
    _U("inspection", "Ủy ban kiểm tra", "inspection", "province"),
    _U("ba_tri", "LĐLĐ huyện Ba Tri", "district", "province", "Liên đoàn Lao động huyện Ba Tri", "LĐLĐ", "Ba Tri"),
    _U(
        "cho_lach",
        "LĐLĐ huyện Chợ Lách",
        "district",
        "province",
        "Liên đoàn Lao động huyện Chợ Lách",
        "LĐLĐ",
        "Chợ Lách",
    ),
    _U(
        "education",
        "CĐ ngành Giáo dục",
        "sector_local",
        "province",
        "Công đoàn ngành Giáo dục tỉnh Bến Tre",
        "CĐGD",
        "Bến Tre",
    ),
    _U("an_thuy", "CĐCS xã An Thủy", "grassroots", "ba_tri", "Công đoàn cơ sở xã An Thủy"),
    _U("phu_phung", "CĐCS xã Phú Phụng", "grassroots", "cho_lach", "Công đoàn cơ sở xã Phú Phụng"),
)

_POSTS = (
    ("chutich", "Nguyễn Phúc Linh", "province", Role.UNIT_LEADER, "Chủ tịch"),
    ("vanthu", "Phạm Thị Tuyết Nhung", "office", Role.CLERK, "Văn thư"),
    ("chanhvp", "Võ Thị Mỹ Duyên", "office", Role.DEPARTMENT_HEAD, "Chánh Văn phòng"),
    ("chuyenvien", "Nguyễn Thị Ngọc Hân", "organisation", Role.SPECIALIST, "Chuyên viên"),
    ("truongban", "Lê Hoàng Nam", "organisation", Role.DEPARTMENT_HEAD, "Trưởng Ban Tổ chức"),
    ("ubkt", "Trần Văn Kiểm", "inspection", Role.INSPECTOR, "Ủy viên Ủy ban kiểm tra"),
    ("batri", "Nguyễn Hữu Nghĩa", "ba_tri", Role.UNIT_LEADER, "Chủ tịch"),
    ("batri.cv", "Đỗ Thị Cẩm Tú", "ba_tri", Role.SPECIALIST, "Chuyên viên"),
    ("cholach", "Lê Minh Chánh", "cho_lach", Role.UNIT_LEADER, "Chủ tịch"),
    ("giaoduc", "Phan Thị Hồng", "education", Role.UNIT_LEADER, "Chủ tịch"),
    ("coso", "Huỳnh Thị Ngọc Yến", "an_thuy", Role.GRASSROOTS_OFFICER, "Chủ tịch CĐCS"),
    ("admin", "Quản trị", "province", Role.SYSTEM_ADMINISTRATOR, "Quản trị hệ thống"),
)


def build_federation() -> Federation:
    """In five statements, for most tests begin with it."""
    units = _made_units()
    people = {username: User(username=username, full_name=name) for username, name, *_ in _POSTS}
    for username, user in people.items():
        user.email = f"{username}@example.vn"
        user.password = _password()
        user.derive()
    User.objects.bulk_create(people.values())
    Post.objects.bulk_create(
        Post(user=people[username], unit=units[at], role=role, title=title, starts_on=SINCE)
        for username, _, at, role, title in _POSTS
    )
    return Federation(**units, people=people)


@cache
def _password() -> str:
    return make_password("mat-khau-dai-2023")


def _made_units() -> dict[str, Unit]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [Unit._meta.db_table, len(_UNITS)],
        )
        ids = [row[0] for row in cursor.fetchall()]
    units: dict[str, Unit] = {}
    for row, pk in zip(_UNITS, ids, strict=True):
        parent = units.get(row.parent)
        unit = units[row.at] = Unit(
            pk=pk,
            name=row.name or row.short_name,
            short_name=row.short_name,
            kind=row.kind,
            symbol=row.symbol,
            place=row.place,
            parent=parent,
            parent_link=_link(row.kind),
            depth=parent.depth + 1 if parent else 0,
            path=f"{parent.path if parent else '/'}{pk}/",
            starts_on=SINCE,
        )
        unit.derive()
    Unit.objects.bulk_create(units.values())
    UnitVersion.objects.bulk_create(first_version(unit) for unit in units.values())
    return units
