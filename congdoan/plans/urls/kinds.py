"""Pages under Hệ thống: the kinds of papers that carry tasks."""

from django.urls import URLPattern, URLResolver, path

from congdoan.plans.views.kinds import pages

app_name = "kinds"
urlpatterns: list[URLPattern | URLResolver] = [
    path("loai-van-ban/", pages.kind_list, name="list"),
    path("loai-van-ban/them/", pages.add_kind, name="add"),
    path("loai-van-ban/<str:code>/", pages.kind_page, name="kind"),
]
