"""The programming interface: the routers of the packages under /api/v1, its errors, its description."""

from copy import deepcopy
from functools import cache
from typing import Any, Final

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, URLResolver, path
from django.views.decorators.http import require_safe
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from congdoan.core.api.problems import CONTENT_TYPE, Changed, problem
from congdoan.core.api.validation import field_problems
from congdoan.core.errors import DomainError
from congdoan.core.failures import HEADINGS, failure
from congdoan.core.seeing.failures import keep_request_failure
from congdoan.organisation.api.bearer import Bearer
from congdoan.plans.api import router as plans
from congdoan.reporting.api import router as reporting

ROOT: Final = "/api/v1/"
_NOT_IN: Final = "Thiếu mã truy cập, hoặc mã sai, đã thu hồi, đã hết hạn. Gửi Authorization: Bearer <mã>."
_WRONG: Final = "Có tham số hoặc trường chưa đúng; errors nói từng chỗ."

api = NinjaAPI(title="Công đoàn số", version="1", urls_namespace="api", openapi_url=None, docs_url=None)
api.add_router("", plans)
api.add_router("", reporting)


@api.exception_handler(DomainError)
def _refused(request: HttpRequest, error: DomainError) -> HttpResponse:
    if isinstance(error, Changed):
        more: dict[str, Any] = {"current": error.current, "last_step": error.last_step}
    else:
        more = {"errors": [{"field": error.field, "detail": error.message}]} if error.field else {}
    if error.status >= 500:
        keep_request_failure(request, error)
    title = HEADINGS.get(error.status, "Chưa thực hiện được")
    return problem(request, error.status, title, error.message, retry_after=error.retry_after, **more)


@api.exception_handler(ValidationError)
def _not_valid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return problem(request, 422, "Chưa thực hiện được", _WRONG, errors=field_problems(error.errors))


@api.exception_handler(AuthenticationError)
def _not_let_in(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return problem(request, 401, "Cần mã truy cập", _NOT_IN)


@api.exception_handler(HttpError)
def _unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    """The body could not be parsed."""
    message = "Nội dung gửi lên không phải JSON hợp lệ." if error.status_code == 400 else ""
    return failure(request, error.status_code, message)


@api.exception_handler(Http404)
def _not_there(request: HttpRequest, error: Http404) -> HttpResponse:
    return failure(request, 404)


@cache
def description() -> dict[str, Any]:
    """The OpenAPI description, with the media type in which errors really come."""
    told: dict[str, Any] = deepcopy(dict(api.get_openapi_schema(path_prefix=ROOT)))
    rights = _rights()
    for methods in told["paths"].values():
        for operation in methods.values():
            operation["x-right"] = rights[operation["operationId"]]
            for status, said in operation["responses"].items():
                if int(status) >= 400 and "content" in said:
                    said["content"] = {CONTENT_TYPE: said["content"]["application/json"]}
    return told


def _rights() -> dict[str, str]:
    """Operation → the right that its token must have."""
    found = {}
    for bound in api._get_bound_routers():
        for view in bound.path_operations.values():
            for operation in view.operations:
                name = operation.operation_id or api.get_openapi_operation_id(operation)
                found[name] = next(one.action for one in operation.auth_callbacks if isinstance(one, Bearer))
    return found


@login_not_required
@require_safe
def openapi(request: HttpRequest) -> JsonResponse:
    return JsonResponse(description(), json_dumps_params={"ensure_ascii": False})


def _patterns() -> list[URLPattern | URLResolver]:
    """Without the library's own pages; a token lets in, not the sign-in of pages."""
    found = [one for one in api.urls[0] if one.name != "api-root"]  # type: ignore[union-attr]
    for one in found:
        one.callback.login_required = False  # type: ignore[union-attr]
    return [path("openapi.json", openapi, name="openapi"), *found]


app_name = "api"
urlpatterns = _patterns()
