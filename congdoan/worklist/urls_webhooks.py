"""Pages under Hệ thống: other systems that are told of what happens."""

from django.urls import URLPattern, URLResolver, path

from congdoan.worklist.views import webhooks

app_name = "webhooks"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", webhooks.listing, name="list"),
    path("moi/", webhooks.new, name="new"),
    path("<int:webhook_id>/", webhooks.one, name="one"),
    path("<int:webhook_id>/sua/", webhooks.change, name="change"),
    path("<int:webhook_id>/khoa-moi/", webhooks.new_key, name="new-key"),
    path("<int:webhook_id>/dung/", webhooks.stop, name="stop"),
    path("<int:webhook_id>/gui-tiep/", webhooks.start, name="start"),
    path("<int:webhook_id>/bo/", webhooks.remove, name="remove"),
    path("<int:webhook_id>/lan-gui/<int:delivery_id>/", webhooks.again, name="again"),
]
