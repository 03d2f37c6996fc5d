"""The words that names of bodies begin with, are made of, and end at."""

from __future__ import annotations

import re

from congdoan.documents.reading.layout.letters import vietnamese, word_table

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
chủ phương tiện|chủ tàu|chủ dự án|chủ trang trại
thi hành án dân sự|chủ sử dụng lao động|hai ngành|ba ngành|bốn ngành|ba cơ quan|hai đơn vị|ba đơn vị|bốn bên
ban thanh niên|hội đồng tự quản|lãnh đạo công ty|lãnh đạo nhà trường|lãnh đạo bệnh viện|lãnh đạo tập đoàn
hội cấp|đoàn cấp|mặt trận cấp|tổ công đoàn|ban chuyên môn|bgh|bgđ|hđqt|hđtv|lãnh đạo tổng công ty
lãnh đạo xí nghiệp|lãnh đạo nhà máy|lãnh đạo trung tâm|lãnh đạo chi nhánh
chuyên môn đồng cấp|chuyên môn cùng cấp|trưởng ca|trưởng ca trực|phụ trách ca|trưởng kíp|thủ kho
tổ hợp tác|bến xe|bến cảng|nhà ga|cảng hàng không|sân bay|cảng cá|cảng biển|công trường|nhà trường|trạm xá|trạm bơm
ban quản đốc|ban điều phối|ban trị sự|ban đón tiếp|ban hậu cần|ban nội dung|ban tổng hợp|ban thẩm định|ban tiếp công dân
trưởng tuyến|trưởng trạm|trưởng chuyền|trưởng nhóm|trưởng tổ|phó tổ trưởng|trưởng bộ phận|phó bí thư|chánh tòa
nhà trẻ|nhà trường|nhà truyền thống|nhà văn hóa|trưởng trại|giám thị|tổng thư ký|phó tổng thư ký|trưởng đại diện|văn phòng đại diện|phó chánh án|phó viện trưởng
phó hạt trưởng|phó trạm trưởng|trưởng làng|trưởng bản|trưởng buôn|trưởng xóm|già làng|trưởng họ|cung văn hóa|cung văn hoá|cung thiếu nhi|cung thể thao|cung hội nghị|rạp xiếc
cán bộ công đoàn
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
lãnh đạo công ty|lãnh đạo nhà trường|lãnh đạo bệnh viện|lãnh đạo tập đoàn|lãnh đạo tổng công ty
lãnh đạo xí nghiệp|lãnh đạo nhà máy|lãnh đạo trung tâm|chuyên môn đồng cấp|chuyên môn cùng cấp|trưởng ca
trưởng ca trực|trưởng kíp
thủ quỹ|thủ kho|ban nữ công|đoàn thanh niên|ban chuyên môn|tổ công đoàn
"""
)
"""Those that may begin with a small letter too."""
BEFORE_CAPITAL = word_table(
    "xưởng|chuyền|kho|chợ|bến|ga|mỏ|rạp|trại|chốt|thôn|ấp|bản|xóm|buôn|khóm|hãng|tàu|liên chi đoàn|ban|sở|phòng|hội|đoàn|cục|báo|đài|trường|bộ|viện|tổ|quỹ|khoa|vụ|khối|cụm|trạm"
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
liên chi đoàn|liên chi hội|xưởng|chuyền|kho|đội tàu|ban chấp hành|ban thường vụ|chi ủy
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
FUNCTION_WORDS = word_table(
    "là|chịu|ngay|luôn|đều|cũng|vẫn|để|trong|cùng|với|theo|về|được|có|tại|trước|sau|chậm|sớm|hằng|hàng|mỗi|nơi|khi|trên|từ|đã|sẽ|cần|phải|nếu|căn"
    "|thông|vào|đến|đồng|cụ|tự|nhằm|như|do|bằng|năm|quý|tháng|ngày|quy|kể|ngoài|đối|nơi|chưa|không|đang|tuyệt|rất|thì|mà|này|xong|đạt|gồm"
)
"""Small words that stand in no name ("trên" but after "cấp", "thông" but in a compound; see `units`)."""
FUNCTION_BEFORE = {
    "hàng": frozenset(("năm", "tháng", "quý", "tuần", "ngày", "loạt")),
    "đồng": frozenset(("thời", "chủ", "loạt", "hành", "ý")),
    "thông": frozenset(("qua", "báo", "tin")),
}
"""Those of them that end a name only before these words: "khách hàng", "Hội đồng", "Giao thông"."""
AFTER_NAMES = frozenset(
    ("là", "gồm", "chịu", "được", "có", "căn", "cần", "phải", "sẽ", "đã", "cùng", "tự", "theo", "thì")
)
"""Those of them that begin what a body is or does."""
COMPOUNDS = word_table(
    """
