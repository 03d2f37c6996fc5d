"""What always holds of papers and what was read from them."""

from typing import Final

from congdoan.core.verify.checks import by_query, checks

_REPLACED: Final = """
    select 'Văn bản số ' || id || ' (' || symbol || ' ' || left(subject, 80) || ')' from documents_document
     where (replaced_by_id is not null and validity <> 'replaced') or replaced_by_id = id
"""
_PAGES: Final = """
    select 'Bản đọc số ' || reading.id || ', trang ' || page.number
      from documents_reading reading join documents_readingpage page on page.reading_id = reading.id
     where page.start < 0 or page."end" < page.start or page."end" > length(reading.text)
"""


def register() -> None:
    checks.register("documents.replaced", by_query("Văn bản bị thay thế mang hiệu lực “đã bị thay thế”", _REPLACED))
    checks.register("documents.pages", by_query("Trang của bản đọc nằm trong văn bản đã đọc", _PAGES))
