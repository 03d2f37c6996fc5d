"""The words that names of bodies are made of, and end at."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.head_words import MANY
from congdoan.documents.reading.layout.letters import vietnamese, word_table

FUNCTION_WORDS = word_table(
    "là|chịu|nên|ngay|luôn|đều|cũng|vẫn|để|trong|cùng|với|theo|về|được|có|tại|trước|sau|chậm|sớm|hằng|hàng|mỗi|nơi|khi|trên|từ|đã|sẽ|cần|phải|nếu|căn"
    "|thông|vào|đến|đồng|cụ|tự|nhằm|như|do|bằng|năm|quý|tháng|ngày|quy|kể|ngoài|đối|nơi|chưa|không|đang|tuyệt|rất|thì|mà|này|xong|đạt|gồm|ít|cho|lần|dự|tùy|tuỳ|đúng|dưới|qua"
    "|từng|nhanh|hết|song|vừa|riêng|tối|tranh|vì|xét|mặc|ra|dựa|xuất|thường|một|hai|đầu|cuối|bên|đi|nhất"
)
"""Small words that stand in no name ("trên" but after "cấp", "thông" but in a compound; see `units`)."""
FUNCTION_BEFORE = {
    "hàng": frozenset(("năm", "tháng", "quý", "tuần", "ngày", "loạt")),
    "đồng": frozenset(("thời", "chủ", "loạt", "hành", "ý")),
    "thông": frozenset(("qua", "báo", "tin")),
    "cho": frozenset(("vay", "công", "người", "đoàn", "các", "từng", "nữ", "con", "học", "hộ")),
    "lần": frozenset(("lượt",)),
    "dự": frozenset(("kiến",)),
    "đối": frozenset(("với",)),
    "dưới": frozenset(("sự", "hình")),
    "từng": frozenset(("bước", "lúc", "thời", "giai", "đợt")),
    "nhanh": frozenset(("chóng",)),
    "hết": frozenset(("sức", "lòng")),
    "song": frozenset(("song",)),
    "vừa": frozenset(("tuyên", "vận", "tổ", "làm", "thực", "phối", "bảo", "đảm", "chăm", "đẩy", "nâng", "xây")),
    "riêng": frozenset(("quý", "đối", "tháng", "năm", "trong", "về", "việc", "các")),
    "tối": frozenset(("thiểu", "đa")),
    "tranh": frozenset(("thủ",)),
    "vì": frozenset(("lợi", "quyền", "mục", "vậy", "thế")),
    "xét": frozenset(("thấy",)),
    "mặc": frozenset(("dù",)),
    "ra": frozenset(("sức",)),
    "dựa": frozenset(("trên", "vào", "theo")),
    "xuất": frozenset(("phát",)),
    "thường": frozenset(("kỳ", "niên", "lệ")),
    "một": frozenset(("năm", "quý", "tháng", "tuần", "lần", "mặt")),
    "hai": frozenset(("năm", "quý", "tháng", "tuần", "lần")),
    "đầu": frozenset(("năm", "quý", "tháng", "tuần", "mỗi", "nhiệm")),
    "cuối": frozenset(("năm", "quý", "tháng", "tuần", "mỗi", "nhiệm")),
    "bên": frozenset(("cạnh",)),
    "đi": frozenset(("cơ", "đầu", "thực", "kiểm", "xuống")),
    "nhất": frozenset(("là", "thiết")),
}
"""Those of them that end a name only before these words: "khách hàng", "Hội đồng", "Giao thông"."""
AFTER_NAMES = frozenset(
    ("là", "gồm", "chịu", "được", "có", "căn", "cần", "phải", "sẽ", "nên", "đã", "cùng", "tự", "theo", "thì")
)
"""Those of them that begin what a body is or does."""
COMPOUNDS = word_table(
    """
