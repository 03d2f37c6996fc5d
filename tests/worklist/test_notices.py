"""Telling people, once, as they like it."""

from congdoan.worklist.models import Notice, NoticeChoice, OutgoingMail
from congdoan.worklist.queries.notices import unread_count
from congdoan.worklist.services.choices import save_choice
from congdoan.worklist.services.notices import mark_all_read, mark_read, tell, tell_holders

WHAT = {"kind": "plans.issued", "text": "Kế hoạch 34/KH-LĐLĐ đã ban hành", "url": "/ke-hoach/1/", "key": "issued:1"}


def choose(user, **more):
    save_choice(user=user, **{"digest": "daily", "mail_now": False, "days_before": 3, "muted_kinds": [], **more})


def told(user):
    return list(Notice.objects.filter(user=user).values_list("text", flat=True))


def test_the_same_thing_is_told_once(federation):
    people = [federation["batri"], federation["coso"]]
    assert tell(people, **WHAT) == 2
    assert tell(people, **WHAT) == 0
    assert told(federation["coso"]) == [WHAT["text"]]


def test_who_muted_a_kind_is_left_out(federation):
    choose(federation["coso"], muted_kinds=["plans.issued"])
    assert tell([federation["batri"], federation["coso"]], **WHAT) == 1
    assert told(federation["coso"]) == []


def test_accounts_out_of_use_are_told_nothing(federation):
    type(federation["coso"]).objects.filter(username="coso").update(is_active=False)
    assert tell([federation["coso"]], **WHAT) == 0


def test_who_wants_mail_at_once_gets_it_with_the_address_of_the_page(federation):
    choose(federation["batri"], mail_now=True)
    tell([federation["batri"], federation["coso"]], **WHAT)
    mail = OutgoingMail.objects.get()
    assert (mail.to, mail.subject) == ("batri@example.vn", WHAT["text"])
    assert "http://127.0.0.1:8000/ke-hoach/1/" in mail.text and "/ke-hoach/1/" in mail.html


def test_everyone_who_may_deal_with_it_at_a_unit_is_told_in_one_statement(federation, django_assert_max_num_queries):
    units = [federation.ba_tri.pk, federation.an_thuy.pk, federation.organisation.pk]
    with django_assert_max_num_queries(5):
        tell_holders(units, "tasks.assign", **WHAT)
    names = set(Notice.objects.values_list("user__username", flat=True))
    assert names == {"batri", "coso", "truongban"}


def test_a_persons_notices_are_read_one_by_one_or_all_at_once(federation):
    user = federation["batri"]
    for n in range(3):
        tell([user], **{**WHAT, "key": str(n)})
    first = Notice.objects.filter(user=user).first()
    assert mark_read(user, first.pk).pk == first.pk
    assert unread_count(user) == 2
    assert mark_read(federation["coso"], first.pk) is None
    assert mark_all_read(user) == 2
    assert unread_count(user) == 0


def test_the_defaults_need_no_row(federation):
    assert NoticeChoice(user=federation["batri"]).digest == "daily"
    assert not NoticeChoice.objects.exists()
