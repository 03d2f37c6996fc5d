from django.urls import URLPattern, URLResolver, path

from congdoan.duties.views import duty, matrix, sheet

app_name = "duties"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", matrix.index, name="index"),
    path("<int:unit_id>/", matrix.matrix, name="matrix"),
    path("<int:unit_id>/chong-cheo/", matrix.flaws, name="flaws"),
    path("<int:unit_id>/khoi-luong/", matrix.loads, name="loads"),
    path("<int:unit_id>/them/", duty.add, name="add"),
    path("<int:unit_id>/nhap/", sheet.upload, name="upload"),
    path("<int:unit_id>/nhap/<int:file_id>/", sheet.preview, name="sheet"),
    path("nhiem-vu/<int:duty_id>/", duty.duty, name="duty"),
    path("nhiem-vu/<int:duty_id>/phan-cong/", duty.parts, name="parts"),
    path("nhiem-vu/<int:duty_id>/sua/", duty.change, name="change"),
    path("nhiem-vu/<int:duty_id>/ket-thuc/", duty.end, name="end"),
]
