"""What of plans is sealed: the paper as it was issued, and every step and amendment since."""

from typing import Final

from congdoan.core.audit.sealing.sources import Source, sealed_sources

# The step is written in the transaction that gives the number, and its own number rises with time.
_ISSUED: Final = """
    (select step.id, plan.id as plan, coalesce(plan.issuer_id, plan.unit_id) as unit_id,
            plan.type, plan.number, plan.symbol, plan.issued_on, plan.subject,
            plan.signer_id, plan.signer_title, plan.document_id, paper.symbol as paper_symbol,
            paper.issued_on as paper_issued_on, paper.type as paper_type, paper.subject as paper_subject,
            file.blob_id as digest
       from plans_planstep step join plans_plan plan on plan.id = step.plan_id
       left join documents_document paper on paper.id = plan.document_id
       left join core_storedfile file on file.id = paper.file_id
      where step.after = 'issued')
"""
_NAME: Final = "' (văn bản số ' || source.plan || ', ' || source.symbol || ')'"
_COLUMNS: Final = (
    "plan",
    "unit_id",
    "type",
    "number",
    "symbol",
    "issued_on",
    "subject",
    "signer_id",
    "signer_title",
    "document_id",
    "paper_symbol",
    "paper_issued_on",
    "paper_type",
    "paper_subject",
    "digest",
)


def register() -> None:
    sealed_sources.register(
        "plans.issued",
        Source(
            _ISSUED,
            "id",
            "Văn bản đã ban hành",
            _COLUMNS,
            _NAME,
        ),
    )
    for table, label in (
        ("plans_planstep", "Bước của văn bản giao việc"),
        ("plans_assignmentstep", "Bước của phần việc"),
        ("plans_amendment", "Lần điều chỉnh văn bản giao việc"),
        ("plans_amendmentchange", "Thay đổi của lần điều chỉnh"),
        ("plans_handover", "Bàn giao phần việc giữa các đơn vị"),
    ):
        sealed_sources.register(table, Source(table, "id", label))
