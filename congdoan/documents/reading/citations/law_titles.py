"""Titles of laws with words inside at which a sentence would go on ("Luật Hỗ trợ doanh nghiệp nhỏ và vừa")."""

from __future__ import annotations

from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.layout.letters import FIRST_WORD, by_first_word, word_table

_TITLES = word_table(
    """
Việc làm|Phòng cháy, chữa cháy và cứu nạn, cứu hộ|Phòng cháy và chữa cháy
Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng|Hỗ trợ doanh nghiệp nhỏ và vừa
Sử dụng năng lượng tiết kiệm và hiệu quả|Trách nhiệm bồi thường của Nhà nước|Khám bệnh, chữa bệnh
Đầu tư theo phương thức đối tác công tư|Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở
Khoa học, công nghệ và đổi mới sáng tạo|Khoa học và công nghệ|Chuyển giao công nghệ
Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân|Hoạt động giám sát của Quốc hội và Hội đồng nhân dân
Chuyển đổi số|Quản lý và đầu tư vốn nhà nước tại doanh nghiệp|Quản lý, sử dụng vốn nhà nước đầu tư vào sản xuất
Quy hoạch đô thị và nông thôn|Hôn nhân và gia đình|Giáo dục và đào tạo|Sở hữu trí tuệ|Bảo vệ và phát triển rừng
Trật tự, an toàn giao thông đường bộ|An toàn, vệ sinh lao động|Thi đua, khen thưởng|Cán bộ, công chức
Thực hiện dân chủ ở cơ sở|Hòa giải ở cơ sở|Hòa giải, đối thoại tại Tòa án|Phổ biến, giáo dục pháp luật
Thực hành tiết kiệm, chống lãng phí|Phòng, chống tác hại của rượu, bia|Phòng, chống tác hại của thuốc lá
Quản lý, sử dụng tài sản công|Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ|Tổ chức chính quyền địa phương
Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam|Đưa người lao động Việt Nam đi làm việc
Xuất cảnh, nhập cảnh của công dân Việt Nam|Tín ngưỡng, tôn giáo|Tiêu chuẩn và quy chuẩn kỹ thuật
Bảo vệ, chăm sóc và giáo dục trẻ em|Quản lý nợ công|Kinh doanh bất động sản|Đặc khu kinh tế
Tổ chức Quốc hội và Hội đồng nhân dân|Ban hành văn bản quy phạm pháp luật|Ban hành văn bản của Hội đồng nhân dân
Bảo vệ bí mật nhà nước|Tham gia lực lượng gìn giữ hòa bình của Liên hợp quốc|Hoạt động chữ thập đỏ
Thi hành án dân sự|Thi hành án hình sự|Tương trợ tư pháp|Thuế sử dụng đất|Thuế giá trị gia tăng|Điều ước quốc tế
Quản lý thuế|Phí và lệ phí|Kiểm toán nhà nước|Bảo vệ quyền lợi người tiêu dùng|Phòng, chống bạo lực gia đình
Vệ sinh an toàn thực phẩm|Bảo vệ sức khỏe nhân dân|Hiến, lấy, ghép mô, bộ phận cơ thể người và hiến, lấy xác
"""
)
_BEGINNING_WITH = by_first_word(map(fold, _TITLES))


def known_title_end(folded: str, after: int) -> int | None:
    """Where a whole title ends that stands in the folded text after the space at `after`, which "Luật" is before."""
    start = after + 1
    first = FIRST_WORD.match(folded, start) if folded[after:start].isspace() else None
    for title in _BEGINNING_WITH.get(first[0], ()) if first else ():
        end = start + len(title)
        if folded.startswith(title, start) and not "a" <= folded[end : end + 1] <= "z":
            return end
    return None
