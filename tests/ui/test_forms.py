"""Forms render in the kit's look by themselves."""

from django import forms
from django.http import QueryDict

from congdoan.core.ui.widgets import DropZone, ManyFilesField, MultipleCombobox


class SampleForm(forms.Form):
    title = forms.CharField(label="Tên kế hoạch")
    note = forms.CharField(label="Ghi chú", required=False, widget=forms.Textarea)
    state = forms.ChoiceField(
        label="Kết quả", choices=[("doing", "Đang thực hiện"), ("done", "Đã xong")], widget=forms.RadioSelect
    )
    agreed = forms.BooleanField(label="Đã đọc", required=False)
    units = forms.MultipleChoiceField(
        label="Đơn vị phối hợp",
        required=False,
        choices=[("1", "Ban Tổ chức"), ("2", "Ban Tài chính")],
        widget=MultipleCombobox("/don-vi/goi-y/"),
    )
    papers = ManyFilesField(label="Minh chứng", required=False)


def test_an_optional_field_says_so_and_a_required_one_does_not():
    html = str(SampleForm())
    assert html.count("(không bắt buộc)") == 3
    assert "(không bắt buộc)" not in html[: html.index("Ghi chú")]


def test_every_kind_of_input_has_the_look_of_the_kit():
    html = str(SampleForm())
    for css in ("cd-input", "cd-area", "cd-radio", "cd-check", "cd-combo", "cd-drop"):
        assert css in html


def test_a_missing_answer_is_an_error_under_its_own_field():
    html = str(SampleForm({"note": "x"}))
    assert 'id="id_title_error"' in html
    assert 'aria-describedby="id_title_error"' in html


def test_an_error_of_the_whole_form_stands_first():
    form = SampleForm({"title": "x", "state": "doing"})
    form.add_error(None, "Kế hoạch này đã được ban hành.")
    html = str(form)
    assert html.index("Kế hoạch này đã được ban hành.") < html.index("Tên kế hoạch")


def test_chosen_units_come_back_as_tokens():
    form = SampleForm(QueryDict("title=x&state=doing&units=1&units=2"))
    html = str(form)
    assert html.count("data-token") - html.count("<template>") == 2
    assert "Ban Tài chính" in html
    assert form.is_valid()
    assert form.cleaned_data["units"] == ["1", "2"]


def test_all_choices_of_a_combobox_are_never_listed():
    assert "Ban Tổ chức" not in str(SampleForm())


def test_a_drop_zone_states_the_kinds_and_the_limit():
    html = DropZone(limit=20 * 1024 * 1024).render("paper", None, {"id": "id_paper"})
    assert "PDF, Word, Excel, ảnh" in html
    assert "20 MB" in html
    assert 'data-limit="20971520"' in html


def test_a_number_in_a_data_attribute_has_no_separators(settings):
    settings.USE_THOUSAND_SEPARATOR = True
    html = DropZone(limit=20 * 1024 * 1024).render("paper", None, {"id": "id_paper"})
    assert 'data-limit="20971520"' in html