Đào tạo|đào tạo|Độc lập|công lập|Giao thông|giao thông|Truyền thông|Thương mại|thương mại|truyền thông|Viễn thông
phổ thông|Phổ thông|Thông tin|Hậu cần|Thường trực|thường trực|nghệ thông|thông tin|Công nghệ|dự báo|tổng công
Tổng công|thập đỏ|chiến binh|cao tuổi|thiếu nhi|thiếu niên|hành án|dân sự|tác xã|Thi đua|thi đua|Khối thi
Cụm thi|cụm thi|khối thi
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
    "|thương nhân|tư nhân|cá nhân|quân nhân|hội thi|kỳ thi|cuộc thi|dự thi|cảnh báo|thời báo|đất đai|nguồn thu"
    "|mạn tính|cấp tính|giới tính|máy tính|vi tính|chế tạo|kiến tạo|cải tạo|sáng tạo|dân lập|cây trồng|dân cử|bầu cử"
    "|trật tự|tích cực|sức tích|xuất nhập|hội nhập|thu nhập|hôn nhân|phạm nhân|nghệ nhân|phòng khám"
    "|tiêu dùng|giao nhận|tiếp nhận|công nhận|biên soạn|giảng dạy|mua sắm|bốc xếp|sắp xếp|nhà sơn"
    "|cùng cấp|đồng cấp|vốn vay|trung chuyển|cho thuê|chữ ký|thư ký|thực thi"
)
"""Nouns of which the second word looks like a verb."""
PUNCTUATION = re.compile(r"[:;.(\n”“\"|/)\[\]]|\s\+(?=\s)|\s[-–—](?=\s)|,")
DASH_INSIDE = vietnamese(r"\s[-–—]\s(?=[A-ZÀ-ỸĐ]|xã hội|nghề nghiệp|nữ công|thể thao|kỹ thuật)")
COMMA_PLACES = re.compile(
    r",\s*(?:(?:các\s)?(?:thị xã|thành phố|quận|huyện|thị trấn|phường|xã|đặc khu|tỉnh)(?!\w)(?! (?:ủy|uỷ|đoàn"
    r"|hội)(?!\w))"
    r"|(?P<name>chống (?:thiên tai|tham nhũng|dịch|tội phạm|lụt)|Thể thao|Thương binh|thể thao và"
    r"|Bồi dưỡng|Tư vấn|Hướng nghiệp|[Tt]ruyền hình|công nghiệp (?:tỉnh|thành phố)"
    r"|giáo dục pháp luật|khen thưởng|vệ sinh (?:lao động|thực phẩm|viên)|cứu nạn|cứu hộ|tôn giáo|đô thị"
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
cổ phần|một thành
phổ thông|cao đẳng|trung cấp|đại học|mẫu giáo|dân cư|người nộp|nộp thuế|người bệnh|người lao|người có|người dân
giúp việc|bộ phận|bệnh nhân|thông tấn|cấp nghề|đẳng nghề|nội trú|bán trú|công trình|thủy lợi
nhân nghèo|động nghèo|người nghèo|kiến thiết|ven biển|miền núi|vùng cao|biên giới|hải đảo
"""
)
"""Two small words that stand in names together, or of which the first leads on to the second."""
PLACES = frozenset({"tỉnh", "huyện", "phố", "xã", "quận", "phường", "khu", "trấn"})
POSTS = re.compile(
    r"\s?[,–-]\s?(?=(?:[Pp]hó |[Cc]hủ tịch|[Tt]rưởng|[Bb]í thư|[ỦUủu][ỷyỶY] viên|[Gg]iám đốc|[Cc]hánh"
    r"|[Cc]huyên viên|[Kk]ế toán|[Cc]hủ nhiệm|[Cc]hi ủy|[Đđ]ảng ủy viên|[Tt]hành viên|[Tt]hủ quỹ|[Cc]án bộ"
    r"|[A-ZĐ]{2,8}(?![\w-]|\.\w| [A-ZĐ])|UV"
    r"|[Vv]iện trưởng|[Tt]hư ký|[Qq]uản đốc"
    r"|[Tt]ổ trưởng|[Ll]ãnh đạo|[Hh]iệu trưởng))"
)
"""Between a person's name and the post."""
SURNAME = (
    r"(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trương|Lương|Đoàn|Mai|Tô|Cao|Hà|Tạ"
    r"|Lâm|Đào|Phùng|Thái|Châu|Tống|Trịnh|Vương|Triệu|Quách|Lưu|Đàm|Giàng|Sùng|Lò|Lường|Quàng|Thạch|Sơn|Ma|Nông|Hứa|Y|H'"
    r"|Bạch|Bế|Chu|Cù|Danh|Diệp|Doãn|Đậu|Hầu|Kim|Kiều|Khổng|Khuất|Ksor|Kpă|Rơ|Rah|Siu|Niê|La|Lã|Lại|Lục|Lù|Lầu|Mạc|Mông"
    r"|Ninh|Nghiêm|Phí|Tôn|Thân|Tòng|Ứng|Vi|Vàng|Vừ|Thào|Cầm|Điểu|Giáp|Sầm|Cấn|Thiều|Ung)"
)
DEGREE = r"(?:(?:PGS|GS|TS|ThS|Ths|BS(?:CK)?I{0,2}|CNĐD|CN|KS|DS|LS)\.?\s?)"
"""Degrees before a person's name: "BSCKII Nguyễn Văn Hòa"."""
PERSON = vietnamese(
    rf"(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à)\s|(?:[Tt]hầy|[Cc]ô|[Aa]nh|[Cc]hị)\s(?=[A-ZÀ-ỸĐ])"
    rf"|{DEGREE}*{SURNAME}(?: [A-ZÀ-ỸĐ][a-zà-ỹđ]+){{1,4}}\s?[,–-]\s?(?=[A-ZÀ-ỸĐ][a-zà-ỹđ]+ )"
)
NO_BOARD = (
    r"ban(?:\s(?!chấp hành|thường vụ|tổ chức|chỉ đạo|giám|quản|điều|nữ công|chủ nhiệm|biên|văn"
    r"|công tác|bảo|an toàn|kiểm|thanh"
    r"|vận|liên|đại diện|soạn|thư ký|xây dựng|tài chính|tuyên|dân vận|chính sách)|[,.;:)]|$)"
)
"""After "giao": "họp giao ban LĐLĐ" names no board."""
ANYBODY = re.compile(
    r"(?:[Mm]ỗi|[Tt]ừng) tổ chức"
    r"|(?:[Mm]ỗi |[Tt]ừng |[Cc]ác )?(?:[Đđ]ơn vị|[Cc]ơ quan|[Cc]ơ sở|[Tt]ập thể|[Bb]ộ phận|[Đđ]ịa phương|[Nn]ơi)"
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
    r"|hội nông dân|mặt trận|kho bạc|bảo hiểm xã hội|trung tâm y tế|trạm y tế|ủy ban (?:nhân dân|mặt trận|kiểm tra)"
    r"|liên đoàn lao động|hội liên hiệp phụ nữ|ban dân vận|ban tuyên giáo|hội cựu chiến binh)(?!\w)"
)
"""Bodies that begin with a small letter too where they stand beside others."""
