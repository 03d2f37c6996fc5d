from allauth.account.views import LoginView
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.decorators import method_decorator

from congdoan.accounts.middleware import OVER
from congdoan.accounts.models import User


@method_decorator(login_not_required, name="dispatch")
class SignInView(LoginView):  # type: ignore[misc]
    """Sign-in; on an installation that has nobody yet, the way to the first administrator."""

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if request.method == "GET" and not User.objects.exists():
            return redirect("begin")
        if request.method == "GET" and request.session.pop(OVER, False):
            messages.info(request, "Phiên làm việc đã hết giờ. Đăng nhập lại để làm tiếp.")
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer


sign_in = SignInView.as_view()
