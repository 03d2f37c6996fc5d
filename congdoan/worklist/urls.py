from django.urls import path

from congdoan.worklist.views import choices, devices, feeds, items, notices

app_name = "worklist"
urlpatterns = [
    path("", items.item_list, name="list"),
    path("<int:item_id>/", items.open_item, name="item"),
    path("lich/", feeds.feeds, name="feeds"),
    path("lich/<int:feed_id>/thu-hoi/", feeds.revoke, name="revoke-feed"),
    path("lich/<str:token>.ics", feeds.feed, name="feed"),
    path("thong-bao/", notices.notice_list, name="notices"),
    path("thong-bao/so/", notices.notice_count, name="notice-count"),
    path("thong-bao/da-doc/", notices.read_all, name="notices-read"),
    path("thong-bao/<int:notice_id>/", notices.open_notice, name="notice"),
    path("thong-bao/thiet-bi/", devices.devices, name="devices"),
    path("thong-bao/thiet-bi/<int:device_id>/dung/", devices.stop, name="stop-device"),
    path("thong-bao/may-bao.js", devices.worker, name="push-worker"),
    path("thong-bao/cach-nhan/", choices.choose, name="notice-choice"),
    path("thong-bao/thoi-nhan-thu/<str:token>/", choices.unsubscribe, name="unsubscribe"),
]
