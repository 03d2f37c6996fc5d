"""Tokens of the programming interface."""

from django.urls import URLPattern, URLResolver, path

from congdoan.organisation.views import tokens

app_name = "tokens"
urlpatterns: list[URLPattern | URLResolver] = [
    path("tai-khoan/ma-truy-cap/", tokens.own, name="own"),
    path("tai-khoan/ma-truy-cap/<int:token_id>/thu-hoi/", tokens.revoke, name="revoke"),
    path("he-thong/ma-truy-cap/", tokens.listing, name="all"),
]
