"""What always holds of units, their history and posts."""

from typing import Final

from congdoan.core.verify.checks import by_query, checks

_PATHS: Final = """
    select 'Đơn vị số ' || unit.id || ' (' || unit.short_name || '): ' || unit.path
      from organisation_unit unit left join organisation_unit parent on parent.id = unit.parent_id
     where unit.path <> coalesce(parent.path, '/') || unit.id || '/'
        or unit.depth <> coalesce(parent.depth + 1, 0)
"""
_NOW: Final = """
    select 'Đơn vị số ' || unit.id || ' (' || unit.short_name || ')'
      from organisation_unit unit
      left join organisation_unitversion version on version.unit_id = unit.id and version.valid_to is null
     where (unit.ends_on is null and (version.id is null
            or (version.name, version.short_name, version.kind, version.parent_link, version.path)
               <> (unit.name, unit.short_name, unit.kind, unit.parent_link, unit.path)
            or version.parent_id is distinct from unit.parent_id))
        or (unit.ends_on is not null and version.id is not null)
"""
_PERIODS: Final = """
    select 'Đơn vị số ' || unit_id || ', từ ngày ' || to_char(valid_from, 'DD/MM/YYYY')
      from (select unit_id, valid_from, valid_to,
                   lead(valid_from) over (partition by unit_id order by valid_from) as next_from
              from organisation_unitversion) version
     where valid_to <= valid_from or (next_from is not null and valid_to is distinct from next_from)
"""
_POSTS: Final = """
    select 'Chức vụ số ' || post.id || ' (' || post.title || ')'
      from organisation_post post join organisation_unit unit on unit.id = post.unit_id
     where unit.ends_on is not null
       and (post.ends_on is null or post.ends_on > greatest(unit.ends_on - 1, post.starts_on))
"""
_DELEGATIONS: Final = """
    select 'Ủy quyền số ' || given.id || ' (' || given.title || ')'
      from organisation_post given join organisation_post own on own.id = given.delegated_from_id
     where given.ends_on is null or given.starts_on < own.starts_on
        or given.ends_on > greatest(coalesce(own.ends_on, 'infinity'), given.starts_on)
        or (given.unit_id, given.role) <> (own.unit_id, own.role) or given.user_id = own.user_id
"""


def register() -> None:
    for name, sentence, select in (
        ("units.paths", "Đường dẫn của đơn vị đúng theo cấp trên", _PATHS),
        ("units.now", "Đơn vị hôm nay đúng như dòng cuối của lịch sử", _NOW),
        ("units.periods", "Lịch sử của đơn vị liền mạch, không chồng nhau", _PERIODS),
        ("posts.ended", "Không chức vụ nào kéo dài quá ngày đơn vị kết thúc", _POSTS),
        ("posts.delegated", "Ủy quyền nằm trong thời gian giữ chức vụ", _DELEGATIONS),
    ):
        checks.register(f"organisation.{name}", by_query(sentence, select))
