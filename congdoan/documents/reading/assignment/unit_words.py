"""The words that names of bodies are made of, and those at which they end."""

from __future__ import annotations

import re

from congdoan.documents.reading.layout.letters import vietnamese

CAPITAL_HEAD = (
    r"Văn phòng|VĂN PHÒNG|Ban(?= [A-ZÀ-ỸĐ])|Ban cán sự đảng|Ban cán sự|BAN |Ủy ban|Uỷ ban|UBKT"
    r"|UBND|UBMTTQ|HĐND|Hội đồng"
    r"|Sở(?= [A-ZÀ-ỸĐ])|Phòng(?= [A-ZÀ-ỸĐ])"
    r"|Tổng Liên đoàn|TLĐ|Liên đoàn Lao động|Liên đoàn lao động|LĐLĐ|Công đoàn|công đoàn|CĐCS"
    r"|CĐ(?= )|Nghiệp đoàn|nghiệp đoàn|Đảng ủy|Đảng uỷ"
    r"|Đảng bộ|Đảng đoàn|Tỉnh ủy|Tỉnh uỷ|Huyện ủy|Huyện uỷ|Thành ủy|Thị ủy|Quận ủy|Chi bộ|Cấp ủy"
    r"|cấp ủy|Hội(?= [A-ZÀ-ỸĐ])|Tỉnh [Đđ]oàn|Huyện [Đđ]oàn"
    r"|Thành [Đđ]oàn|Đoàn(?= [A-ZÀ-ỸĐ])|Mặt trận|MTTQ|Chi cục|Cục(?= [A-ZÀ-ỸĐ])|Tổng cục|Trung "
    r"tâm|Báo(?= [A-ZÀ-ỸĐ])|Đài(?= [A-ZÀ-ỸĐ])|Trường(?= [A-ZÀ-ỸĐ])"
    r"|Nhà Văn hóa|Nhà văn hóa|Bảo hiểm xã hội|BHXH|Công an|Bộ(?= [A-ZÀ-ỸĐ])|Thanh tra|Viện(?= "
    r"[A-ZÀ-ỸĐ])|Tòa án|Ngân hàng|Kho bạc|Liên minh|Tạp chí"
    r"|Chủ tịch|Phó Chủ tịch|Giám đốc|Thủ trưởng|Chánh Văn phòng|Trưởng [Bb]an|Trưởng phòng"
    r"|Người đứng đầu|Tổ(?= [A-ZÀ-ỸĐ])|Thường trực|Bộ phận"
    r"|Bệnh viện|Học viện|Tập đoàn|Tổng [Cc]ông ty|Công ty|Quỹ(?= [A-ZÀ-ỸĐ])|Cơ quan|Đơn vị|Bí "
    r"thư|Hiệu trưởng|Khoa(?= [A-ZÀ-ỸĐ])|Tiểu ban"
)
MANY = (
    r"(?:[Cc]ác|[Tt]ừng|[Mm]ỗi|[Tt]oàn thể|[Nn]hững|[Tt]ất cả các)\s(?:cấp [Cc]ông đoàn|cấp ủy"
    r"|cấp uỷ|ban|phòng|sở|đơn vị|cơ quan|tổ chức|địa phương|huyện|thị ủy|thành ủy|đảng bộ"
    r"|cụm|khối|ngành|đồng chí|tập thể|thành viên|doanh nghiệp|[Cc]ông đoàn|LĐLĐ|Liên đoàn|CĐCS"
    r"|Ban|Sở|Phòng|UBND|đoàn thể|xã|phường|cấp|chi|tổ"
    r"|trường|cá nhân|cán bộ|ngành)"
)
HEAD = vietnamese(rf"(?:(?:[Cc]ác|[Mm]ỗi|[Tt]ừng)\s)?(?:{CAPITAL_HEAD})(?!\w)|{MANY}(?!\w)")
STOP_WORDS = (
    r"chủ trì|phối hợp|có trách nhiệm|tham mưu|thực hiện|triển khai|là|chịu|tổ chức(?! đảng| "
    r"chính trị| đoàn thể)|theo dõi"
    r"|hướng dẫn|tổng hợp|đôn đốc|căn cứ|để|trong|nghiên cứu"
    r"|rà soát|chỉ đạo|báo cáo|bố trí|đảm bảo|bảo đảm|cân đối|lập|ban hành|tiếp tục|làm|phụ "
    r"trách|giúp|đề xuất|xây dựng|đẩy mạnh|tăng cường|chủ động"
    r"|định kỳ|thường xuyên|đưa|gửi|tập trung|cụ thể|quán triệt|tuyên truyền|giám sát|cùng|với|theo|về|được"
    r"|phát động|vận động|có|đăng ký|khảo sát|mở|cập nhật|phân công|nghiêm túc|tại|trước|sau"
    r"|chậm|hoàn thành|trình|thẩm định|sớm|kịp thời|và phối hợp"
    r"|đề nghị|lựa chọn|cử|duy trì|hỗ trợ|tạo|nâng cao|khẩn trương|lồng ghép|công bố|cung cấp"
    r"|quản lý|vận hành|đánh giá|hằng|hàng|mỗi|sơ kết|tổng kết|nơi|khi"
    r"|đầu mối|thống nhất|lãnh đạo|đồng thời|tích cực|xem xét|tiến hành|chuẩn bị|quan tâm|dự "
    r"toán|thông tin(?! và)|quy định|thống kê|tự|giải quyết|xử lý|đào tạo"
    r"|trên cơ sở|từ|đã|sẽ|cần|phải|thông qua|bám sát|huy động|liên hệ|nắm|phân bổ|gắn|đối với"
    r"|nếu|viết|biên soạn|in|chi|rút|hệ thống hóa|niêm yết|công khai|chấp hành"
    r"|góp ý|giới thiệu|phê duyệt|tiếp nhận|thu|trích|nộp|ký|sử dụng|áp dụng|xác định|phát huy"
    r"|bồi dưỡng|tập huấn|thành lập|vào|đến|tham gia|khen thưởng|thí điểm|ứng dụng"
)
STOP = re.compile(rf"\s+(?:{STOP_WORDS})(?!\w)|(?<![Bb]an)\s+kiểm tra(?!\w)")
PUNCTUATION = re.compile(r"[:;.(\n”“\"|/]|\s[-–—](?=\s)|,")
NAME_DASH = vietnamese(
    r"\s[-–—]\s(?=(?:Pháp luật|Nữ công|Thương binh|Văn phòng|Quan hệ|Kỹ thuật|Chính sách|Kiểm "
    r"tra|Đối ngoại|Thi đua|Kinh tế|Xã hội|Tài|Truyền|Văn hóa)\b)"
)
COMMA_INSIDE = re.compile(
    r",\s*(?:(?:các\s)?(?:thị xã|thành phố|quận|huyện|thị trấn|phường|xã|đặc khu|tỉnh)(?!\w)"
    r"|Thể thao|Thương binh|thể thao|(?:ban|ngành|đơn vị|đoàn thể|địa phương|tổ chức đảng|doanh nghiệp|cơ quan|phòng"
    r"|thị ủy|thành ủy|quận ủy|đảng ủy|tổ chức chính trị|hội)(?!\w))"
)
INSIDE = frozenset(
    re.findall(
        r"\w+",
        "tỉnh huyện thành phố thị xã quận phường đặc khu cơ sở ngành cấp trên các trung ương nhân dân liên quan thuộc"
        " tương đương chuyên môn địa phương công nghiệp kinh tế chế xuất kiểm tra đảng bộ ủy uỷ vụ và đoàn toàn quốc"
        " dưới nông thôn vận tải hội sự ban quản lý khối cụm trường học miền tổ chức thể doanh trách động số sở phòng"
        " đơn vị cơ quan lao viện giáo dục y viên chức",
    )
)
"""Small words that stand inside names after the first word that names the body."""
PLACES = frozenset({"tỉnh", "huyện", "phố", "xã", "quận", "phường", "khu", "trấn"})
PAIRS = {
    "thành": ("phố", "ủy", "uỷ", "viên"),
    "thị": ("xã", "ủy", "uỷ", "trấn"),
    "đặc": ("khu",),
    "địa": ("phương",),
    "sự": ("nghiệp",),
    "liên": ("quan",),
    "tổ": ("chức",),
    "giáo": ("dục",),
    "y": ("tế",),
    "viên": ("chức",),
}
"""Words that stand inside a name only before another one."""
