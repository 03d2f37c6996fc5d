from django.urls import path

from congdoan.steering.views import ahead, briefing, burnup, calendar, compare, heat, parts, state, still

app_name = "steering"
urlpatterns = [
    path("", state.state_page, name="state"),
    path("ban-do/", heat.heat_page, name="heat"),
    path("tien-do/", burnup.burnup_page, name="burnup"),
    path("dung-lai/", still.still_page, name="still"),
    path("du-bao/", ahead.ahead_page, name="ahead"),
    path("so-sanh/", compare.compare_page, name="compare"),
    path("lich/", calendar.calendar_page, name="calendar"),
    path("viec/", parts.parts_page, name="parts"),
    path("giao-ban/", briefing.briefing_page, name="briefing"),
]
