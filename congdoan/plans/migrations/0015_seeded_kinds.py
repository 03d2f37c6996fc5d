"""The kinds of papers that carry tasks, and which kind each plan that is there has.

Names and symbols are those of Decree 30/2020/NĐ-CP; terms and reviews are practice, to be set by each office.
"""

from datetime import date
from typing import Any

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations
from django.db.models import F, Value

TYPES = "Nghị định 30/2020/NĐ-CP, Phụ lục III; thời hạn, sơ kết, tổng kết theo thông lệ, đơn vị sửa theo quy chế của mình"
PRACTICE = "Thông lệ điều hành; đơn vị sửa theo quy chế làm việc của mình"
ABOVE_GRASSROOTS = ["confederation", "province", "sector_central", "district", "sector_local", "commune"]
_LONG = {"term_years": 5, "reviews_midway": True, "reviews_at_end": True}
KINDS: tuple[tuple[str, str, str, str, dict[str, Any]], ...] = (
    # code, name, short name, symbol, more
    ("NQ", "Nghị quyết", "Nghị quyết", "NQ", {"committee": "Ban Chấp hành", **_LONG}),
    ("CT", "Chỉ thị", "Chỉ thị", "CT", {"issuers": ABOVE_GRASSROOTS}),
    ("CTr", "Chương trình", "Chương trình", "CTr", _LONG),
    ("ĐA", "Đề án", "Đề án", "ĐA", _LONG),
    ("KH", "Kế hoạch", "Kế hoạch", "KH", {}),
    ("KL", "Kết luận", "Kết luận", "KL", {"is_direct": True}),
    ("TBKL", "Thông báo kết luận", "Kết luận", "TB", {"type": "TB", "is_direct": True}),
    ("YK", "Ý kiến chỉ đạo", "Chỉ đạo", "", {"type": "khác", "is_direct": True}),
    ("QĐ", "Quyết định", "Quyết định", "QĐ", {}),
    ("HD", "Hướng dẫn", "Hướng dẫn", "HD", {}),
    ("TB", "Thông báo", "Thông báo", "TB", {}),
    ("PA", "Phương án", "Phương án", "PA", {}),
    ("QC", "Quy chế", "Quy chế", "QC", {}),
    ("QyĐ", "Quy định", "Quy định", "QyĐ", {}),
    ("BC", "Báo cáo", "Báo cáo", "BC", {}),
    ("TTr", "Tờ trình", "Tờ trình", "TTr", {}),
    ("CV", "Công văn", "Công văn", "CV", {}),
    ("khác", "Văn bản khác", "Khác", "khác", {}),
)


def add_kinds(apps: Any, schema_editor: Any) -> None:
    PlanKind, Plan, Rule = (apps.get_model(*name) for name in (("plans", "PlanKind"), ("plans", "Plan"), ("core", "Rule")))
    PlanKind.objects.bulk_create(
        PlanKind(
            **{"type": code, **more},
            code=code,
            valid_from=date(2018, 1, 1),
            name=name,
            short_name=short,
            symbol=symbol,
            order=order * 10,
            source=PRACTICE if code == "YK" else TYPES,
        )
        for order, (code, name, short, symbol, more) in enumerate(KINDS, start=1)
    )
    Plan.objects.exclude(type="KH").update(series=F("type"))
    names = {code: name for code, name, *_ in KINDS}
    for code in Plan.objects.exclude(type="KH").values_list("type", flat=True).distinct():
        kind = code if code in names else "khác"
        Plan.objects.filter(type=code).update(kind=Value(kind), kind_name=Value(names[kind]))
    Rule.objects.create(
        code="plans.review.days", valid_from=date(2018, 1, 1), value=30, source=PRACTICE, certainty="U"
    )


def remove_kinds(apps: Any, schema_editor: Any) -> None:
    apps.get_model("plans", "PlanKind").objects.all().delete()
    apps.get_model("core", "Rule").objects.filter(code="plans.review.days").delete()


class Migration(migrations.Migration):

    dependencies = [("plans", "0014_kinds_of_papers"), ("core", "0001_initial")]

    operations = [
        migrations.RunPython(add_kinds, remove_kinds),
        pgtrigger.migrations.AddTrigger(
            model_name='plan',
            trigger=pgtrigger.compiler.Trigger(name='issued_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition="WHEN (old.state in ('running', 'closed', 'replaced', 'repealed') and (old.unit_id, old.type, old.kind, old.kind_name, old.series, old.number, old.symbol, old.issued_on, old.subject, old.signer_id) is distinct from (new.unit_id, new.type, new.kind, new.kind_name, new.series, new.number, new.symbol, new.issued_on, new.subject, new.signer_id))", func="raise exception 'văn bản % đã ban hành: số, ký hiệu, ngày, trích yếu không sửa được', old.id;", hash='c12dd179b0089059390a80758f2808a08501c3da', operation='UPDATE', pgid='pgtrigger_issued_stays_20f32', table='plans_plan', when='BEFORE')),
        ),
    ]
