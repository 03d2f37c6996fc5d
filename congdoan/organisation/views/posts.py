"""Giving, ending and delegating posts."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from congdoan.accounts.again import password_again
from congdoan.core import clock
from congdoan.core.audit.latest import state_of
from congdoan.core.errors import NotFound
from congdoan.core.ui.asking import answered, offer, status_of
from congdoan.core.web import signed_in, whole_number
from congdoan.organisation.current import choose_post
from congdoan.organisation.forms import DelegateForm, EndPostForm, PostForm
from congdoan.organisation.queries.people import people_to_pick, post_in_sight
from congdoan.organisation.queries.unit_page import unit_on
from congdoan.organisation.rights import may, require
from congdoan.organisation.services.posts import ENDS, delegate, end_post, give_post, require_to_manage


@require_POST
def switch(request: HttpRequest) -> HttpResponse:
    """Work in another of one's posts."""
    choose_post(request, whole_number(request.POST.get("post")) or 0)
    following = request.POST.get("next", "/")
    return HttpResponseRedirect(following if url_has_allowed_host_and_scheme(following, {request.get_host()}) else "/")


@password_again
def give(request: HttpRequest, unit_id: int) -> HttpResponse:
    user = signed_in(request)
    unit, _ = unit_on(user, unit_id, clock.today())
    require(user, "people.manage", unit)
    form = PostForm(request.POST or None)
    offer(form, "user", people_to_pick(user))
    if request.method == "POST" and form.is_valid():
        post = answered(form, lambda: give_post(by=user, unit=unit, **form.cleaned_data))
        if post:
            messages.success(request, f"Đã giao chức vụ {post.title} cho {post.user}.")
            return redirect("organisation:unit-people", unit_id)
    return _form(request, form, f"Giao chức vụ tại {unit}", "Giao chức vụ", unit=unit)


@password_again
def end(request: HttpRequest, post_id: int) -> HttpResponse:
    user = signed_in(request)
    post = post_in_sight(user, post_id)
    require_to_manage(user, post.role, post.unit)
    form = EndPostForm(request.POST or None, initial={"seen": state_of(post, ENDS)})
    if request.method == "POST" and form.is_valid():
        ended = answered(form, lambda: end_post(by=user, post_id=post_id, **form.cleaned_data))
        if ended:
            messages.success(request, f"{post.user} thôi giữ chức vụ {post.title}.")
            return redirect("organisation:unit-people", post.unit_id)
        form.has_seen(state_of(post_in_sight(user, post_id), ENDS))
    return _form(request, form, f"Thôi giữ chức vụ: {post.user}, {post.title}", "Thôi giữ chức vụ", unit=post.unit)


@password_again
def hand_over(request: HttpRequest, post_id: int) -> HttpResponse:
    user = signed_in(request)
    post = post_in_sight(user, post_id)
    if post.user_id != user.pk and not may(user, "people.manage", post.unit):
        raise NotFound("Không tìm thấy chức vụ.")
    form = DelegateForm(request.POST or None)
    offer(form, "to", people_to_pick(user))
    if request.method == "POST" and form.is_valid():
        given = answered(form, lambda: delegate(by=user, post_id=post_id, **form.cleaned_data))
        if given:
            messages.success(request, f"Đã ủy quyền cho {given.user} đến hết {given.ends_on:%d/%m/%Y}.")
            return redirect("organisation:person", post.user_id)
    return _form(request, form, f"Ủy quyền: {post.title}, {post.unit}", "Ủy quyền", unit=post.unit)


def history(request: HttpRequest, post_id: int) -> HttpResponse:
    """Every change of a post; for who manages people there or reads the audit."""
    user = signed_in(request)
    post = post_in_sight(user, post_id)
    if not may(user, "audit.view", post.unit):
        require(user, "people.manage", post.unit)
    return render(request, "organisation/post_history.html", {"post": post})


def _form(request: HttpRequest, form: forms.Form, title: str, verb: str, **more: Any) -> HttpResponse:
    context = {"form": form, "title": title, "verb": verb, **more}
    return render(request, "organisation/form.html", context, status=status_of(form))
