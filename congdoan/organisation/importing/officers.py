"""Finds out which officers a sheet means: accounts to open, posts to give; what is there already is left alone."""

import re
from collections.abc import Iterable
from datetime import date

from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.sheets.columns import SheetError, SheetRow
from congdoan.organisation.importing.columns import TITLES
from congdoan.organisation.importing.drafts import ImportDraft, PersonDraft, PostDraft, UnitDraft
from congdoan.organisation.kinds import BOTTOM, INSIDE, UnitKind
from congdoan.organisation.models import Post, Unit
from congdoan.organisation.naming import plain
from congdoan.organisation.roles import Role

_ROLES = {plain(label): value for value, label in Role.choices}


class OfficerReader:
    def __init__(self, within: Unit, draft: ImportDraft, *, may_make_administrators: bool) -> None:
        self._draft = draft
        self._may_make_administrators = may_make_administrators
        self._usernames = dict(User.objects.values_list("username", "pk").iterator())
        held = Post.objects.filter(unit__path__startswith=within.path).held(clock.today())
        self._held = set(held.values_list("unit", "user__folded", "title").iterator())
        self._people: dict[str, PersonDraft] = {}

    def read(self, rows: Iterable[SheetRow], units: dict[int, UnitDraft]) -> None:
        for row in rows:
            values = {name: str(value or "") for name, value in row.values.items()}
            unit = units.get(row.number)
            if unit and values.get("full_name"):
                self._read_row(row, values, unit)
            elif values.get("title") and not values.get("full_name"):
                self._wrong(row.number, "full_name", "", "có chức vụ mà thiếu họ tên")

    def _read_row(self, row: SheetRow, values: dict[str, str], unit: UnitDraft) -> None:
        title = values.get("title", "")
        if not title:
            self._wrong(row.number, "title", "", "còn trống")
            return
        if (unit.pk, plain(values["full_name"]), title) in self._held:
            return
        role = self._role(row.number, values.get("role", ""), title, unit.kind)
        person = self._person(row.number, values)
        if role is None or person is None:
            return
        since = row.values.get("post_from")
        day = since if isinstance(since, date) else max(unit.starts_on, clock.today())
        self._draft.posts.append(
            PostDraft(person, unit, role, title[:120], values.get("duty", "")[:200], max(day, unit.starts_on))
        )

    def _role(self, row: int, text: str, title: str, kind: str) -> str | None:
        if not text:
            return role_of_title(title, kind)
        role = _ROLES.get(plain(text))
        if role is None:
            self._wrong(row, "role", text, "không có vai trò này; xem trang “Cách điền” của tệp mẫu")
        elif role == Role.SYSTEM_ADMINISTRATOR and not self._may_make_administrators:
            self._wrong(row, "role", text, "chỉ quản trị hệ thống mới giao được vai trò này")
            return None
        return role

    def _person(self, row: int, values: dict[str, str]) -> PersonDraft | None:
        """The account of the row: by user name, else the same e-mail or name and phone in the sheet, else a new one."""
        username, email = values.get("username", "").lower(), values.get("user_email", "")
        if not self._is_sound(row, username, email):
            return None
        key = username or email.lower() or f"{plain(values['full_name'])}/{values.get('user_phone') or row}"
        if key not in self._people:
            known = self._usernames.get(username) if username else None
            person = PersonDraft(
                username or self._free_name(values["full_name"]),
                values["full_name"],
                values.get("user_phone", "")[:20],
                email,
            )
            person.pk, person.is_new = known or 0, known is None
            self._usernames.setdefault(person.username, 0)
            self._people[key] = person
            if person.is_new:
                self._draft.people.append(person)
        return self._people[key]

    def _is_sound(self, row: int, username: str, email: str) -> bool:
        for column, text, check, message in (
            ("username", username, UnicodeUsernameValidator(), "chỉ gồm chữ, số và . _ - @ +"),
            ("user_email", email, validate_email, "không phải địa chỉ thư điện tử"),
        ):
            try:
                if text:
                    check(text)
            except ValidationError:
                self._wrong(row, column, text, message)
                return False
        return True

    def _free_name(self, full_name: str) -> str:
        """ "Nguyễn Hữu Nghĩa" → nghia.nh, with a number when that is taken."""
        *before, given = re.findall(r"[a-z0-9]+", plain(full_name)) or ["nguoi"]
        base = f"{given}.{''.join(word[0] for word in before)}".strip(".")[:50]
        name, number = base, 1
        while name in self._usernames:
            number += 1
            name = f"{base}{number}"
        return name

    def _wrong(self, row: int, column: str, value: str, message: str) -> None:
        self._draft.errors.append(SheetError(row, TITLES[column], value, message))


def role_of_title(title: str, kind: str) -> str:
    """The role that a title usually goes with."""
    words = plain(title)
    if kind in BOTTOM:
        return Role.GRASSROOTS_OFFICER
    if "van thu" in words:
        return Role.CLERK
    if kind == UnitKind.INSPECTION:
        return Role.INSPECTOR
    if kind in INSIDE:
        return Role.DEPARTMENT_HEAD if re.match(r"(pho )?(truong|chanh)|pho ", words) else Role.SPECIALIST
    return Role.UNIT_LEADER if "chu tich" in words else Role.SPECIALIST
