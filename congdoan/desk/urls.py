from django.urls import path

from congdoan.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.desk, name="desk"),
    path("tim-kiem/", views.search_page, name="search"),
    path("tim-kiem/goi-y/", views.suggest, name="suggest"),
]
