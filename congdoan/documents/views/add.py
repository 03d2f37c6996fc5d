"""A paper is put into the store by hand."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from congdoan.core.ui.asking import answered, status_of
from congdoan.core.web import signed_in
from congdoan.documents.forms import PaperForm
from congdoan.documents.services.add import add_paper
from congdoan.organisation.rights import require_anywhere


def add(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    require_anywhere(user, "documents.add")
    form = PaperForm(request.POST or None, request.FILES or None, user=user)
    if request.method == "POST" and form.is_valid():
        paper = answered(form, lambda: add_paper(by=user, **form.cleaned_data))
        if paper:
            messages.success(request, f"Đã đưa {paper} vào kho.")
            return redirect("documents:document", paper.pk)
    return render(request, "documents/add.html", {"form": form}, status=status_of(form))
