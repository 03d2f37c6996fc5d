from django.urls import include, path

from congdoan.config.api_page import api_page
from congdoan.organisation.views.begin import begin

urlpatterns = [
    path("", include("congdoan.desk.urls")),
    path("tai-khoan/", include("congdoan.accounts.signin.urls")),
    path("tai-khoan/", include("congdoan.accounts.urls")),
    path("", include("congdoan.privacy.urls")),
    path("tai-khoan/bat-dau/", begin, name="begin"),
    path("viec/", include("congdoan.worklist.urls")),
    path("", include("congdoan.organisation.urls_tokens")),
    path("", include("congdoan.organisation.urls")),
    path("phan-cong/", include("congdoan.duties.urls")),
    path("bao-cao/", include("congdoan.reporting.urls")),
    path("van-ban/", include("congdoan.documents.urls")),
    path("ke-hoach/", include("congdoan.plans.urls")),
    path("kiem-tra/", include("congdoan.oversight.urls")),
    path("dieu-hanh/", include("congdoan.steering.urls")),
    path("hoi-dap/", include("congdoan.plans.urls.answers")),
    path("he-thong/", include("congdoan.plans.urls.learning")),
    path("he-thong/", include("congdoan.plans.urls.kinds")),
    path("he-thong/thu/", include("congdoan.worklist.urls_mail")),
    path("he-thong/webhook/", include("congdoan.worklist.urls_webhooks")),
    path("he-thong/", include("congdoan.core.urls")),
    path("api/v1/", include("congdoan.config.api")),
    path("huong-dan/api/", api_page, name="api-page"),
    path("", include("congdoan.core.urls_seeing")),
    path("huong-dan/", include("congdoan.core.urls_help")),
]

handler400 = "congdoan.core.views.failures.bad_request"
handler403 = "congdoan.core.views.failures.forbidden"
handler404 = "congdoan.core.views.failures.not_found"
handler429 = "congdoan.core.views.failures.too_many"
handler500 = "congdoan.core.views.failures.server_error"
