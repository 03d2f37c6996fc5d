from congdoan.plans.urls import lifecycle, review, work

app_name = "plans"
urlpatterns = [*lifecycle.urlpatterns, *review.urlpatterns, *work.urlpatterns]
