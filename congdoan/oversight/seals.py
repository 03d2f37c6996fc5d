"""What of inspections is sealed: the conclusion as it was signed, with the paper in the store."""

from typing import Final

from congdoan.core.audit.sealing.sources import Source, sealed_sources
from congdoan.oversight.models import SIGNED

# The step is written in the transaction that gives the number, and its own number rises with time.
_SIGNED: Final = f"""
    (select step.id, inspection.id as inspection, inspection.number, inspection.symbol, inspection.concluded_on,
            inspection.signer_id, inspection.signer_title, inspection.conclusion, inspection.document_id,
            paper.symbol as paper_symbol, paper.issued_on as paper_issued_on, paper.subject as paper_subject,
            file.blob_id as digest
       from oversight_inspectionstep step join oversight_inspection inspection on inspection.id = step.inspection_id
       left join documents_document paper on paper.id = inspection.document_id
       left join core_storedfile file on file.id = paper.file_id
      where step.what = '{SIGNED}')
"""  # noqa: S608
_NAME: Final = "' (cuộc kiểm tra số ' || source.inspection || ', ' || source.symbol || ')'"
_COLUMNS: Final = (
    "inspection",
    "number",
    "symbol",
    "concluded_on",
    "signer_id",
    "signer_title",
    "conclusion",
    "document_id",
    "paper_symbol",
    "paper_issued_on",
    "paper_subject",
    "digest",
)


def register() -> None:
    sealed_sources.register("oversight.signed", Source(_SIGNED, "id", "Kết luận kiểm tra đã ký", _COLUMNS, _NAME))
