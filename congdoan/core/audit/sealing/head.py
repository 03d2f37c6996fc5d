"""The head of a block: the bytes that are hashed to its root and signed, and the line that is kept outside."""

import json
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from congdoan.core.audit.sealing.merkle import leaf, split, tree_root
from congdoan.core.models.seals import SealBlock, SealPiece


def head_of(block: SealBlock) -> bytes:
    """Whatever the block says of itself, in one writing."""
    return _canonical(
        {
            "format": "congdoan-seal-1",
            "number": block.number,
            "sealed_at": moment(block.sealed_at),
            "rows": block.rows,
            "previous": bytes(block.previous).hex(),
            "tree": bytes(block.tree).hex(),
            "began": block.began,
            "settled": block.settled,
        }
    )


def root_of(block: SealBlock) -> bytes:
    return sha256(head_of(block)).digest()


def leaf_of(piece: SealPiece) -> bytes:
    """A piece as a leaf of its block: which rows it holds, and the root over them."""
    return leaf(
        _canonical(
            {
                "source": piece.source,
                "columns": piece.columns,
                "ids": sha256(",".join(map(str, piece.ids)).encode()).hexdigest(),
                "tree": tree_root(split(bytes(piece.hashes))).hex(),
            }
        )
    )


def moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _canonical(values: dict[str, Any]) -> bytes:
    return json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
