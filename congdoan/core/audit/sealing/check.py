"""Finds what was changed, taken away or slipped in since it was sealed, and says where."""

from collections.abc import Iterator
from typing import Final

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from congdoan.core.audit.sealing.forgotten import blocks_that_may_be_gone
from congdoan.core.audit.sealing.head import head_of, leaf_of, root_of
from congdoan.core.audit.sealing.merkle import EMPTY, split, tree_root
from congdoan.core.audit.sealing.outside import differences, log_lines
from congdoan.core.audit.sealing.seal import floor_of
from congdoan.core.audit.sealing.signing import is_signed, trusted_keys
from congdoan.core.audit.sealing.sources import Source, all_sources, steady_text
from congdoan.core.models.seals import SealBlock, SealPiece
from congdoan.core.verify.checks import Check, Progress, checks

_SLIPPED_IN: Final = """
    select source.{key} from {relation} source
     where source.{key} <= %s
       and not exists (select from (select unnest(ids) as id from core_sealpiece where source = %s) sealed
                        where sealed.id = source.{key})
     order by 1
"""


def register() -> None:
    checks.register("seals.chain", Check("Chuỗi niêm phong liền mạch, đúng chữ ký", find_broken_blocks))
    checks.register("seals.copies", Check("Chuỗi niêm phong khớp với bản ghi ngoài cơ sở dữ liệu", find_differences))
    checks.register(
        "seals.rows", Check("Nhật ký và văn bản đã ban hành đúng như lúc niêm phong", find_changed_rows, slow=True)
    )
    checks.register("seals.slipped", Check("Không dòng nhật ký nào bị chen vào", find_slipped_in, slow=True))


def find_broken_blocks(progress: Progress) -> Iterator[str]:
    """Each block follows the one before, holds the pieces that it was made of, and is signed by this installation."""
    expected, previous, keys, total = 1, EMPTY, trusted_keys(), SealBlock.objects.count()
    for block in SealBlock.objects.order_by("number").iterator(500):
        progress("Xem lại chuỗi niêm phong", expected, total)
        if block.number != expected:
            yield f"Khối {expected}{_through(block.number - 1, expected)} không còn"
        elif bytes(block.previous) != previous:
            yield f"Khối {block.number} không nối với khối trước"
        yield from _faults(block, keys)
        expected, previous = block.number + 1, bytes(block.root)
    if left := SealPiece.objects.filter(block_number__gte=expected).order_by("block_number").first():
        yield f"Khối {left.block_number} không còn, các phần của nó thì còn"


def find_differences(_: Progress) -> Iterator[str]:
    """The log of this machine."""
    yield from differences(log_lines(settings.SEAL_LOG), str(settings.SEAL_LOG))


def find_changed_rows(progress: Progress) -> Iterator[str]:
    """Hash every sealed row again, a piece at a time."""
    sources = dict(all_sources())
    total, gone_up_to = SealPiece.objects.count(), blocks_that_may_be_gone()
    for done, piece in enumerate(SealPiece.objects.order_by("pk").iterator(1)):
        progress("So từng dòng với lúc niêm phong", done, total)
        if piece.source in sources:
            yield from _changed(piece, sources[piece.source], piece.block_number <= gone_up_to.get(piece.source, 0))
        else:
            yield f"{piece.source} dòng {piece.first}–{piece.last}: chương trình không còn biết bảng này"


def find_slipped_in(progress: Progress) -> Iterator[str]:
    sources = list(all_sources())
    for done, (name, source) in enumerate(sources):
        progress("Tìm dòng chen vào", done, len(sources))
        with connection.chunked_cursor() as cursor:
            select = _SLIPPED_IN.format(key=source.key, relation=source.relation.replace("%", "%%"))
            cursor.execute(select, [floor_of(name), name])
            for (row,) in cursor:
                place = f"{source.label}, dòng số {row}{source.name_of(row)}"
                yield f"{place}: có thêm sau khi các dòng quanh nó đã niêm phong"


def _faults(block: SealBlock, keys: set[bytes]) -> Iterator[str]:
    pieces = SealPiece.objects.filter(block_number=block.number).order_by("pk").iterator(1)
    if tree_root([leaf_of(piece) for piece in pieces]) != bytes(block.tree):
        yield f"Khối {block.number}: các phần đã bị sửa hoặc mất"
    if root_of(block) != bytes(block.root):
        yield f"Khối {block.number}: gốc đã bị sửa"
    if not is_signed(head_of(block), bytes(block.signature), bytes(block.public_key)):
        yield f"Khối {block.number}: chữ ký không đúng"
    elif bytes(block.public_key) not in keys:
        yield f"Khối {block.number}: ký bằng khóa lạ {bytes(block.public_key).hex()}"


def _changed(piece: SealPiece, source: Source, may_be_gone: bool) -> Iterator[str]:
    lost = set(piece.columns) - set(source.present_columns())
    if lost:
        rows = f"{source.label}, dòng số {piece.first}–{piece.last}"
        yield f"{rows}: không so lại được, bảng đã bỏ cột {', '.join(sorted(lost))}"
        return
    with transaction.atomic(), connection.cursor() as cursor:
        steady_text()
        leaves = source.leaves(piece.columns).replace("%", "%%")
        cursor.execute(f"{leaves} where source.{source.key} = any(%s)", [piece.ids])
        now = {row_id: bytes(found) for row_id, found in cursor.fetchall()}
    for row_id, sealed in zip(piece.ids, split(bytes(piece.hashes)), strict=True):
        if now.get(row_id) != sealed and (row_id in now or not may_be_gone):
            what = f"đã bị sửa{source.name_of(row_id)}" if row_id in now else "không còn"
            yield f"{source.label}, dòng số {row_id}: {what}{_when(piece)}"


def _when(piece: SealPiece) -> str:
    block = SealBlock.objects.filter(number=piece.block_number).first()
    at = f" lúc {timezone.localtime(block.sealed_at):%H:%M %d/%m/%Y}" if block else ""
    return f" (niêm phong trong khối {piece.block_number}{at})"


def _through(last: int, first: int) -> str:
    return f"–{last}" if last > first else ""
