"""Search over everything that the person may see."""

from congdoan.core.search import Finder, Found, finders
from congdoan.plans.models import Plan


def found(client, user, words):
    client.force_login(user)
    groups = client.get("/tim-kiem/", {"q": words}).context["groups"]
    return {one.title for group in groups for one in group.found}


def test_results_are_grouped_and_the_address_can_be_kept(client, federation):
    client.force_login(federation["chutich"])
    answer = client.get("/tim-kiem/?q=ba tri")
    assert "Đơn vị thử" in [group.label for group in answer.context["groups"]]
    assert "LĐLĐ huyện Ba Tri" in answer.content.decode()


def test_search_shows_nothing_of_other_units(client, federation):
    assert "LĐLĐ huyện Chợ Lách" not in found(client, federation["batri"], "cho lach")
    assert "LĐLĐ huyện Chợ Lách" in found(client, federation["chutich"], "cho lach")


def test_every_finder_keeps_to_what_a_person_may_see(federation):
    for name, finder in finders.items():
        if name.startswith("units"):
            continue
        for word in ("cho lach", "Chợ Lách", "phu phung", "34"):
            for one in finder.find(federation["batri"], word, 10):
                assert "Chợ Lách" not in one.title and "Phú Phụng" not in one.title, name


def test_suggestions_are_few_and_a_group_can_be_opened_further(client, federation):
    many = [Found(f"Kết quả {n}", "", "/", "sitemap") for n in range(60)]
    finders._entries["test.many"] = Finder("Nhiều", lambda user, words, limit: many[:limit])
    client.force_login(federation["coso"])
    assert client.get("/tim-kiem/goi-y/?q=ket").content.decode().count("Kết quả") == 4
    page = client.get("/tim-kiem/?q=ket").content.decode()
    assert page.count("Kết quả") == 10 and "nhom=test.many" in page
    assert client.get("/tim-kiem/?q=ket&nhom=test.many").content.decode().count("Kết quả") == 50


def test_one_letter_finds_nothing_and_says_so(client, federation):
    client.force_login(federation["chutich"])
    assert "Gõ từ hai chữ cái trở lên" in client.get("/tim-kiem/?q=b").content.decode()


def test_nothing_found_says_what_to_try(client, federation):
    client.force_login(federation["chutich"])
    assert "Không tìm thấy" in client.get("/tim-kiem/?q=zzzzqq").content.decode()


def test_a_word_in_quotation_marks_is_found(client, federation):
    Plan.objects.create(
        unit=federation.province, subject="Triển khai “Phòng họp không giấy”", created_by=federation["chuyenvien"]
    )
    assert "Triển khai “Phòng họp không giấy”" in found(client, federation["chuyenvien"], "phong hop giay")
