"""Tabs that upper packages add to the pages of one's own account."""

from dataclasses import dataclass

from congdoan.core.registry import Registry


@dataclass(frozen=True, slots=True)
class OwnTab:
    label: str
    url_name: str


own_tabs: Registry[OwnTab] = Registry("tab of the own account")
