"""Writes docs/rights.md from the matrix of rights that tests hold the product to: `python -m tools.rights_document`."""

import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "congdoan.config.test_settings")

import django
from django.apps import apps

if not apps.ready:
    django.setup()

from congdoan.organisation.roles import ACTIONS, Role
from tests.rights.addresses import addresses
from tests.rights.matrix import Matrix, Row, Thing, matrix

DOCUMENT = Path(__file__).parents[1] / "docs" / "rights.md"
_HEAD = """\
# Ai được làm gì

Tệp này viết ra từ `tests/rights/matrix.toml`; sửa ở đó rồi chạy `python -m tools.rights_document`. Kiểm thử đi từng
dòng với từng vai trò, ở từng vị trí, và dừng lại khi câu trả lời khác bảng này, khi một địa chỉ chưa có dòng, khi một
dòng không còn địa chỉ.

- Vật của đơn vị khác: trả lời 404, như vật không có; không bao giờ 403.
- Thấy vật mà không có quyền: 403. Chưa đăng nhập: về trang đăng nhập.
- Quyền theo chức vụ đang giữ và ủy quyền còn hạn; thôi chức vụ hoặc hết hạn là hết quyền ngay.
"""
_PLACES = {
    "own": "đơn vị",
    "above": "cấp trên",
    "below": "cấp dưới",
    "sister": "đơn vị ngang cấp",
    "anywhere": "cấp ấy hoặc mọi nơi bên dưới",
}
_AT = {
    "own": "",
    "above": " tại cấp trên giao việc",
    "organ": " tại cơ quan mình",
    "anywhere": " ở một nơi nào đó",
    "given": " ở chính đơn vị được kế hoạch giao việc",
}
_CHOSEN = {"inside": " tại cơ quan mình, chọn trong mẫu", "under": " tại đơn vị chọn trong mẫu"}


def document() -> str:
    """The whole text."""
    written = matrix()
    parts = [_HEAD, *_roles(written), *_positions(written), *_urls(written), *_work(written)]
    return "\n".join(parts) + "\n"


def _roles(written: Matrix) -> Iterator[str]:
    yield "## Quyền của vai trò\n\n● với đơn vị giữ chức vụ và cấp dưới; ◉ với cả cơ quan, dù chức vụ ở một ban.\n"
    codes = {role: code for code, role in written.roles.items()}
    yield from _table(["Quyền", *(codes[role] for role in Role)], _role_lines(written))
    yield "\n" + "; ".join(f"{code}: {Role(role).label}" for code, role in written.roles.items()) + ".\n"


def _role_lines(written: Matrix) -> Iterator[list[str]]:
    for action, holders in written.rights.items():
        yield [f"{ACTIONS[action]} (`{action}`)", *(_mark(holders.get(role)) for role in Role)]


def _mark(whole_organ: bool | None) -> str:
    return "" if whole_organ is None else "◉" if whole_organ else "●"


def _positions(written: Matrix) -> Iterator[str]:
    yield "## Vị trí được thử\n"
    yield from (f"- {label}" for label in written.positions.values())
    yield "- Chưa đăng nhập\n"


def _urls(written: Matrix) -> Iterator[str]:
    yield "## Địa chỉ\n"
    yield from _table(["Việc", "Địa chỉ", "Cách gọi", "Vật, thấy nhờ", "Cần quyền"], _url_lines(written))


def _url_lines(written: Matrix) -> Iterator[list[str]]:
    seen = set()
    for row in written.rows:
        line = [row.what, f"`{addresses()[row.url]}`", row.method, _thing(written, row), _right(row)]
        if tuple(line) not in seen:
            seen.add(tuple(line))
            yield line


def _thing(written: Matrix, row: Row) -> str:
    if not row.thing:
        return ""
    thing = written.things[row.thing]
    return f"{thing.what}: {_ways(thing)}" if _ways(thing) else thing.what


def _ways(thing: Thing) -> str:
    ways = [_way(*way.partition("@")[::2]) for way in thing.seen or () if way != "*"]
    return " hoặc ".join(ways) + (", chỉ trong cơ quan đó" if thing.inside else "")


def _way(action: str, place: str) -> str:
    return f"“{ACTIONS[action]}” tại {_PLACES[place or 'own']}"


def _right(row: Row) -> str:
    if row.open:
        return "không cần đăng nhập"
    if row.only:
        return "chính người được phân công"
    where = _CHOSEN[row.choose] if row.choose else _AT[row.at]
    return " hoặc ".join(f"“{ACTIONS[right]}”" for right in row.right.split("|")) + where if row.right else ""


def _work(written: Matrix) -> Iterator[str]:
    yield "\n## Việc nền\n"
    yield from _table(["Việc", "Tên", "Quyền được hỏi lại khi chạy"], _job_lines(written))
    yield "\n## Lệnh\n"
    commands = written.commands.items()
    yield from _table(["Việc", "Lệnh", "Ai chạy"], ([c["what"], f"`congdoan {name}`", c["by"]] for name, c in commands))


def _job_lines(written: Matrix) -> Iterator[list[str]]:
    for name, job in written.jobs.items():
        right = f"“{ACTIONS[job['right']]}” của người bắt đầu" if "right" in job else f"không hỏi: do {job['by']}"
        yield [job["what"], f"`{name}`", right]


def _table(head: list[str], lines: Iterator[list[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for line in lines:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |"


if __name__ == "__main__":
    DOCUMENT.write_text(document(), "utf-8")
