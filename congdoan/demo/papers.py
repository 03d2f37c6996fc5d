"""What the demo's plans cite and are read from: papers in the store, and papers that the reader reads."""

from congdoan.accounts.models import User
from congdoan.demo.sheets import DATA, table
from congdoan.documents.models import Document
from congdoan.documents.services.add import add_paper
from congdoan.documents.services.receive import receive_paper
from congdoan.organisation.models import Unit
from congdoan.plans.models import Plan
from congdoan.plans.services.drafting.receive import read_into_draft


def add_cited_papers(unit: Unit, *, by: User) -> list[Document]:
    """Papers from above that the office has in its store before it makes its own plan."""
    validity = Document.Validity.IN_FORCE
    return [add_paper(by=by, unit=unit, validity=validity, **paper) for paper in table("plan")["papers"]]


def read_paper(name: str, unit: Unit, *, by: User) -> Plan:
    """Take in one of the papers beside this module and read it at once, without the worker; gives the draft."""
    with (DATA / name).open("rb") as content:
        reading = receive_paper(files=[(name, content)], unit=unit, by=by)
    return read_into_draft(reading_id=reading.pk, by=by, on_stage=_unwatched)


def _unwatched(stage: str, done: int, total: int) -> None:
    """Nobody watches the stages."""
