from django.urls import URLPattern, path

from congdoan.core.views import help as views

app_name = "help"
urlpatterns: list[URLPattern] = [
    path("", views.help_page, name="guide"),
    path("hinh/<str:name>", views.help_picture, name="picture"),
]
