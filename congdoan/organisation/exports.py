"""The columns of this package's lists as sheets."""

from congdoan.core.exports.columns import Column, Kind
from congdoan.organisation.queries.people import PersonLine

OFFICERS = (
    Column("Họ và tên", lambda post: post.user.full_name, width=28),
    Column("Chức vụ", lambda post: post.title, width=28),
    Column("Vai trò", lambda post: post.get_role_display(), width=24),
    Column("Phụ trách", lambda post: post.duty, width=30),
    Column("Từ ngày", lambda post: post.starts_on, Kind.DATE, 12),
    Column("Đến hết ngày", lambda post: post.ends_on, Kind.DATE, 12),
    Column("Quyết định", lambda post: post.decision, width=20),
    Column("Điện thoại", lambda post: post.user.phone, width=14),
    Column("Thư điện tử", lambda post: post.user.email, width=28),
)
CHILDREN = (
    Column("Tên đơn vị", lambda version: version.name, width=48),
    Column("Tên gọn", lambda version: version.short_name, width=32),
    Column("Loại", lambda version: version.get_kind_display(), width=24),
    Column("Người đứng đầu", lambda version: version.head, width=28),
    Column("Đơn vị trực thuộc", lambda version: version.below or 0, Kind.NUMBER, 12),
    Column("Địa chỉ", lambda version: version.unit.address, width=40),
    Column("Điện thoại", lambda version: version.unit.phone, width=16),
    Column("Có từ ngày", lambda version: version.unit.starts_on, Kind.DATE, 12),
)


def _of(line: PersonLine) -> PersonLine:
    return line


PEOPLE = (
    Column("Họ và tên", lambda line: _of(line).user.full_name, width=28),
    Column("Tên đăng nhập", lambda line: _of(line).user.username, width=18),
    Column("Chức vụ", lambda line: _of(line).posts, width=50),
    Column("Điện thoại", lambda line: _of(line).user.phone, width=14),
    Column("Thư điện tử", lambda line: _of(line).user.email, width=28),
    Column("Tình trạng", lambda line: _of(line).state, width=16),
)
