"""A small federation for tests: builds only what a sentence needs, straight into the tables."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from congdoan.accounts.models import User
from congdoan.organisation.models import ParentLink, Post, Unit, UnitVersion
from congdoan.organisation.roles import Role

SINCE = date(2018, 1, 1)


def make_unit(short_name: str, kind: str, parent: Unit | None = None, **more: Any) -> Unit:
    link = ParentLink.PART if kind in ("department", "inspection") else ParentLink.DIRECT
    fields = {"name": short_name, "starts_on": SINCE, "parent_link": link, **more}
    unit = Unit.objects.create(
        short_name=short_name, kind=kind, parent=parent, depth=parent.depth + 1 if parent else 0, path="", **fields
    )
    unit.path = f"{parent.path if parent else '/'}{unit.pk}/"
    unit.save(update_fields=["path"])
    UnitVersion.objects.create(
        unit=unit,
        parent=parent,
        name=unit.name,
        short_name=short_name,
        kind=kind,
        parent_link=unit.parent_link,
        path=unit.path,
        valid_from=unit.starts_on,
    )
    return unit


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


def build_federation() -> Federation:
    tld = make_unit(
        "Tổng Liên đoàn", "confederation", name="Tổng Liên đoàn Lao động Việt Nam", symbol="TLĐ", place="Hà Nội"
    )
    province = make_unit(
        "LĐLĐ tỉnh Bến Tre", "province", tld, name="Liên đoàn Lao động tỉnh Bến Tre", symbol="LĐLĐ", place="Bến Tre"
    )
    office = make_unit("Văn phòng", "department", province)
    organisation = make_unit("Ban Tổ chức", "department", province)
    finance = make_unit("Ban Tài chính", "department", province)
    policy = make_unit("Ban Chính sách – Pháp luật", "department", province)
    outreach = make_unit("Ban Tuyên giáo", "department", province)
    inspection = make_unit("Ủy ban kiểm tra", "inspection", province)
    ba_tri = make_unit(
        "LĐLĐ huyện Ba Tri", "district", province, name="Liên đoàn Lao động huyện Ba Tri", symbol="LĐLĐ", place="Ba Tri"
    )
    cho_lach = make_unit(
        "LĐLĐ huyện Chợ Lách",
        "district",
        province,
        name="Liên đoàn Lao động huyện Chợ Lách",
        symbol="LĐLĐ",
        place="Chợ Lách",
    )
    education = make_unit(
        "CĐ ngành Giáo dục",
        "sector_local",
        province,
        name="Công đoàn ngành Giáo dục tỉnh Bến Tre",
        symbol="CĐGD",
        place="Bến Tre",
    )
    an_thuy = make_unit("CĐCS xã An Thủy", "grassroots", ba_tri, name="Công đoàn cơ sở xã An Thủy")
    phu_phung = make_unit("CĐCS xã Phú Phụng", "grassroots", cho_lach, name="Công đoàn cơ sở xã Phú Phụng")
    posts: list[tuple[str, str, Unit, Role, str]] = [
        ("chutich", "Nguyễn Phúc Linh", province, Role.UNIT_LEADER, "Chủ tịch"),
        ("vanthu", "Phạm Thị Tuyết Nhung", office, Role.CLERK, "Văn thư"),
        ("chanhvp", "Võ Thị Mỹ Duyên", office, Role.DEPARTMENT_HEAD, "Chánh Văn phòng"),
        ("chuyenvien", "Nguyễn Thị Ngọc Hân", organisation, Role.SPECIALIST, "Chuyên viên"),
        ("truongban", "Lê Hoàng Nam", organisation, Role.DEPARTMENT_HEAD, "Trưởng Ban Tổ chức"),
        ("ubkt", "Trần Văn Kiểm", inspection, Role.INSPECTOR, "Ủy viên Ủy ban kiểm tra"),
        ("batri", "Nguyễn Hữu Nghĩa", ba_tri, Role.UNIT_LEADER, "Chủ tịch"),
        ("batri.cv", "Đỗ Thị Cẩm Tú", ba_tri, Role.SPECIALIST, "Chuyên viên"),
        ("cholach", "Lê Minh Chánh", cho_lach, Role.UNIT_LEADER, "Chủ tịch"),
        ("giaoduc", "Phan Thị Hồng", education, Role.UNIT_LEADER, "Chủ tịch"),
        ("coso", "Huỳnh Thị Ngọc Yến", an_thuy, Role.GRASSROOTS_OFFICER, "Chủ tịch CĐCS"),
        ("admin", "Quản trị", province, Role.SYSTEM_ADMINISTRATOR, "Quản trị hệ thống"),
    ]
    people = {}
    for username, full_name, unit, role, title in posts:
        people[username] = make_user(username, full_name)
        make_post(people[username], unit, role, title)
    return Federation(
        tld,
        province,
        office,
        organisation,
        finance,
        policy,
        outreach,
        inspection,
        ba_tri,
        cho_lach,
        education,
        an_thuy,
        phu_phung,
        people,
    )
