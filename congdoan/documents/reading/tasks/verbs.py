"""The verbs with which orders begin: where a task's words start, and where a body's name stops."""

from __future__ import annotations

from collections.abc import Sequence

from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.layout.letters import word_table

_PRINTED = """
tiếp tục|đẩy mạnh|đẩy nhanh|tăng cường|chủ động|xây dựng|tổ chức|triển khai|thực hiện|rà soát|nghiên cứu|tham mưu
đề xuất|kịp thời|tập trung|phối hợp|chủ trì|tuyên truyền|phổ biến|quán triệt|hướng dẫn|kiểm tra|giám sát|theo dõi
đôn đốc|tổng hợp|báo cáo|sơ kết|tổng kết|ban hành|hoàn thiện|hoàn thành|nâng cao|đổi mới|cải tiến|cải cách|phát huy
phát động|vận động|cập nhật|ứng dụng|hệ thống hóa|hệ thống hoá|thí điểm|bố trí|đảm bảo|bảo đảm|thành lập|kiện toàn
củng cố|đào tạo|bồi dưỡng|tập huấn|khảo sát|đánh giá|trình|tham gia|tham dự|góp ý|chăm lo|chăm sóc|hỗ trợ|đầu tư
mua sắm|sửa chữa|sửa đổi|bổ sung|quản lý|sử dụng|giải quyết|xử lý|xử phạt|tiếp nhận|tiếp cận|tiếp xúc|trích|nộp
khen thưởng|biểu dương|tôn vinh|vinh danh|tuyên dương|suy tôn|biên soạn|phát hành|thống kê|số hóa|số hoá|chuyển đổi
kết nạp|giới thiệu|phát triển|thương lượng|ký kết|đối thoại|chỉ đạo|lãnh đạo|phân công|khuyến khích|duy trì|chuẩn bị
lồng ghép|cụ thể hóa|cụ thể hoá|xác định|quy hoạch|sắp xếp|tinh gọn|tinh giản|chấn chỉnh|khắc phục|phòng ngừa
phòng chống|đấu tranh|ngăn chặn|kết nối|hợp tác|đăng ký|cung cấp|công khai|niêm yết|thúc đẩy|huy động|khai thác
áp dụng|vận hành|trang bị|nâng cấp|tiến hành|soạn thảo|dự thảo|thẩm định|thẩm tra|phê duyệt|thông báo|truyền thông
tham quan|thăm|thăm hỏi|chú trọng|chú ý|quan tâm|coi trọng|bám sát|nắm bắt|nắm|tư vấn|bảo vệ|đại diện|tháo gỡ
đơn giản hóa|đơn giản hoá|cắt giảm|rút ngắn|kết hợp|mở rộng|nhân rộng|cải thiện|tạo điều kiện|khởi tạo|kiểm soát
thanh tra|xem xét|lựa chọn|tuyển chọn|tuyển dụng|bình chọn|bình xét|đề cử|điều động|điều chuyển|luân chuyển|bổ nhiệm
cấp phát|chi trả|phân bổ|cân đối|quyết toán|lưu trữ|bảo quản|chuẩn hóa|chuẩn hoá|tích hợp|chia sẻ|liên thông
thiết lập|hình thành|phản ánh|trang trí|vệ sinh|ra quân|công bố|công nhận|đăng tải|phấn đấu|giao lưu|gặp mặt|gặp gỡ
tọa đàm|toạ đàm|học tập|thi đua|cảnh báo|dự báo|xác minh|kiến nghị|phân loại|phân cấp|phân tích|ủy quyền|uỷ quyền
liên hệ|ghi nhận|thanh toán|quyên góp|chỉnh lý|chỉnh trang|thay thế|bãi bỏ|chấm dứt|hạn chế|giữ vững|giữ gìn|kiểm kê
kiểm điểm|tiết kiệm|gắn kết|khởi công|kiên quyết|thu hồi|thu hút|thu thập|truy thu|trao đổi|trao tặng|luân phiên
lắp đặt|đấu thầu|giải ngân|giải trình|giải phóng|giải tỏa|di dời|bàn giao|nghiệm thu|thanh lý|điều tra|đo đạc|kêu gọi
tập hợp|nhắc nhở|xóa bỏ|loại bỏ|chấp hành|tuân thủ|thực thi|thi hành|giáo dục|rèn luyện|kê khai|khai báo|đối chiếu
rút kinh nghiệm|lấy ý kiến|phục vụ|đón tiếp|động viên|cổ vũ|khích lệ|khơi dậy|lan tỏa|nêu cao|nạo vét|diễn tập
huấn luyện|tuần tra|ứng phó|ứng trực|sơ tán|cứu trợ|vận chuyển|khởi kiện|hòa giải|bảo tồn|sáp nhập|hợp nhất|giải thể
chia tách|chuyển giao|đình chỉ|tạm dừng|gia hạn|điều chỉnh|điều hành|đúc kết|lập|mở|đưa|gửi|trả|giao|gắn|tạo|giữ|mời
giúp|ký|viết|đăng|treo|trồng|bầu|cử|in|tiếp|thu|chi|cấp|phát|xét|họp|thi|giảm|tăng|chuyển|đổi|tặng|trao|thuê|mua|đặt
dừng|chốt|làm|kẻ|lắp|thay|rắc|bắt|chọn|xóa|đề nghị|yêu cầu|chịu trách nhiệm|có trách nhiệm|phát dọn|tu sửa|phun|cắm
nhân|ra mắt|trực|khánh thành|khai trương|đón|cam kết|nêu gương|hưởng ứng|đồng hành|phụ trách|tích cực|nghiêm túc
khẩn trương|thường xuyên|định kỳ|quyết liệt|tự kiểm tra|tự đánh giá|bồi thường|truy vết|phủ sóng|tổng rà soát
vào cuộc|tham vấn|đưa tin|thông tin|trả lời|phúc đáp|phản hồi|quảng bá|tạo lập|hiện đại hóa|hiện đại hoá|đẩy lùi
trấn áp|triệt phá|xúc tiến|đảm nhận|đảm nhiệm|thống nhất|hoàn tất|lắng nghe|nhập|cải tạo|khai mạc|bế mạc|tự giác
gương mẫu|cùng cố|tuyển sinh|kiềm chế|trùng tu|thường trực|trực tiếp|quyết định|dự toán|đầu mối|dành|phản biện
thu nộp|lấy|khởi động|nối|gia cố|phát tờ|ghép|rải|khơi thông|thu gom|dọn|phân phối|giám định|tiêm|khám|chuyển tải|tải
vay|góp|đề ra|bóc gỡ|hiến|nêu|kết luận|hỏi|cài đặt|tích lũy|tra cứu|chứng thực|xác nhận|định hướng|triển lãm|chụp|lên
chấm|tính|trao giải|tổng duyệt|dự trù|hoàn chỉnh|kết thúc|gói|nấu|ủng hộ|đóng góp|dâng hương|thắp hương|thắp nến
viếng|tưởng niệm|mít tinh|diễu hành|thi công|tháo dỡ|cưỡng chế|đền bù|cấp phép|thu dọn|xét nghiệm|điều trị|cách ly
khoanh vùng|tiếp sóng|phát sóng|ghi hình|phỏng vấn|thiết kế|bốc thăm|rút thăm|hiệp thương|tiếp đón|đăng cai|luyện tập
tập luyện|biểu diễn|sưu tầm|trưng bày|quét dọn|truy tặng|nhắn tin|tiếp thu|giải đáp|hoàn trả|hoàn ứng|nâng|nghiêm cấm
tạm ứng|đối soát|đăng tin|trải nghiệm|định giá|dự phòng|thí nghiệm|thử nghiệm|kiểm nghiệm|kiểm định|sản xuất|chế biến
thu mua|tiêu thụ|bảo dưỡng|bảo trì|duy tu|tu bổ|tôn tạo|phục hồi|phục dựng|khử khuẩn|khử trùng|phân luồng|điều phối
điều tiết|tiết giảm|đấu nối|truy xuất|kiểm đếm|biên tập|xuất bản|xét tuyển|thi tuyển|sát hạch|xếp loại|xếp hạng
chấm điểm|ưu tiên|miễn giảm|truy tố|xét xử|khởi tố|đàm phán|hạch toán|kiểm toán|thu nợ|tài trợ|bảo lãnh|phân định
ủy thác|uỷ thác|cấp đổi|cấp lại|tái cơ cấu|cơ cấu lại|thoái vốn|trưng cầu|lấy mẫu|đứng ra|phân ca|phân công ca|lo|sửa
soạn|dạy|ghi|nhận|tìm|gọi|chia|đo|đóng|dùng|gom|lọc|nuôi|quay|sắm|sắp|sao|tháo|vẽ|xem|xin|xếp|chở|rửa|quét|sơn|đánh
làm việc|làm thủ tục|sang sửa|hiệp y|đảm trách|gặp|nghe|bàn|chúc|chúc mừng|giảng dạy|giám hộ|ươm|gieo|thả|cấy ghép
triệu tập|lưu|ban bố|báo|chủ tọa|công diễn|nghiệm thu|chiếu|tường thuật|bám|túc trực|trực chiến|ra văn bản
ra thông báo|ra quyết định|ra chỉ thị|xịt|gác|chở|bốc xếp|giao ban
đồng bộ|nhận diện|cảnh giác|ra đề|coi thi|chấm thi|hiệp đồng
kê thêm|kê|dán|căng|rào chắn|đắp|san gạt|rút|bơm|dự họp|dự hội nghị|phân tuyến|sàng lọc|truy quét|tạm giữ
niêm phong|tuyển|hoãn|lùi|dời|quy đổi|tái chế|tưới|tỉa|khởi xướng|quảng cáo|đúc rút|xác lập|phân quyền|thuyết phục
đấu giá|điểm danh|tập kết|di chuyển|chằng chống|kéo|dập|cho mượn
khôi phục|tái thiết|tái lập|giải cứu|kích hoạt|rà quét|đính chính|hiệu chỉnh|gia tăng|khống chế|tập dượt|duyệt|phê bình
thế chấp|đỡ đầu|cưu mang|che chắn|lợp|xây mới|canh gác|canh trực|mật phục|vây bắt|tuyên án|kháng nghị|thụ lý|tống đạt
phong tỏa|kết chuyển|đối trừ|truy trả|lai tạo|bỏ phiếu|biểu quyết|chung tay|chung sức|hội chẩn|tẩy giun|cân đo|lau dọn
hút bụi|hiệu chuẩn|ban phát|bốc dỡ|nổ mìn|tiêu úng|tích nước|xả lũ|cảnh giới|phất cờ|liên kết|giặt|in ấn
gánh|gánh vác|đảm đương|cáng đáng|quán xuyến|chỉ định|phân bố|gởi|dự|tổng kiểm tra|tổng vệ sinh|tổng điều tra
đề cao|vận dụng|quyết tâm|sẵn sàng|linh hoạt|bình ổn|mạnh dạn|nỗ lực|cố gắng|nghiêm chỉnh|đi đầu|tiên phong|xung phong
đích thân|thay mặt|thể chế hóa|thể chế hoá|hủy
phúc tra|thanh quyết toán|chiêu sinh|ứng kinh phí|nói chuyện|chào mừng|truyền đạt
dẫn chương trình|may đồng phục
"""
_NOT_ALONE = word_table(
    """
nhân dân|nhân viên|nhân sự|nhân lực|chi nhánh|chi bộ|chi hội|chi đoàn|chi cục|chi phí|giao thông|thu nhập|cấp huyện
cấp tỉnh|cấp xã|cấp thành|cấp thị|cấp phường|cấp cụm|cấp khối|cấp chi|cấp toàn|cấp đảng|cấp trên|cấp dưới|cấp cơ
cấp ủy|cấp uỷ|cấp cao|cấp sở|cấp phòng|cấp trung|cấp quận|trực thuộc
phát thanh|thi hành án|cấp công|cấp mình|thông tin và|thông tin liên|thông tin dữ|thông tin cơ|tổ chức đảng
tổ chức chính|tổ chức đoàn|tổ chức công|tổ chức xã|tổ chức tín|tổ chức thành|tổ chức cơ|trình độ|lập trường
tăng trưởng|đầu tư xây|tạo việc|thi tay|chuyển biến|định hướng đến|định hướng phát|định hướng năm|định hướng lớn
nhận thức|ghi chú|đóng góp|dùng chung|đánh bắt|bàn ghế|chúc thọ|sơn mài|căng tin|căng thẳng|kéo dài|kéo co|sao y
xin việc|quay vòng|gặp khó|nghe nhìn|thị xã|thị trấn|thị ủy|thị đoàn|thị hội
dự án|dự kiến|dự bị|dự trữ|dự luật|dự nguồn|dự khuyết|dự thi|dự giờ
lưu động|lưu thông|lưu vực|lưu niệm|lưu trú|báo chí|báo đài
"""
)
"""Words that look like a verb but belong to the noun they stand in."""
VERBS = word_table(_PRINTED)
_HOMOGRAPHS = word_table(
    "lo|soan|day|nhan|tim|goi|do|dong|dung|loc|nuoi|sao|thao|ve|xem|xin|cho|quet|son|danh|gap|nghe|ban|chuc|trong|moi|dat|do|nhan|noi|hoi|tai|ke|neu|don|dung|danh|tinh|doi|chi"
    "|du|goi|ke|dan|cang|dap|rut|bom|tuyen|hoan|lui|tuoi|tia|keo"
)
"""Without marks these are as often a small word of another meaning."""
_FOLDED = frozenset(fold(verb) for verb in VERBS) - _HOMOGRAPHS
_BODIES = word_table(
    "dang uy|dang bo|dang vien|dang doan|giam doc|giam thi|giao vien|chuyen vien|chuyen mon|thu ky|thu kho|thu truong"
    "|thu tuong|thu vien|thue tinh|thue thanh|thue co|bao tang|lam truong|ky tuc"
)
"""Bodies and posts that without marks begin like a verb: "đăng", "giảm", "giao", "thu"."""
_FOLDED_NOT_ALONE = frozenset(fold(words) for words in _NOT_ALONE) | _BODIES
_LONGEST = max(verb.count(" ") for verb in VERBS) + 1


def verb_at(words: Sequence[str]) -> bool:
    """Whether printed words, in small letters and without punctuation, begin with a verb of work."""
    return _begins(words, VERBS, _NOT_ALONE)


def folded_verb_at(words: Sequence[str]) -> bool:
    """The same for words without marks."""
    return _begins(words, _FOLDED, _FOLDED_NOT_ALONE)


def _begins(words: Sequence[str], verbs: frozenset[str], not_alone: frozenset[str]) -> bool:
    if " ".join(words[:2]) in verbs:
        return " ".join(words[:3]) not in not_alone
    if words and words[0] in verbs:
        return " ".join(words[:2]) not in not_alone
    return any(" ".join(words[:count]) in verbs for count in range(3, _LONGEST + 1))
