from django.urls import URLPattern, URLResolver, path

from congdoan.plans.views.work import (
    assignment,
    commands,
    evidence,
    follow_up,
    handovers,
    large_sheet,
    obstacles,
    overview,
    passage,
    people,
    report,
    targets,
    task,
    unit_tasks,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("tong-quan/", overview.overview, name="overview"),
    path("don-vi/<int:unit_id>/", unit_tasks.unit_tasks, name="unit-tasks"),
    path("don-vi/<int:unit_id>/ban-giao/", handovers.handovers, name="handovers"),
    path("nhiem-vu/<int:assignment_id>/", assignment.assignment_page, name="assignment"),
    path("nhiem-vu/<int:assignment_id>/bao-cao/", report.report_page, name="report"),
    path("nhiem-vu/<int:assignment_id>/bao-cao/gui/", report.send_report, name="send-report"),
    path("nhiem-vu/<int:assignment_id>/lich-su/", assignment.assignment_history, name="assignment-history"),
    path("nhiem-vu/<int:assignment_id>/van-ban/", passage.passage, name="passage"),
    path("nhiem-vu/<int:assignment_id>/van-ban/anh/", passage.passage_image, name="passage-image"),
    path("nhiem-vu/<int:assignment_id>/phan-cong/", people.assign, name="assign"),
    path("nhiem-vu/<int:assignment_id>/phan-cong/<int:user_id>/bo/", people.remove, name="remove-person"),
    path("nhiem-vu/<int:assignment_id>/noi-dung-dem/", targets.count_targets, name="targets"),
    path("nhiem-vu/<int:assignment_id>/lay-ket-qua/", report.collect, name="collect"),
    path("bao-cao/<int:report_id>/rut-lai/", report.withdraw_report, name="withdraw-report"),
    path("bao-cao/<int:report_id>/tep/<int:file_id>/", evidence.evidence, name="evidence"),
    path("<int:plan_id>/theo-doi/", follow_up.follow_up_page, name="follow-up"),
    path("<int:plan_id>/theo-doi/tep-excel/", large_sheet.large_sheet, name="large-sheet"),
    path("<int:plan_id>/don-doc/", follow_up.urge_all, name="urge-all"),
    path("<int:plan_id>/nhiem-vu/<int:task_id>/", task.task_page, name="task"),
    path("<int:plan_id>/nhiem-vu/<int:task_id>/nhac-lap-ke-hoach/", task.remind_plans, name="remind-plans"),
    path("vuong-mac/<int:obstacle_id>/", obstacles.obstacle_page, name="obstacle"),
    path("vuong-mac/<int:obstacle_id>/tra-loi/", obstacles.answer, name="answer-obstacle"),
    path("vuong-mac/<int:obstacle_id>/trinh/", obstacles.escalate, name="escalate-obstacle"),
    path("vuong-mac/<int:obstacle_id>/rut/", obstacles.withdraw, name="withdraw-obstacle"),
    path(f"nhiem-vu/<int:assignment_id>/{commands.TAKE}/", commands.take, name=commands.TAKE),
    *(
        path(f"nhiem-vu/<int:assignment_id>/{name}/", commands.run_command, {"name": name}, name=name)
        for name in commands.COMMANDS
    ),
]
