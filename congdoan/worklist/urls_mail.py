"""Pages under Hệ thống: mails that did not arrive."""

from django.urls import URLPattern, URLResolver, path

from congdoan.worklist.views import mails

app_name = "mail"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", mails.listing, name="list"),
    path("gui-lai/", mails.again, name="again"),
]
