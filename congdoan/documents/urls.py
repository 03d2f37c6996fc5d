from django.urls import URLPattern, URLResolver, path

from congdoan.documents.views import add, paper_list, papers, suggestions

app_name = "documents"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", paper_list.paper_list, name="list"),
    path("them/", add.add, name="add"),
    path("goi-y/", suggestions.suggestions, name="suggestions"),
    path("<int:document_id>/", papers.document, name="document"),
    path("<int:document_id>/tep/", papers.download, name="download"),
]
