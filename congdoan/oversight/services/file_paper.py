"""The signed conclusion as a paper in the store: numbered, printed as PDF/A, read by who may read the conclusion."""

from io import BytesIO
from typing import Final

from congdoan.accounts.models import User
from congdoan.core.exports.names import file_name
from congdoan.core.files.store import store_made
from congdoan.core.printing.pdf import to_pdf
from congdoan.documents.models import Document, DocumentType
from congdoan.oversight.exports.paper import conclusion_paper, subject_of
from congdoan.oversight.models import Inspection

READERS: Final = "oversight"
"""Who reads such a paper; see `documents.readers`."""


def file_paper(inspection: Inspection, by: User) -> Document:
    """As it stands now: with its number, signer and remedies."""
    assert inspection.concluded_on is not None
    unit = inspection.programme.unit
    name = file_name(f"Kết luận kiểm tra {inspection.unit}"[:80], inspection.concluded_on, "pdf")
    printed = BytesIO(to_pdf(conclusion_paper(inspection)))
    return Document.objects.create(
        unit=unit,
        type=DocumentType.CONCLUSION,
        symbol=inspection.symbol,
        issued_on=inspection.concluded_on,
        issuer=f"{unit.name}, {unit.organ.name}" if unit.is_inside else unit.name,
        subject=subject_of(inspection),
        readers=READERS,
        file=store_made(printed, name=name, content_type="application/pdf", by_id=by.pk),
        added_by=by,
    )