Đào tạo|đào tạo|Độc lập|công lập|Giao thông|giao thông|Truyền thông|Thương mại|thương mại|truyền thông|Viễn thông
phổ thông|Phổ thông|Thông tin|Hậu cần|Thường trực|thường trực|nghệ thông|thông tin|Công nghệ|dự báo|tổng công
Tổng công|thập đỏ|chiến binh|cao tuổi|thiếu nhi|thiếu niên|hành án|dân sự|tác xã|Thi đua|thi đua|Khối thi|Cụm thi|cụm thi|khối thi
dự án|vũ trang|đại diện|Chỉ đạo|Quản lý|Ban chỉ|Ban quản|ban quản|Hội đồng|hội đồng|Cộng đồng|cộng đồng|Đồng Tháp
Khởi nghiệp|Ban thanh|Ban tổ|huy phòng|đạo phòng|phòng chống|Dự phòng|Thống kê|Kiểm tra|ban kiểm|Ban kiểm|Ban giám
ban giám|khoa học|dạy nghề|nông nghiệp|chính trị|Hành chính|trên trực|trực tiếp|Ban xây|Ban chính|Ban tuyên|Ban tài
Ban biên|Ban soạn|Ban chấp|ban chấp|Cấp nước|Thoát nước|Môi trường|Nông thôn|đồng cấp|Việc làm|việc làm|án đầu|đầu tư
tư xây|xây dựng|dục thường|thường xuyên|nội bộ|Ngân hàng|Bán hàng|Cửa hàng|Công nhân|công nhân|hoạch tổng|chính tổng
tổng hợp|doanh nhân|Doanh nhân|kết tập|tập hợp|Hàng không|hàng không|hậu cần
"""
)
"""Two words of one name of which the second looks like the end of it."""
ENDS_LIKE_VERBS = word_table(
    "công trình|chương trình|lộ trình|quy trình|tiến trình|trung cấp|sơ cấp|cao cấp|công nhân|nạn nhân|bệnh nhân"
    "|thương nhân|tư nhân|cá nhân|quân nhân|hội thi|kỳ thi|dự thi|cảnh báo|thời báo|đất đai|nguồn thu"
    "|mạn tính|cấp tính|giới tính|máy tính|vi tính|chế tạo|kiến tạo|cải tạo|sáng tạo|dân lập|cây trồng|dân cử|bầu cử"
    "|trật tự|tích cực|sức tích|xuất nhập|hội nhập|thu nhập|hôn nhân|phạm nhân|nghệ nhân|phòng khám"
    "|tiêu dùng|giao nhận|tiếp nhận|công nhận|biên soạn|giảng dạy|mua sắm|bốc xếp|sắp xếp|nhà sơn"
    "|vốn vay|trung chuyển|cho thuê|chữ ký|thực thi"
)
"""Nouns of which the second word looks like a verb."""
PUNCTUATION = re.compile(r"[:;.(\n”“\"|/)\[\]]|\s\+(?=\s)|\s[-–—](?=\s)|,")
DASH_INSIDE = vietnamese(r"\s[-–—]\s(?=[A-ZÀ-ỸĐ]|xã hội|nghề nghiệp|nữ công|thể thao|kỹ thuật)")
COMMA_PLACES = re.compile(
    r",\s*(?:(?:các\s)?(?:thị xã|thành phố|quận|huyện|thị trấn|phường|xã|đặc khu|tỉnh)(?!\w)(?! (?:ủy|uỷ|đoàn|hội)(?!\w))"
    r"|(?P<name>chống (?:thiên tai|tham nhũng|dịch|tội phạm|lụt)|Thể thao|Thương binh|thể thao và"
    r"|Bồi dưỡng|Tư vấn|Hướng nghiệp|[Tt]ruyền hình|công nghiệp (?:tỉnh|thành phố)"
    r"|giáo dục pháp luật|khen thưởng|vệ sinh (?:lao động|thực phẩm)|cứu nạn|cứu hộ|tôn giáo|đô thị"
    r"|sáng chế|đo lường|chất lượng(?! )|giám sát(?= (?:Đảng|Huyện|Tỉnh|cơ sở))|sử dụng tài sản|bảo tồn))"
)
_MANY_MORE = (
    r"(?:đảng bộ|chi bộ|khu công nghiệp|khu kinh tế|khu chế xuất|khu công nghệ cao|cụm công nghiệp|ban|sở|ngành"
    r"|đơn vị|đoàn thể|địa phương|tổ chức đảng"
    r"|doanh nghiệp|cơ quan|phòng|tổ chức"
    r"|thị(?=,)|thị ủy|thành ủy|quận ủy|huyện ủy|đảng ủy|tổ chức chính trị|hội|thành đoàn|thị đoàn|đoàn|ấp|khu phố"
    r"|trung tâm|đoàn trực"
    r"|chi nhánh|cơ sở|nghiệp đoàn|tập đoàn|tổng công ty|công ty|chi cục|khối|cụm|khoa|bộ môn|viện|trường|trạm"
    r"|tổ(?! chức)"
    r"|đội|thôn|xóm|bản|thành hội|thị hội|huyện hội|bệnh viện|chi hội|chi đoàn|tổ dân phố|cận lâm sàng"
    r"|cao đẳng|trung cấp|rừng (?:phòng|đặc|sản))(?!\w)"
)
_MANY_NOUNS = "|".join(
    sorted(
        MANY
        - {
            "tổ",
            "công đoàn",
            "cđcs",
            "lđlđ",
            "liên đoàn",
            "tổ công đoàn",
            "tổ chức công đoàn",
            "cán bộ",
            "tỉnh",
            "huyện",
            "xã",
            "phường",
            "thành phố",
            "quận",
        },
        key=len,
        reverse=True,
    )
)
COMMA_MANY = re.compile(rf",\s*(?:và\s)?(?:{_MANY_MORE}|(?:{_MANY_NOUNS})(?!\w))")
"""After a comma in "các sở, ban, ngành"."""
AND_MANY = re.compile(rf"\s*và\s{_MANY_MORE}")
ALONE_INSIDE = frozenset(
    [
        "tỉnh",
        "huyện",
        "xã",
        "phường",
        "quận",
        "ngành",
        "các",
        "thuộc",
        "thôn",
        "ấp",
        "làng",
        "bản",
        "buôn",
        "khối",
        "cụm",
        "miền",
        "khác",
        "đảng",
        "sở",
        "trường",
    ]
)
"""Small words that stand in names by themselves."""
PAIRS_INSIDE = word_table(
    """
