from django.urls import URLPattern, URLResolver, path

from congdoan.core.views import backups, jobs, seeing, system, verify

app_name = "core"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", system.index, name="system"),
    path("lich/", system.calendar, name="calendar"),
    path("lich/nap/", system.load_year, name="load-year"),
    path("lich/<int:entry_id>/bo/", system.clear_day, name="clear-day"),
    path("quy-dinh/", system.rules, name="rules"),
    path("quy-dinh/<int:rule_id>/", system.rule, name="rule"),
    path("tinh-trang/", seeing.state_page, name="state"),
    path("loi/", seeing.failure_list, name="failures"),
    path("loi/<int:failure_id>/", seeing.failure_page, name="failure"),
    path("kiem-tra/", verify.page, name="verify"),
    path("sao-luu/", backups.backups, name="backups"),
    path("sao-luu/ngay/", backups.back_up_now, name="back-up-now"),
    path("viec-chay/", system.jobs, name="jobs"),
    path("viec-chay/<int:run_id>/", jobs.job, name="job"),
    path("viec-chay/<int:run_id>/tep/", jobs.job_file, name="job-file"),
]
