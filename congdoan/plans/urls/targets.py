from django.urls import URLPattern, URLResolver, path

from congdoan.plans.views.targets import define, listed, own_level, periods, split, target, value

urlpatterns: list[URLPattern | URLResolver] = [
    path("<int:plan_id>/chi-tieu/", listed.plan_targets, name="measured"),
    path("<int:plan_id>/chi-tieu/them/", define.add, name="add-measured"),
    path("chi-tieu/<int:target_id>/", target.target_page, name="measured-target"),
    path("chi-tieu/<int:target_id>/sua/", define.change, name="change-measured"),
    path("chi-tieu/<int:target_id>/bo/", define.remove, name="remove-measured"),
    path("chi-tieu/<int:target_id>/ky/", periods.shares, name="target-periods"),
    path("chi-tieu/ky/<int:period_id>/khoa/", periods.close, name="close-target-period"),
    path("chi-tieu/ky/<int:period_id>/mo-lai/", periods.reopen, name="reopen-target-period"),
    path("chi-tieu/phan/<int:part_id>/chia/", split.split, name="split-target"),
    path("chi-tieu/phan/<int:part_id>/muc/<int:period_id>/", own_level.own_level, name="target-level"),
    path("chi-tieu/phan/<int:part_id>/muc/<int:period_id>/bo/", own_level.undo, name="undo-target-level"),
    path("chi-tieu/so-lieu/<int:value_id>/", value.value_page, name="target-value"),
    path("chi-tieu/so-lieu/<int:value_id>/tep/<int:file_id>/", value.evidence, name="target-evidence"),
]