của cộng|thành phố|thị xã|thị trấn|thị ủy|thành ủy|thành đoàn|đặc khu|cơ sở|trung ương|nhân dân|liên quan
có liên|tương đương
chuyên môn|địa phương|công nghiệp|khu công|kinh tế|khu kinh|khu chế|chế xuất|cấp trên|cấp dưới|cấp huyện|cấp tỉnh
cấp xã|cấp ủy|cấp uỷ|cấp cơ|trực thuộc|chính trị|xã hội|nông thôn|công đoàn|lao động|toàn quốc|toàn tỉnh|doanh nghiệp
đơn vị|cơ quan|vận tải|báo chí|y tế|công an|công chức|viên chức|cán bộ|hành chính|nhà nước|sự nghiệp|ngang bộ
ngang Bộ|trường học|ban quản|các khu|đoàn thể|chi nhánh|dân quân|kiểm sát|nữ công|thể thao|nghề nghiệp|kỹ thuật
quân sự|biên phòng|huyện ủy|đảng ủy|tổ công|khu phố|dân phố|trách nhiệm|trụ sở|chuyên trách|thành viên|trên địa
địa bàn|cùng cấp|thiên tai|tìm kiếm|cứu nạn|cứu hộ|dịch bệnh|tham nhũng|tiêu cực|tội phạm|công lập|ngoài công|dân lập
quốc phòng|an ninh|giao thông|công ty|kế toán|công nghệ|vật tư|thiết bị|nghiệp vụ|đối ngoại|pháp chế|quản trị
khám bệnh|gia đình|hội viên|chủ chốt|các cấp|các ngành|dân sự|khu vực|chính công|khóa đương|đương nhiệm|dụng lao
phụ nữ|nông dân|thanh niên|cựu chiến|công tác|thị trường|pháp luật|tuyên giáo|truyền thông|chất lượng|nhân lực
nhân sự|cơ điện|an toàn|quan hệ|tiền lương|kinh doanh|thủy sản|chăn nuôi|thú y|trồng trọt|thực vật|tin học|ngoại ngữ
dân tộc|tôn giáo|trẻ em|quốc tế|thư viện|nội vụ|tư pháp|hộ tịch|đất đai|đô thị|hạ tầng|bảo tàng|di tích|nghệ thuật
dịch vụ|nghệ số|đổi số|số cộng|hai cấp|ba cấp|khách hàng|tài nguyên|lâm sàng|đặc dụng|lâm nghiệp|môi trường|kế hoạch
tài chính|nội bộ|giao dịch|cửa khẩu|quần chúng|sinh viên|học sinh|cha mẹ|bệnh viện|tập đoàn|học viện|nhà trường
hai bên|quốc gia|có vốn|vốn nhà|có khu|vốn đầu|tư nước|nước ngoài|ngoài nhà|ngoài khu|tiểu học|mầm non|trung học
phổ thông|cao đẳng|trung cấp|đại học|mẫu giáo|dân cư|người nộp|nộp thuế|người bệnh|người lao|người có|người dân
"""
)
"""Two small words that stand in names together, or of which the first leads on to the second."""
PLACES = frozenset({"tỉnh", "huyện", "phố", "xã", "quận", "phường", "khu", "trấn"})
POSTS = re.compile(
    r"\s?[,–-]\s?(?=(?:[Pp]hó |[Cc]hủ tịch|[Tt]rưởng|[Bb]í thư|[ỦUủu][ỷyỶY] viên|[Gg]iám đốc|[Cc]hánh"
    r"|[Cc]huyên viên|[Kk]ế toán|[Cc]hủ nhiệm|[Cc]hi ủy|[Đđ]ảng ủy viên|[Tt]hành viên|[Tt]hủ quỹ|[Cc]án bộ"
    r"|P?CT(?![\w.])|UV"
    r"|P?BT(?!\w)|[Vv]iện trưởng|[Tt]hư ký|[Qq]uản đốc"
    r"|[Tt]ổ trưởng|[Ll]ãnh đạo|[Hh]iệu trưởng))"
)
"""Between a person's name and the post."""
SURNAME = (
    r"(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trương|Lương|Đoàn|Mai|Tô|Cao|Hà|Tạ"
    r"|Lâm|Đào|Phùng|Thái|Châu|Tống|Lò|Lường|Quàng|Thạch|Sơn|Ma|Nông|Hứa|Y|H')"
)
PERSON = vietnamese(
    rf"(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à)\s|(?:[Tt]hầy|[Cc]ô|[Aa]nh|[Cc]hị)\s(?=[A-ZÀ-ỸĐ])"
    rf"|{SURNAME}(?: [A-ZÀ-ỸĐ][a-zà-ỹđ]+){{1,4}}\s?[,–-]\s?(?=[A-ZÀ-ỸĐ][a-zà-ỹđ]+ )"
)
NO_BOARD = (
    r"ban(?:\s(?!chấp hành|thường vụ|tổ chức|chỉ đạo|giám|quản|điều|nữ công|chủ nhiệm|biên|văn"
    r"|công tác|bảo|an toàn|kiểm|thanh"
    r"|vận|liên|đại diện|soạn|thư ký|xây dựng|tài chính|tuyên|dân vận|chính sách)|[,.;:)]|$)"
)
"""After "giao": "họp giao ban LĐLĐ" names no board."""
ANYBODY = re.compile(
    r"(?:[Mm]ỗi |[Tt]ừng |[Cc]ác )?(?:[Đđ]ơn vị|[Cc]ơ quan|[Cc]ơ sở|[Tt]ập thể|[Bb]ộ phận|[Đđ]ịa phương|[Nn]ơi)"
)
""" "Mỗi đơn vị tổ chức ...": of those to whom the heading above is addressed."""

SHARES_OUT = re.compile(
    r"phân công\s(?:(?:cụ thể|nhiệm vụ)\s)?(?:cho\s)?(?:(?:cán bộ|công chức|đảng viên|ủy viên"
    r"|thành viên|cấp ủy viên)(?! [A-ZĐ])"
    r"|(?:các|từng)\s(?:đồng chí\s|đ/c\s)?(?:[ỦủUu]y viên|thành viên|đảng ủy viên|cấp ủy viên|[Bb]an(?! [A-ZĐ])|bộ phận"
    r"|cán bộ|phòng(?! [A-ZĐ])|tổ(?! [A-ZĐ])))"
)
""" "Ban Thường vụ phân công các ủy viên theo dõi ...": to nobody by name; the giver answers for it."""
SMALL_IN_LIST = re.compile(
    r"(?:cơ quan|đơn vị|doanh nghiệp|bệnh viện|nhà trường|ngân hàng|đoàn thanh niên|người đứng đầu|công an|hội phụ nữ"
    r"|hội nông dân|mặt trận|kho bạc|bảo hiểm xã hội|trung tâm y tế|trạm y tế)(?!\w)"
)
"""Bodies that begin with a small letter too where they stand beside others."""
