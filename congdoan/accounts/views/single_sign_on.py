"""Single sign-on: allauth's own steps; a provider that cannot be reached is said on the sign-in page."""

from collections.abc import Callable
from functools import wraps

from allauth.socialaccount.providers.openid_connect import views as openid_connect
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from requests import RequestException

Step = Callable[..., HttpResponseBase]


def while_reachable(step: Step) -> Step:
    @wraps(step)
    def taken(request: HttpRequest, provider_id: str) -> HttpResponseBase:
        try:
            return step(request, provider_id)
        except RequestException:
            messages.error(request, "Hệ thống đăng nhập một lần chưa trả lời. Thử lại sau, hoặc dùng mật khẩu.")
            return redirect("account_login")

    return login_not_required(taken)


enter = while_reachable(openid_connect.login)
come_back = while_reachable(openid_connect.callback)
