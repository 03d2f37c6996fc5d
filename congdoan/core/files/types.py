"""The true type of a file, by its content; the name only tells apart what the content cannot."""

from pathlib import PurePath
from typing import IO

import puremagic

_BY_NAME = {".txt": "text/plain", ".csv": "text/csv"}
_UNKNOWN = "application/octet-stream"
SHOWN_INLINE = {"application/pdf", "image/png", "image/jpeg", "image/webp"}


def true_type(content: IO[bytes], name: str) -> str:
    """A MIME type such as "application/pdf"; "application/octet-stream" when the content matches nothing known."""
    content.seek(0)
    head = content.read(8192)
    content.seek(0)
    suffix = PurePath(name).suffix.lower()
    if suffix in _BY_NAME and b"\0" not in head:
        return _BY_NAME[suffix]
    try:
        return puremagic.from_string(content.read(), mime=True, filename=name) or _UNKNOWN
    except (puremagic.PureError, ValueError):
        return _UNKNOWN
    finally:
        content.seek(0)
