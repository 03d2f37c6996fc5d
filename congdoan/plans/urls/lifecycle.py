from django.urls import URLPattern, URLResolver, path

from congdoan.plans.views.direct import give
from congdoan.plans.views.lifecycle import amend, issue, page, plan_list, printing, steps
from congdoan.plans.views.merging import merge
from congdoan.plans.views.reviews import record
from congdoan.plans.views.tree import basis, pages

urlpatterns: list[URLPattern | URLResolver] = [
    path("", plan_list.plan_list, name="list"),
    path("<int:plan_id>/", page.plan_page, name="plan"),
    path("<int:plan_id>/lich-su/", page.plan_history, name="history"),
    path("<int:plan_id>/trinh-duyet/", steps.submit, name="submit"),
    path("<int:plan_id>/rut-lai/", steps.recall, name="recall"),
    path("<int:plan_id>/duyet/", steps.approve, name="approve"),
    path("<int:plan_id>/tra-lai/", steps.send_back, name="return"),
    path("<int:plan_id>/ban-hanh/", issue.issue, name="issue"),
    path("<int:plan_id>/dieu-chinh/", amend.amend, name="amend"),
    path("<int:plan_id>/ket-thuc/", steps.close, name="close"),
    path("<int:plan_id>/rut-ke-hoach/", steps.withdraw, name="withdraw"),
    path("<int:plan_id>/can-cu/", basis.basis, name="basis"),
    path("<int:plan_id>/cay/", pages.plan_tree, name="tree"),
    path("<int:plan_id>/gop-voi/", merge.begin, name="merge"),
    path("<int:plan_id>/gop/", merge.merged, name="merged"),
    path("so-ket/<int:review_id>/", record.review, name="look-back"),
    path("giao-viec/", give.give, name="give"),
    path("da-ban-hanh/", basis.issued, name="issued"),
    path("don-vi/<int:unit_id>/cay/", pages.unit_tree, name="unit-tree"),
    path("<int:plan_id>/thay-the/", steps.replace, name="replace"),
    path("<int:plan_id>/ban-in.pdf", printing.plan_pdf, name="pdf"),
    path("<int:plan_id>/ban-in.docx", printing.plan_docx, name="docx"),
    path("<int:plan_id>/bang-nhiem-vu.xlsx", printing.task_sheet, name="task-sheet"),
]
