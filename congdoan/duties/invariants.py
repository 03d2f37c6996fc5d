"""What always holds of duties."""

from typing import Final

from congdoan.core.verify.checks import by_query, checks

_WITHIN: Final = """
    select 'Phân công số ' || share.id || ' (nhiệm vụ số ' || duty.id || ')'
      from duties_dutyshare share join duties_duty duty on duty.id = share.duty_id
     where share.starts_on < duty.starts_on
        or coalesce(share.ends_on, 'infinity') > coalesce(duty.ends_on, 'infinity')
"""
_ONE: Final = """
    select 'Phân công số ' || id || ' (nhiệm vụ số ' || duty_id || ')'
      from (select id, duty_id, ends_on,
                   lead(starts_on) over (partition by duty_id, unit_id order by starts_on) as next_from
              from duties_dutyshare) share
     where next_from <= coalesce(ends_on, 'infinity')
"""


def register() -> None:
    for name, sentence, select in (
        ("within", "Phần của đơn vị nằm trong thời gian của nhiệm vụ", _WITHIN),
        ("one", "Mỗi lúc một đơn vị có một vai trò trong một nhiệm vụ", _ONE),
    ):
        checks.register(f"duties.{name}", by_query(sentence, select))
