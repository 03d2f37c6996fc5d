"""The paper on which a draft stands, told by what its own paper cites."""

from congdoan.accounts.models import User
from congdoan.plans.models import Plan
from congdoan.plans.models.plan import PUBLIC
from congdoan.plans.queries.plans import visible_plans
from congdoan.plans.services.review.citations import citations_of


def basis_cited(plan: Plan, by: User) -> Plan | None:
    """The first paper that it cites and that carries tasks itself, of those that the person sees."""
    cited = list(citations_of(plan).exclude(cited=None).order_by("start").values_list("cited", flat=True))
    found = visible_plans(by).filter(document__in=cited, state__in=PUBLIC).order_by("pk") if cited else []
    return min(found, key=lambda one: cited.index(one.document_id or 0), default=None)
