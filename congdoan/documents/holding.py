"""Papers that a person put into the store: they belong to the unit and stay."""

from congdoan.accounts.held import HeldSource, Line, held_sources
from congdoan.accounts.models import User
from congdoan.documents.models import Document

_STAYS = "Văn bản là của đơn vị, lưu theo thời hạn bảo quản (Luật Lưu trữ 33/2024/QH15)."


def register() -> None:
    held_sources.register("documents", HeldSource("Văn bản đã đưa vào kho", _papers, stays=_STAYS, order=50))


def _papers(user: User) -> list[Line]:
    count = Document.objects.filter(added_by=user).count()
    return [("Số văn bản", str(count))] if count else []
