"""Merkle trees as in RFC 6962: a leaf is SHA-256(0x00 ‖ bytes), a node SHA-256(0x01 ‖ left ‖ right)."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Final

SIZE: Final = 32
EMPTY: Final = sha256(b"").digest()


def leaf(content: bytes) -> bytes:
    """The hash of one leaf. `sources.leaves` does the same inside the database."""
    return sha256(b"\x00" + content).digest()


def tree_root(leaves: Sequence[bytes]) -> bytes:
    """The root over the hashes of leaves, in their order.

    An odd node rises unchanged, which is the same tree as RFC 6962 defines by splitting at powers of two.
    """
    level = list(leaves) or [EMPTY]
    while len(level) > 1:
        paired = [sha256(b"\x01" + level[i] + level[i + 1]).digest() for i in range(0, len(level) - 1, 2)]
        level = paired + level[len(paired) * 2 :]
    return level[0]


def split(hashes: bytes) -> list[bytes]:
    """Hashes that were kept one after the other."""
    return [hashes[i : i + SIZE] for i in range(0, len(hashes), SIZE)]
