from django.urls import URLPattern, URLResolver, path

from congdoan.organisation.views import importing, people, posts, reorganise, rights, suggestions, units

app_name = "organisation"
urlpatterns: list[URLPattern | URLResolver] = [
    path("don-vi/", units.index, name="units"),
    path("don-vi/goi-y/", suggestions.units, name="unit-suggestions"),
    path("don-vi/goi-y-nguoi/", suggestions.people, name="people-suggestions"),
    path("don-vi/chuc-vu/doi/", posts.switch, name="switch-post"),
    path("don-vi/chuc-vu/<int:post_id>/thoi-giu/", posts.end, name="end-post"),
    path("don-vi/chuc-vu/<int:post_id>/uy-quyen/", posts.hand_over, name="delegate"),
    path("don-vi/chuc-vu/<int:post_id>/lich-su/", posts.history, name="post-history"),
    path("nguoi-dung/", people.listing, name="people"),
    path("nguoi-dung/moi/", people.invite, name="invite"),
    path("nguoi-dung/<int:user_id>/", people.person, name="person"),
    path("nguoi-dung/<int:user_id>/khoa/", people.lock, name="lock-account"),
    path("nguoi-dung/<int:user_id>/mo-lai/", people.reopen, name="reopen-account"),
    path("nguoi-dung/<int:user_id>/moi-lai/", people.invite_again, name="invite-again"),
    path("don-vi/nhap/", importing.upload, name="import"),
    path("don-vi/nhap/mau/", importing.template, name="import-template"),
    path("don-vi/nhap/<int:file_id>/", importing.preview, name="import-preview"),
    path("he-thong/vai-tro/", rights.roles, name="roles"),
    path("he-thong/vi-sao/", rights.why_may, name="why"),
    path("don-vi/<int:unit_id>/", units.unit, name="unit"),
    path("don-vi/<int:unit_id>/cay/", units.level, name="tree-level"),
    path("don-vi/<int:unit_id>/can-bo/", units.people, name="unit-people"),
    path("don-vi/<int:unit_id>/truc-thuoc/", units.below, name="unit-below"),
    path("don-vi/<int:unit_id>/lich-su/", units.history, name="unit-history"),
    path("don-vi/<int:unit_id>/lien-he/", reorganise.contacts, name="contacts"),
    path("don-vi/<int:unit_id>/giao-chuc-vu/", posts.give, name="give-post"),
    path("don-vi/<int:unit_id>/sap-xep/<slug:command>/", reorganise.reorganise, name="reorganise"),
]
