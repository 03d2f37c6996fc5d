"""The words that names of bodies begin with."""

from __future__ import annotations

from congdoan.documents.reading.layout.letters import word_table

HEADS = word_table(
    """
văn phòng|ủy ban|uỷ ban|ủy ban kiểm tra|uỷ ban kiểm tra|tạp chí lao động và công đoàn|trưởng các|ubkt|ubnd|ubmttq
hđnd|hội đồng|bch|btv|bcđ|tlđ|lđlđ|cđcs|cđ|mttq|bhxh|tổng liên đoàn|liên đoàn lao động|công đoàn|nghiệp đoàn|đảng ủy
đảng uỷ|đảng bộ|đảng đoàn|tỉnh ủy|tỉnh uỷ|huyện ủy|huyện uỷ|thành ủy|thành uỷ|thị ủy|thị uỷ|quận ủy|quận uỷ|chi bộ
cấp ủy|cấp uỷ|tỉnh đoàn|huyện đoàn|thành đoàn|thị đoàn|quận đoàn|xã đoàn|mặt trận|đoàn thanh niên|chi cục|tổng cục
trung tâm|nhà văn hóa|nhà văn hoá|bảo hiểm xã hội|công an|thanh tra|tòa án|toà án|ngân hàng|kho bạc|liên minh
liên hiệp|tạp chí|bộ trưởng|bộ đội|bộ chỉ huy|bộ tư lệnh|quân khu|thông tấn xã|bưu điện|điện lực|viễn thông|khối vận
thủ tướng|phó thủ tướng|chủ tịch|phó chủ tịch|giám đốc|phó giám đốc|tổng giám đốc|thủ trưởng|chánh văn phòng
phó chánh văn phòng|trưởng ban|phó trưởng ban|trưởng phòng|phó trưởng phòng|trưởng khoa|trưởng đoàn|trưởng tiểu ban
chánh thanh tra|người đứng đầu|người sử dụng lao động|tổ trưởng|nhóm trưởng|trưởng khối|phó trưởng khối
trưởng cụm|phó trưởng cụm|khối trưởng|cụm trưởng|bí thư|phó bí thư
hiệu trưởng|phó hiệu trưởng|cục trưởng|vụ trưởng|kế toán|thủ quỹ|thường trực|bộ phận|bệnh viện|học viện|tập đoàn
tổng công ty|công ty|cơ quan|đơn vị|tiểu ban|ủy viên|uỷ viên|chuyên viên|mỗi bên|hai bên|ba bên|hai cơ quan
chủ đầu tư|chủ rừng|chính quyền|đoàn chủ tịch|ban cán sự|ban cán sự đảng|ban chấp hành|ban thường vụ|ban giám hiệu
ban giám đốc|ban biên tập|ban quản lý|ban chỉ đạo|ban tổ chức|ban nữ công|ban tuyên giáo|ban tài chính|ban dân vận
ban chính sách|ban thanh tra nhân dân|ban chỉ huy|ban kiểm tra|ban soạn thảo|ban chủ nhiệm|ban giám khảo|doanh nghiệp
đại học|hợp tác xã|chi hội|phân hội|chi đoàn|viện kiểm sát|hạt kiểm lâm|trạm y tế|văn thư|nhà thiếu nhi
phòng giao dịch|chi nhánh|thư ký|chi ủy|chi uỷ|tổ công tác|tổ giúp việc|tổ thư ký|tổ biên tập|nhóm công tác
đoàn kiểm tra|đoàn giám sát|đoàn công tác|tổ kiểm tra|đoàn trường|báo và phát thanh|báo và đài|thuế tỉnh
thuế thành phố|thuế cơ sở|cục thuế|thường vụ|tổ đại biểu|đại biểu hội đồng nhân dân|giáo viên|giáo viên chủ nhiệm
nhân viên y tế|tổng phụ trách|kế toán trưởng|ban điều hành|trưởng ban điều hành|ban quản trị|ban đại diện
ban vận động|ban liên lạc|ban công tác mặt trận|điều dưỡng trưởng|trưởng thôn|trưởng ấp|trưởng khu phố|nhà xuất bản
hạt trưởng|nhà thầu
viện trưởng|chánh án|mạng lưới|viettel|vnpt|mobifone|agribank|bếp ăn|đoàn xã|đoàn phường|đoàn cơ sở|đoàn khối
cụm thi đua|khối thi đua|xí nghiệp|phân xưởng|đội trưởng|chi cục trưởng|trạm trưởng|bảo tàng|cảng vụ|nhà nghỉ
nhà khách|đoàn đại biểu quốc hội|đoàn đbqh|lực lượng|khách sạn|hải quan|vườn quốc gia|trại giam|thư viện|câu lạc bộ
hiệp hội|liên hiệp hội|nhà hát|nhà máy|nông trường|lâm trường|trung đoàn|tiểu đoàn|đại đội|cửa hàng|siêu thị|tòa soạn
toà soạn|chi đội|liên đội|ký túc xá|phòng khám|bộ môn|trường mầm non|trường tiểu học|tỉnh hội|huyện hội|thành hội
thị hội|phó cục trưởng|phó vụ trưởng|phó viện trưởng|phó trưởng khoa|trưởng bộ môn|chủ nhiệm|phó chủ nhiệm|quản đốc
phó quản đốc|chỉ huy trưởng|chính trị viên|tổ phó|phó trưởng đoàn|trưởng công an|công chức|cán bộ chuyên trách
cán bộ phụ trách|nhân viên|tổng biên tập|phó tổng biên tập|thư ký tòa soạn|thuyền trưởng|khu dân cư|khu phố
tổ dân phố|cụm dân cư|bệnh xá|ban thư ký|ban giám sát|ban bảo vệ|ban thi đua|ban an toàn|tổ bảo vệ
phó chánh thanh tra|phó chi cục trưởng|cục quản lý thị trường|chi cục thuế|phòng khám đa khoa|trạm kiểm lâm
đội quản lý thị trường|chi cục hải quan|cục hải quan|nhà ăn|lãnh đạo các khoa|lãnh đạo các phòng|lãnh đạo khoa
lãnh đạo phòng|ban lãnh đạo|trưởng đoàn kiểm tra|trưởng đoàn giám sát|trưởng đoàn công tác|tổ trưởng tổ công đoàn
tổ trưởng tổ kiểm tra|tổ trưởng tổ công tác|căng tin|nhà bếp|chủ nhà trọ|chủ cơ sở|chủ doanh nghiệp|chủ hộ
hòa giải viên|chủ phương tiện|chủ tàu|chủ dự án|chủ trang trại
thi hành án dân sự|chủ sử dụng lao động|hai ngành|ba ngành|bốn ngành|ba cơ quan|hai đơn vị|ba đơn vị|bốn bên
ban thanh niên|hội đồng tự quản|lãnh đạo công ty|lãnh đạo nhà trường|lãnh đạo đơn vị|lãnh đạo cơ quan
lãnh đạo doanh nghiệp|lãnh đạo bệnh viện|lãnh đạo tập đoàn
hội cấp|đoàn cấp|mặt trận cấp|tổ công đoàn|ban chuyên môn|bgh|bgđ|hđqt|hđtv|lãnh đạo tổng công ty
lãnh đạo xí nghiệp|lãnh đạo nhà máy|lãnh đạo trung tâm|lãnh đạo chi nhánh
chuyên môn đồng cấp|chuyên môn cùng cấp|trưởng ca|trưởng ca trực|phụ trách ca|trưởng kíp|thủ kho
tổ hợp tác|bến xe|bến cảng|nhà ga|cảng hàng không|sân bay|cảng cá|cảng biển|công trường|nhà trường|trạm xá|trạm bơm
ban quản đốc|ban điều phối|ban trị sự|ban đón tiếp|ban hậu cần|ban nội dung|ban tổng hợp|ban thẩm định|ban tiếp công dân
trưởng tuyến|trưởng trạm|trưởng chuyền|trưởng nhóm|trưởng tổ|phó tổ trưởng|trưởng bộ phận|phó bí thư|chánh tòa
nhà trẻ|nhà trường|nhà truyền thống|nhà văn hóa|trưởng trại|cộng tác viên|tình nguyện viên|báo cáo viên
tuyên truyền viên|hải đội|y sĩ|y tá|hộ lý|tiểu khu|giám thị
tổng thư ký|phó tổng thư ký|cụm phó|khối phó
trưởng đại diện|văn phòng đại diện|phó chánh án|phó viện trưởng
phó hạt trưởng|phó trạm trưởng|trưởng làng|trưởng bản|trưởng buôn|trưởng xóm|già làng|trưởng họ|cung văn hóa
cung văn hoá|cung thiếu nhi|cung thể thao|cung hội nghị|rạp xiếc
cán bộ văn hóa|cán bộ tư pháp|cơ quan quản lý nhà nước|cơ quan quản lý nhà nước về lao động
cán bộ công đoàn|cổng thông tin điện tử|cổng thông tin|trang thông tin điện tử
"""
)
"""Where a name may begin, in any case of letters but for the first one."""
SMALL = word_table(
    """
công đoàn|nghiệp đoàn|cấp ủy|cấp uỷ|đảng ủy|bộ phận|thủ trưởng|tiểu ban|người đứng đầu|người sử dụng lao động
chủ đầu tư|chủ rừng|chính quyền|ban chấp hành|ban thường vụ|ban giám hiệu|ban giám đốc|ban quản lý|ban chỉ đạo
ban chỉ huy|trưởng các|giám đốc|chủ tịch|kế toán|chi bộ|ban giám khảo|ban tổ chức|mỗi bên|hai bên|tổ trưởng|hiệu trưởng
ban cán sự đảng|chuyên viên|ủy viên|hai cơ quan|thư ký|văn phòng|chi ủy|chi uỷ|đại biểu hội đồng nhân dân
giáo viên|giáo viên chủ nhiệm
nhân viên y tế|kế toán trưởng|bí thư|trưởng thôn|trưởng ấp|trưởng khu phố|phó chủ tịch|trưởng ban
lãnh đạo công ty|lãnh đạo nhà trường|lãnh đạo đơn vị|lãnh đạo cơ quan|lãnh đạo doanh nghiệp|lãnh đạo bệnh viện
lãnh đạo tập đoàn|lãnh đạo tổng công ty
lãnh đạo xí nghiệp|lãnh đạo nhà máy|lãnh đạo trung tâm|chuyên môn đồng cấp|chuyên môn cùng cấp|trưởng ca
trưởng ca trực|trưởng kíp
cụm trưởng|khối trưởng|cán bộ văn hóa|cán bộ tư pháp
thủ quỹ|thủ kho|ban nữ công|đoàn thanh niên|ban chuyên môn|tổ công đoàn
"""
)
"""Those that may begin with a small letter too."""
BEFORE_CAPITAL = word_table(
    "xưởng|chuyền|đoàn viên|hội viên|kho|chợ|bến|ga|mỏ|rạp|trại|chốt|thôn|ấp|bản|xóm|buôn|khóm|hãng|tàu"
    "|liên chi đoàn|ban|sở|phòng"
    "|hội|đoàn|cục|báo|đài|trường|bộ|viện|tổ|quỹ|khoa|vụ|khối|cụm|trạm"
    "|hạt|đội|đồn|nhà|khu|cảng|đ/c|ông|bà|thầy|cô|anh|chị"
    "|đồng chí|ủy viên|ngành|liên đoàn|cán bộ|nhóm|bên"
)
"""Those that name a body only before a word with a capital."""
NUMBERED = frozenset(
    {
        "xưởng",
        "chuyền",
        "kho",
        "thôn",
        "ấp",
        "xóm",
        "bản",
        "khóm",
        "lớp",
        "chốt",
        "tổ",
        "đội",
        "cụm",
        "khối",
        "trường",
        "khu",
    }
)
"""Those that a number may follow too."""
MANY = word_table(
    """
cấp|ban|phòng|sở|đơn vị|cơ quan|địa phương|huyện|thị ủy|thành ủy|đảng bộ|đảng đoàn|cụm|khối|ngành|đồng chí|tập thể
thành viên|doanh nghiệp|công đoàn|cđctttcs|lđlđ|liên đoàn|cđcs|ubnd|đoàn thể|xã|phường|chi bộ|chi đoàn|chi hội
tổ công đoàn|tổ công tác|tổ dân phố|trường|cá nhân|cán bộ|bộ|bên|tiểu ban|hội|nhà trường|nhà thầu|chủ đầu tư
chủ rừng|thành đoàn
huyện đoàn|đoàn|trạm|trung tâm|hợp tác xã|thôn|ấp|khu phố|tỉnh|thành phố|quận|bệnh viện|thủ trưởng|ủy viên|uỷ viên
nghiệp đoàn|đảng ủy|viện|cục|vụ|tập đoàn|tổng công ty|cơ sở|giám đốc|chủ tịch|phó chủ tịch|bí thư|hiệu trưởng
chuyên viên|ủy ban|uỷ ban|tỉnh ủy|huyện ủy|chi cục|thị xã|đặc khu|bộ phận|tổ chức đảng|tổ chức chính trị
tổ chức xã hội|tổ chức hội|tổ chức công đoàn|tổ chức đoàn thể|tổ chức thành viên|tổ chức cơ sở|trưởng ban
trưởng phòng|lực lượng|tổ|ngân hàng|khoa|nhóm|tổ trưởng|phó trưởng ban|ban quản lý|cơ quan báo chí|công ty|đảng viên
đoàn viên|giám đốc sở|chủ nhiệm|cụm trưởng|khối trưởng|chi|đội|ban xây dựng đảng|ban đảng|bộ môn|viện nghiên cứu|lớp
hiệp hội|hiệp hội doanh nghiệp|câu lạc bộ|hộ kinh doanh|nhà máy|xí nghiệp|phân xưởng|nhà mạng|đồn
đồn biên phòng|nông trường
lâm trường|tổ kiểm tra|đoàn kiểm tra|tổ giám sát|đoàn giám sát|đoàn công tác|tổ tự quản|tổ chuyên môn
huyện hội|thành hội|tỉnh hội|tòa|toà|tòa án|toà án|viện kiểm sát|hạt kiểm lâm|kho bạc
phân hội|liên đội|chi đội|hải đội|nhà hàng|chùa|hộ gia đình|dòng họ|liên chi đoàn|liên chi hội|xưởng|chuyền|kho
đội tàu|ban chấp hành|ban thường vụ|chi ủy|chủ nhà trọ|chủ doanh nghiệp|chủ cơ sở|chủ sử dụng lao động
"""
)
"""Nouns of many bodies, after "các" and its like."""
NO_HEAD = word_table(
    """
hội nghị|hội thi|hội thảo|hội chợ|hội trại|hội diễn|hội thao|hội viên|hội họp|đoàn viên|đoàn kết|đoàn phí|bộ máy
bộ luật|bộ thủ|bộ tiêu|ban hành|đội ngũ|báo cáo|báo chí|tổ chức|nhà ở|khối lượng|nhóm nhiệm|nhóm giải|khu vực
quỹ đất|trường hợp|cục bộ|vụ việc|ngành nghề|bà con|ông bà|các cấp|nhà nước|nhà giáo|phòng chống|phòng ngừa
phòng cháy|viện phí|phòng dịch|phòng bệnh|ban đầu|ban ngày|ban đêm|ban tặng|ban bố|tổ quốc|tổ tiên|đội hình
đội viên|đội tuyển|khoa học
"""
)
"""Words that begin like a body's name and are none."""
TOGETHER = frozenset(
    {
        "các",
        "từng",
        "mỗi",
        "toàn thể",
        "những",
        "tất cả các",
        "toàn bộ các",
        "hai",
        "ba",
        "bốn",
        "cả hai",
        "cả ba",
        "cả bốn",
    }
)
