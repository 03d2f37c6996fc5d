"""The issuing organ's own name at the end of the names of its bodies, in full and short."""

from __future__ import annotations

import pytest

from congdoan.documents.reading.assignment.own_suffix import own_suffix, without_own_suffix

NAMES = [
    ("Công đoàn ngành Giáo dục tỉnh Cao Bằng", "Ủy ban Kiểm tra CĐN", "Ủy ban Kiểm tra"),
    ("Công đoàn Giáo dục tỉnh Cao Bằng", "Văn phòng CĐGD tỉnh", "Văn phòng"),
    ("Công đoàn các KCN tỉnh Hưng Yên", "Ủy viên Ban Chấp hành Công đoàn các KCN", "Ủy viên Ban Chấp hành"),
    ("Công đoàn các KCN tỉnh Hưng Yên", "Ban Thường vụ Công đoàn các Khu công nghiệp tỉnh", "Ban Thường vụ"),
    ("Công đoàn Khu kinh tế Hải Phòng", "BTV CĐ KKT", "BTV"),
    ("Công đoàn Khu kinh tế Hải Phòng", "Văn phòng Công đoàn KKT Hải Phòng", "Văn phòng"),
    ("Công đoàn Viên chức tỉnh Đồng Tháp", "Văn phòng CĐVC tỉnh", "Văn phòng"),
    ("Công đoàn Y tế Việt Nam", "Ban Tổ chức Công đoàn Y tế VN", "Ban Tổ chức"),
    ("Công đoàn Tổng công ty Cao su Đồng Nai", "Văn phòng CĐ TCT", "Văn phòng"),
    ("Liên đoàn Lao động thành phố Đà Nẵng", "Ban Tổ chức LĐLĐ Tp. Đà Nẵng", "Ban Tổ chức"),
    ("Huyện ủy Trùng Khánh", "Văn phòng HU", "Văn phòng"),
    ("CĐCS Công ty CP May Nhà Bè", "Ban Nữ công CĐCS", "Ban Nữ công"),
    ("CĐCS Công ty CP May Nhà Bè", "Ban Chấp hành CĐCS", "Ban Chấp hành CĐCS"),
    ("Công đoàn ngành Công Thương tỉnh Thái Bình", "Phó Chủ tịch Công đoàn ngành", "Phó Chủ tịch Công đoàn ngành"),
    ("Liên đoàn Lao động tỉnh Lai Châu", "Ủy viên BTV LĐLĐ huyện", "Ủy viên BTV LĐLĐ huyện"),
    ("Sở Y tế", "Văn phòng Sở", "Văn phòng Sở"),
]


@pytest.mark.parametrize(("issuer", "printed", "name"), NAMES)
def test_the_issuers_own_name_falls(issuer: str, printed: str, name: str) -> None:
    assert without_own_suffix(printed, own_suffix(issuer)) == name
