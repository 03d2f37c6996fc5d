from django.urls import URLPattern, URLResolver, path

from congdoan.accounts.views import me

app_name = "accounts"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", me.me, name="me"),
    path("phien/<int:session_id>/ket-thuc/", me.end, name="end-session"),
]
