from django.urls import URLPattern, URLResolver, path

from congdoan.plans.views import upload
from congdoan.plans.views.review import cells, doubts, header, new, page, shape, sources

_REVIEW = "<int:plan_id>/ra-soat/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("doc/", upload.upload, name="upload"),
    path("doc/<int:run_id>/", upload.progress, name="reading"),
    path("soan/", new.new_plan, name="new"),
    path("<int:plan_id>/soan-tu/", new.copy, name="copy"),
    path("<int:plan_id>/thuc-hien/", new.carry_out, name="carry-out"),
    path(_REVIEW, page.review, name="review"),
    path(f"{_REVIEW}trang/<int:number>/", page.page_image, name="review-page-image"),
    path(f"{_REVIEW}don-vi/", sources.units, name="review-units"),
    path(f"{_REVIEW}hoan-tac/", shape.undo, name="review-undo"),
    path(f"{_REVIEW}dau-van-ban/<str:field>/", header.save_field, name="review-header"),
    path(f"{_REVIEW}viec/<int:task_id>/o/<str:field>/", cells.cell, name="review-cell"),
    path(f"{_REVIEW}viec/<int:task_id>/gop/", shape.merge, name="review-merge"),
    path(f"{_REVIEW}viec/<int:task_id>/tach/", shape.split, name="review-split"),
    path(f"{_REVIEW}viec/<int:task_id>/xoa/", shape.remove, name="review-remove"),
    path(f"{_REVIEW}viec/them-tu-van-ban/", shape.add_from_text, name="review-add-from-text"),
    path(f"{_REVIEW}viec/cap-tren/<int:task_id>/", shape.take_given, name="review-take-given"),
    path(f"{_REVIEW}viec/them/", shape.add_task, name="review-add-task"),
    path(f"{_REVIEW}muc/<int:section_id>/them-viec/", shape.add_task, name="review-add-task-in"),
    path(f"{_REVIEW}muc/them/", shape.add_section, name="review-add-section"),
    path(f"{_REVIEW}muc/<int:section_id>/", shape.edit_section, name="review-section"),
    path(f"{_REVIEW}muc/<int:section_id>/chuyen/", shape.move_section, name="review-move-section"),
    path(f"{_REVIEW}muc/<int:section_id>/xoa/", shape.remove_section, name="review-remove-section"),
    path(f"{_REVIEW}cho-ngo/<int:doubt_id>/<int:choice>/", doubts.choose, name="review-doubt"),
    path(f"{_REVIEW}vien-dan/<int:citation_id>/", sources.link, name="review-link"),
    path(f"{_REVIEW}vien-dan/chi-ghi-ten/", sources.name_only, name="review-name-only"),
]
