"""The lists of corrections and of learned rules as sheets."""

from congdoan.core.exports.columns import Column, Kind
from congdoan.documents.models import DocumentType
from congdoan.plans.models import Stage
from congdoan.plans.queries.checked.words import in_words

FIGURES = (
    Column("Tháng", lambda cell: f"{cell.month:%m/%Y}", width=10),
    Column("Loại văn bản", lambda cell: DocumentType(cell.type).label, width=20),
    Column("Khâu đọc", lambda cell: Stage(cell.stage).label, width=18),
    Column("Văn bản", lambda cell: cell.papers, Kind.NUMBER, 10),
    Column("Giá trị đã xem", lambda cell: cell.values, Kind.NUMBER, 14),
    Column("Đã sửa", lambda cell: cell.corrected, Kind.NUMBER, 10),
    Column("Tỷ lệ sửa", lambda cell: cell.corrected / cell.values if cell.values else None, Kind.PERCENT, 10),
)
CORRECTIONS = (
    Column("Văn bản", lambda one: one.checked.plan.subject, width=60),
    Column("Loại văn bản", lambda one: one.checked.get_type_display(), width=16),
    Column("Đơn vị", lambda one: one.checked.unit.name, width=36),
    Column("Ngày trình", lambda one: one.checked.checked_on, Kind.DATE, 12),
    Column("Khâu đọc", lambda one: one.get_stage_display(), width=16),
    Column("Mục", lambda one: one.place, width=10),
    Column("Giá trị", lambda one: one.get_what_display(), width=20),
    Column("Đã đọc", lambda one: in_words(one.what, one.read), width=60),
    Column("Sửa thành", lambda one: in_words(one.what, one.corrected), width=60),
    Column("Người sửa", lambda one: one.by.full_name if one.by else None, width=26),
    Column("Lúc", lambda one: one.at, Kind.DATE, 16),
)
_SOURCES = (
    Column("Số văn bản", lambda rule: rule.papers, Kind.NUMBER, 10),
    Column("Từ văn bản", lambda rule: "; ".join(str(source) for source in rule.sources.all()), width=60),
    Column("Đơn vị áp dụng", lambda rule: rule.scope.name, width=36),
    Column("Bỏ lúc", lambda rule: rule.revoked_at, Kind.DATE, 16),
)
NAMES = (
    Column("Văn bản ghi", lambda rule: rule.text, width=30),
    Column("Hiểu là", lambda rule: rule.unit.name, width=36),
    *_SOURCES,
)
HABITS = (
    Column("Mục", lambda rule: rule.title, width=50),
    Column("Chủ trì", lambda rule: rule.unit.name, width=36),
    *_SOURCES,
)
