from congdoan.plans.urls import lifecycle, review, targets, work

app_name = "plans"
urlpatterns = [*lifecycle.urlpatterns, *review.urlpatterns, *work.urlpatterns, *targets.urlpatterns]
