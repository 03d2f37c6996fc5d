from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "congdoan.documents"
    label = "documents"
    verbose_name = "Văn bản"

    def ready(self) -> None:
        from congdoan.core.navigation import NavigationEntry, entries
        from congdoan.core.search import Finder, finders
        from congdoan.core.web import signed_in
        from congdoan.documents import holding, invariants, report_papers, reporting_sources
        from congdoan.documents.search import find_papers
        from congdoan.organisation.rights import may_anywhere

        entries.register(
            "documents",
            NavigationEntry(
                label="Văn bản",
                icon="file-text",
                url_name="documents:list",
                order=30,
                on_phone=True,
                allowed=lambda request: may_anywhere(signed_in(request), "documents.view"),
            ),
        )
        finders.register("documents", Finder("Văn bản", find_papers, order=40))
        invariants.register()
        reporting_sources.register()
        report_papers.register()
        holding.register()
