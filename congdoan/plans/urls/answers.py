from django.urls import URLPattern, URLResolver, path

from congdoan.plans.views.answers import published, raising, waiting

app_name = "answers"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", published.listing, name="list"),
    path("goi-y/", published.suggestions, name="suggestions"),
    path("vuong-mac/", waiting.waiting, name="waiting"),
    path("vuong-mac/neu/", raising.raise_difficulty, name="raise"),
    path("vuong-mac/neu/van-ban/", raising.papers, name="papers"),
    path("vuong-mac/tra-loi/", waiting.together, name="together"),
    path("vuong-mac/<int:obstacle_id>/dang/", published.publish, name="publish"),
    path("<int:answer_id>/", published.one, name="one"),
    path("<int:answer_id>/thu-hoi/", published.withdraw, name="withdraw"),
]
