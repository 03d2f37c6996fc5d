from django.urls import URLPattern, URLResolver, path

from congdoan.privacy.views import looks, mine, requests

app_name = "privacy"
urlpatterns: list[URLPattern | URLResolver] = [
    path("tai-khoan/du-lieu/", mine.mine, name="mine"),
    path("tai-khoan/du-lieu/tai-ve/", mine.download, name="download"),
    path("tai-khoan/du-lieu/sua/", mine.ask_to_correct, name="ask-correction"),
    path("tai-khoan/du-lieu/xoa/", mine.ask_to_erase, name="ask-erasure"),
    path("du-lieu-ca-nhan/", requests.listing, name="requests"),
    path("du-lieu-ca-nhan/nhat-ky/", looks.listing, name="looks"),
    path("du-lieu-ca-nhan/yeu-cau/<int:request_id>/", requests.request_page, name="request"),
    path("du-lieu-ca-nhan/yeu-cau/<int:request_id>/chap-nhan/", requests.accept_request, name="accept"),
    path("du-lieu-ca-nhan/yeu-cau/<int:request_id>/da-lam/", requests.complete_request, name="complete"),
    path("du-lieu-ca-nhan/yeu-cau/<int:request_id>/tu-choi/", requests.refuse_request, name="refuse"),
    path("du-lieu-ca-nhan/yeu-cau/<int:request_id>/rut/", requests.withdraw_request, name="withdraw"),
    path("du-lieu-ca-nhan/yeu-cau/<int:request_id>/phieu.pdf", requests.paper, name="paper"),
    path("du-lieu-ca-nhan/yeu-cau/<int:request_id>/giay-to/", requests.evidence, name="evidence"),
]
