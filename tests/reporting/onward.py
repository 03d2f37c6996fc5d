"""What a unit below sends in the stories of reports that go onward."""

from decimal import Decimal

from congdoan.reporting.models import ReportRequest
from congdoan.reporting.services.send import sign_and_send
from congdoan.reporting.services.write import save_value
from tests.reporting.factories import DUE, ENDS, STARTS, item_id
from tests.world import Federation

DAYS = {"name": "Quý I/2023", "starts_on": STARTS, "ends_on": ENDS, "due": DUE}


def send(asked: ReportRequest, federation: Federation, who: str, figure: int, text: str, rows: list[list[str]]) -> None:
    report = asked.reports.get(unit=federation[who].posts.get().unit)
    said = {"C1": {"figure": Decimal(figure)}, "C2": {"text": text}, "C3": {"rows": rows}}
    for code, value in said.items():
        save_value(report_id=report.pk, item_id=item_id(report, code), by=federation[who], **value)  # type: ignore[arg-type]
    sign_and_send(report_id=report.pk, by=federation[who])
