"""Gives a stored file to a browser. Only types that cannot carry script are shown inline."""

from django.http import FileResponse

from congdoan.core.files.store import open_stored
from congdoan.core.files.types import SHOWN_INLINE
from congdoan.core.models.files import StoredFile


def file_response(file: StoredFile, *, inline: bool = False) -> FileResponse:
    """A download; inline only for PDF and pictures. The caller has checked the right."""
    shown = inline and file.blob.content_type in SHOWN_INLINE
    response = FileResponse(
        open_stored(file), as_attachment=not shown, filename=file.name, content_type=file.blob.content_type
    )
    response.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
