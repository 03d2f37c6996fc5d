"""Pages under Hệ thống: what is corrected in readings, and the rules that were learned from it."""

from django.urls import URLPattern, URLResolver, path

from congdoan.plans.views.learning import checked, rules

app_name = "learning"
urlpatterns: list[URLPattern | URLResolver] = [
    path("ban-doc/", checked.overview, name="overview"),
    path("ban-doc/cho-sua/", checked.correction_list, name="corrections"),
    path("ban-doc/<int:plan_id>/", checked.paper, name="paper"),
    path("ban-doc/<int:plan_id>/ban-mau.zip", checked.case, name="case"),
    path("quy-tac-doc/", rules.rules, name="rules"),
    path("quy-tac-doc/<str:group>/<int:rule_id>/bo/", rules.revoke, name="revoke"),
    path("quy-tac-doc/<str:group>/<int:rule_id>/khoi-phuc/", rules.restore, name="restore"),
]
