"""The fields of work, groups of people and rooms that bodies of state, Party, unions, firms, schools are named after.

Two topics that a dash, a comma or "và" joins need no line of their own.
"""

from __future__ import annotations

from congdoan.documents.reading.layout.letters import word_table

TOPICS = word_table(
    """
tổ chức đảng|phản ứng nhanh|tổ chức đảng, đảng viên|tổ chức - cán bộ
an ninh|an ninh chính trị nội bộ|an ninh kinh tế|an ninh mạng|an ninh trật tự|an toàn|an toàn bức xạ
an toàn giao thông|an toàn lao động|an toàn thông tin|an toàn thực phẩm|an toàn vệ sinh lao động
an toàn vệ sinh viên|an toàn, vệ sinh viên|an toàn vệ sinh
an toàn vệ sinh thực phẩm|an toàn, vệ sinh lao động|biên phòng|biên tập|biến đổi khí hậu|bán hàng|báo chí
bình đẳng giới|bưu chính|bạn đọc|bản đồ|bảo hiểm xã hội|bảo hiểm y tế|bảo hộ lao động|bảo trì
bảo trợ người khuyết tật và trẻ mồ côi|bảo trợ xã hội|bảo tồn biển|bảo tồn thiên nhiên|bảo vệ|bảo vệ an ninh trật tự
bảo vệ an ninh trật tự ở cơ sở|bảo vệ chính trị nội bộ|bảo vệ chăm sóc trẻ em|bảo vệ dân phố|bảo vệ môi trường
bảo vệ người tiêu dùng|bảo vệ quyền trẻ em|bảo vệ quân sự|bảo vệ sức khỏe cán bộ|bảo vệ thực vật|bảo vệ trật tự
bảo vệ và phát triển rừng|bảo vệ, chăm sóc sức khỏe cán bộ|bảo vệ, chăm sóc trẻ em|bảo đảm chất lượng|bến xe
bệnh nghề nghiệp|bệnh nhiệt đới|bệnh phổi|bồi dưỡng chính trị|bồi dưỡng nghiệp vụ|bồi thường, giải phóng mặt bằng
bổ trợ tư pháp|bộ đội biên phòng|cao đẳng|cao đẳng nghề|cha mẹ học sinh|chiến lược|chiến lược phát triển|chiếu phim
chiếu sáng|chuyên môn|chuyên trách|chuyên đề|chuyển giao công nghệ|chuyển đổi số|chính phủ|chính quyền địa phương
chính sách|chính sách bảo hiểm|chính sách kinh tế - xã hội|chính sách pháp luật|chính sách xã hội|chính trị
chính trị tư tưởng|chăm sóc khách hàng|chăm sóc sức khỏe|chăm sóc sức khỏe sinh sản|chăm sóc, bảo vệ trẻ em|chăn nuôi
chấn thương|chấn thương chỉnh hình|chất lượng|chẩn đoán hình ảnh|chế biến|chế độ bảo hiểm xã hội|chế độ chính sách
chỉ đạo tuyến|chống độc|chữ thập đỏ|cung tiêu|cung ứng|cán bộ|cán thép|cây xanh|công chức|công chức, viên chức
công chứng|công nghiệp|công nghệ|công nghệ cao|công nghệ chế biến|công nghệ số|công nghệ số cộng đồng
công nghệ thông tin|công nhân|công nhân lao động|công nhân và công đoàn|công nợ|công sản|công thương
công trình đô thị|công tác chính trị|công tác công đoàn|công tác dân vận|công tác học sinh - sinh viên
công tác học sinh sinh viên|công tác học sinh, sinh viên|công tác mặt trận|công tác người học|công tác sinh viên
công tác xã hội|công tác đoàn viên|công viên cây xanh|cơ giới|cơ khí|cơ yếu|cơ điện|cơ điện lạnh|cải cách hành chính
cảnh sát giao thông|cảnh sát hình sự|cảnh sát kinh tế|cảnh sát điều tra tội phạm về ma túy
cảnh sát điều tra tội phạm về trật tự xã hội|cảnh sát quản lý hành chính về trật tự xã hội
cảnh sát điều tra tội phạm về kinh tế|cảnh sát phòng cháy chữa cháy|cảnh sát khu vực|cảnh sát môi trường|cấp cứu
cấp nước|cấp thoát nước|cầu đường
cổng thông tin điện tử|cứu nạn cứu hộ|cựu chiến binh|cựu giáo chức|cựu thanh niên xung phong|da liễu|di sản văn hóa
dinh dưỡng|doanh nghiệp|doanh nghiệp nhỏ và vừa|doanh nhân|doanh nhân nữ|doanh nhân trẻ|du lịch|dân chủ|dân phòng
dân quân|dân quân tự vệ|dân số|dân tộc|dân vận|dân vận chính quyền|dân vận và mặt trận|dược|dạy nghề|dệt|dịch vụ
dịch vụ công|dịch vụ công ích|dịch vụ hậu cần|dịch vụ khách hàng|dịch vụ nông nghiệp|dịch vụ tổng hợp
dịch vụ việc làm|dịch vụ đô thị|dữ liệu|dự án|gia đình|giao dịch|giao dịch một cửa|giao nhận|giao thông
giao thông vận tải|giám sát|giám sát nội bộ|giám sát, điều hành thông minh|giám sát, điều hành đô thị thông minh
giám định bảo hiểm y tế|giám định y khoa|giáo chức|giáo dục|giáo dục chính trị|giáo dục lý luận chính trị
giáo dục mầm non|giáo dục nghề nghiệp|giáo dục pháp luật|giáo dục quốc phòng|giáo dục thường xuyên|giáo dục thể chất
giáo dục tiểu học|giáo dục trung học|giáo dục trung học cơ sở|giải phóng mặt bằng|giải phẫu bệnh|giống cây trồng
giới thiệu việc làm|gây mê hồi sức|hoà giải|huyết học|huyết học - truyền máu|huấn luyện và thi đấu
huấn luyện và thi đấu thể dục thể thao|hành chính|hành chính công|hành chính nhân sự|hành chính pháp lý
hành chính quản trị|hành chính tư pháp|hành chính tổng hợp|hòa giải|hóa học|hóa sinh|hđnd|hướng nghiệp|hạ tầng
hạ tầng kỹ thuật|hải quan|hậu cần|hệ thống|học sinh|học sinh, sinh viên|hồi sức cấp cứu|hồi sức tích cực
hỗ trợ doanh nghiệp|hỗ trợ doanh nghiệp nhỏ và vừa|hỗ trợ khởi nghiệp|hỗ trợ ngư dân|hỗ trợ nông dân|hỗ trợ phụ nữ
hỗ trợ phụ nữ khởi nghiệp|hỗ trợ phụ nữ phát triển kinh tế|hỗ trợ sinh viên|hỗ trợ thanh niên
hỗ trợ thanh niên công nhân|hỗ trợ việc làm|hộ tịch|hội nghị|hội nhập quốc tế|hội viên|hội đồng nhân dân
hợp tác quốc tế|hợp tác và phát triển|hữu nghị|khai thác|khai thác công trình thủy lợi|khai thác cảng|khai thác mỏ
khen thưởng|kho bạc|kho hàng|kho quỹ|kho vận|khoa giáo|khoa học|khoa học công nghệ|khoa học cơ bản|khoa học tự nhiên
khoa học xã hội|khoáng sản|khuyến công|khuyến học|khuyến nông|khuyết tật|khách hàng|khách hàng cá nhân
khách hàng doanh nghiệp|khách sạn|khám bệnh|khí tượng thủy văn|khảo thí|kinh doanh|kinh doanh tổng hợp
kinh doanh xuất nhập khẩu|kinh tế|kinh tế chính trị|kinh tế hợp tác|kinh tế ngành|kinh tế tư nhân|kinh tế tập thể
kinh tế tổng hợp|kinh tế đối ngoại|kiến trúc|kiểm dịch|kiểm lâm|kiểm nghiệm|kiểm nghiệm thuốc, mỹ phẩm, thực phẩm
kiểm ngư|kiểm soát bệnh tật|kiểm soát nhiễm khuẩn|kiểm soát nội bộ|kiểm soát thủ tục hành chính|kiểm toán
kiểm toán nội bộ|kiểm tra|kiểm tra văn bản|kiểm tra, giám sát|kiểm định chất lượng|kế hoạch|kế hoạch hóa gia đình
kế hoạch kinh doanh|kế hoạch kỹ thuật|kế hoạch nghiệp vụ|kế hoạch sản xuất|kế hoạch thị trường|kế hoạch tài chính
kế hoạch tổng hợp|kế hoạch vật tư|kế hoạch đầu tư|kế toán|kế toán tài chính|kế toán tài vụ|kỹ thuật|kỹ thuật an toàn
kỹ thuật công nghệ|kỹ thuật cơ điện|kỹ thuật mỏ|kỹ thuật nghiệp vụ|kỹ thuật nông nghiệp|kỹ thuật sản xuất
kỹ thuật vật tư|lao và bệnh phổi|lao động|lao động nữ|lao động tiền lương|liên hiệp phụ nữ|liên hiệp thanh niên
luyện gang|luật gia|luật pháp|làm vườn|lái tàu|lâm nghiệp|lão khoa|lý luận chính trị|lưu trữ|lễ tân|lịch sử
lịch sử đảng|lữ hành|marketing|may|may mặc|mua sắm|môi trường|môi trường đô thị|mầm non|mắt|mặt trận thanh niên
một cửa|mỹ thuật|nghiên cứu khoa học|nghiên cứu phát triển|nghiên cứu phát triển kinh tế
nghiên cứu phát triển kinh tế - xã hội|nghiên cứu và phát triển|nghiệp vụ|nghiệp vụ dược|nghiệp vụ y|nghệ thuật
nghệ thuật biểu diễn|ngoại|ngoại chấn thương|ngoại ngữ|ngoại thần kinh|ngoại tổng hợp|ngoại vụ|nguyên liệu
nguồn nhân lực|ngân hàng|ngân sách|người cao tuổi|người có công|người khuyết tật|ngữ văn|nhi|nhi khoa|nhuộm|nhà báo
nhà hàng|nhà nước và pháp luật|nhân lực|nhân sự|nhân đạo|nhập khẩu|nhỏ và vừa|nông dân|nông lâm nghiệp|nông nghiệp
nông thôn mới|nông vận|năng lượng|nước sạch|nước sạch và vệ sinh môi trường nông thôn|nạn nhân chất độc da cam
nạn nhân chất độc da cam/dioxin|nếp sống văn hóa|nội|nội chính|nội chính và phòng, chống tham nhũng|nội soi
nội thần kinh|nội tim mạch|nội tiết|nội tổng hợp|nội vụ|nữ công|nữ công quần chúng|nữ doanh nhân|nữ trí thức
nữ công nhân|nữ công nhân lao động|nữ công nhân nhà trọ|công nhân nhà trọ
phong trào|phong trào thanh niên|pháp chế|pháp luật|pháp lý|pháp y|phát hành|phát hành phim và chiếu bóng|phát thanh
phát triển|phát triển dự án|phát triển kinh doanh|phát triển nông thôn|phát triển quỹ đất|phát triển đoàn viên
phát triển đô thị|phòng cháy chữa cháy|phòng cháy, chữa cháy|phòng cháy, chữa cháy và cứu nạn, cứu hộ
phòng chống dịch|phòng chống ma túy|phòng chống tham nhũng|phòng chống thiên tai|phòng chống tệ nạn xã hội
phòng thủ dân sự|phòng, chống dịch|phòng, chống ma túy|phòng, chống tham nhũng|phòng, chống tham nhũng, tiêu cực
phòng, chống thiên tai|phòng, chống thiên tai và tìm kiếm cứu nạn|phòng, chống tệ nạn xã hội|phòng, chống tội phạm
phóng viên|phẫu thuật|phối hợp phổ biến giáo dục pháp luật|phối hợp phổ biến, giáo dục pháp luật
phổ biến giáo dục pháp luật|phổ biến, giáo dục pháp luật|phụ nữ|phụ sản|phục hồi chức năng|phục vụ hành chính công
quan hệ công chúng|quan hệ khách hàng|quan hệ lao động|quan hệ quốc tế|quy hoạch|quân nhu|quân sự|quân y
quản lý bảo trì đường bộ|quản lý chất lượng|quản lý chợ|quản lý các khu chế xuất và công nghiệp
quản lý các khu công nghiệp|quản lý các khu công nghiệp và chế xuất|quản lý công sản|quản lý di tích
quản lý doanh nghiệp|quản lý du lịch|quản lý dự án|quản lý dự án đầu tư xây dựng|quản lý giá và công sản
quản lý hành chính về trật tự xã hội|quản lý hành nghề|quản lý khoa học|quản lý khu công nghiệp
quản lý khu công nghệ cao|quản lý khu kinh tế|quản lý kinh tế|quản lý ký túc xá|quản lý kỹ thuật|quản lý lao động
quản lý ngân sách|quản lý nhà và thị trường bất động sản|quản lý năng lượng|quản lý nợ
quản lý phương tiện và người lái|quản lý rủi ro|quản lý rừng|quản lý rừng phòng hộ|quản lý rừng đặc dụng
quản lý sản xuất|quản lý thu|quản lý thu nợ|quản lý thuế|quản lý thương mại|quản lý thể dục thể thao|quản lý thị trường
quản lý trật tự đô thị|quản lý tòa nhà|quản lý tổng hợp|quản lý văn hóa|quản lý vận tải|quản lý vật tư
quản lý vốn|quản lý xây dựng
quản lý xử lý vi phạm hành chính|quản lý đào tạo|quản lý đô thị|quản lý đường bộ|quản lý đầu tư|quản trị
quản trị mạng|quản trị nhân lực|quản trị thiết bị|quốc hội|quốc phòng|răng - hàm - mặt|răng hàm mặt|sau đại học
sinh học|sinh viên|sinh vật cảnh|sơ sinh|sản|sản phụ|sản xuất|số hóa|sở hữu trí tuệ|sợi|sức khỏe môi trường
sức khỏe nghề nghiệp|sức khỏe sinh sản|tai - mũi - họng|tai mũi họng|thanh niên|thanh niên công nhân và đô thị
thanh niên nông thôn|thanh niên trường học|thanh niên tình nguyện|thanh niên xung kích|thanh niên xung phong
thanh quyết toán|thanh thiếu nhi|thanh thiếu nhi trường học|thanh tra|thanh tra bảo vệ|thanh tra nhân dân
thanh tra pháp chế|theo dõi thi hành pháp luật|thi hành án|thi hành án dân sự|thi đua|thi đua khen thưởng|thiết bị
thiết kế|thiếu nhi|thiếu niên|thiếu niên nhi đồng|thoát nước|thuế|thuỷ lợi|thuỷ sản|thành phẩm|thông gió|thông tin
thông tin cơ sở|thông tin tuyên truyền|thông tin điện tử|thông tin, tuyên truyền|thú y|thăm dò|thăm dò chức năng
thư ký|thư viện|thương binh|thương mại|thần kinh|thẩm định giá|thận - lọc máu|thận nhân tạo|thể dục|thể dục thể thao
thể thao|thị trường|thời sự|thủy lợi|thủy sản|tim mạch|tim mạch - lão học|tin học|tiêm chủng
tiêu chuẩn - đo lường - chất lượng|tiêu chuẩn đo lường chất lượng|tiêu hóa|tiếng anh|tiếp công dân|tiếp dân
tiếp nhận hồ sơ và trả kết quả|tiếp nhận và trả kết quả|tiếp thị|tiết chế dinh dưỡng|tiết kiệm và vay vốn|tiền lương
tiểu học|tiểu thủ công nghiệp|toán - tin|trang thiết bị|triết học|trung cấp|trung học cơ sở|trung học phổ thông
truyền hình|truyền nhiễm|truyền thanh|truyền thông|truyền thông - giáo dục sức khỏe|truyền thông giáo dục sức khỏe
trí thức|trật tự đô thị|trắc địa|trẻ em|trị sự|trồng trọt|trợ giúp pháp lý|trợ giúp pháp lý nhà nước|trợ vốn
tuyên giáo|tuyên giáo & nữ công|tuyên giáo nữ công|tuyên huấn|tuyên truyền|tuyên truyền cổ động|tuyển sinh|tài chính
tài chính doanh nghiệp|tài chính kế toán|tài chính đảng|tài nguyên|tài nguyên nước|tài vụ|tìm kiếm cứu nạn
tích hợp dữ liệu|tín dụng|tôn giáo|tù yêu nước|tư pháp|tư vấn pháp luật|tư vấn pháp luật công đoàn|tệ nạn xã hội
tổ chức|tổ chức cán bộ|tổ chức hành chính|tổ chức lao động|tổ chức nhân sự|tổ chức xây dựng đảng|tổ chức đảng
tổng hợp|tổng phụ trách|từ thiện|tự quản|tự vệ|ubnd|ung bướu|vi sinh|viên chức|viễn thông|việc làm|vì người nghèo
vì sự tiến bộ của phụ nữ|vì sự tiến bộ phụ nữ|văn - thể|văn hoá|văn hóa|văn hóa - văn nghệ|văn hóa quần chúng
văn hóa văn nghệ|văn học nghệ thuật|văn thư|văn thư lưu trữ|văn thể|văn xã|vận hành|vận tải|vận tải hành khách|vật lý
vật lý trị liệu|vật tư|vật tư - trang thiết bị y tế|vật tư thiết bị|vật tư, thiết bị y tế|vệ sinh an toàn thực phẩm
vệ sinh lao động|xung kích|xung kích phòng, chống thiên tai|xuất bản|xuất khẩu|xuất nhập khẩu|xây dựng
xây dựng chính quyền|xây dựng chính quyền và công tác thanh niên|xây dựng nếp sống văn hóa|xây dựng tổ chức
xây dựng tổ chức hội|xây dựng tổ chức đảng|xây dựng và kiểm tra văn bản|xây dựng đoàn
xây dựng đoàn và công tác đoàn viên|xây dựng đảng|xây dựng, kiểm tra và thi hành pháp luật|xây lắp|xã hội
xã hội nhân văn|xã hội từ thiện|xét nghiệm|xúc tiến du lịch|xúc tiến thương mại|xúc tiến đầu tư
xúc tiến đầu tư, thương mại và du lịch|xử lý nước thải|y học cổ truyền|y tế|y tế công cộng|y tế dự phòng|y vụ|âm nhạc
ăn ca|điều dưỡng|điều hành|điều hành sản xuất|điều hành thông minh|điều phối nông thôn mới|điều độ|điều độ sản xuất
điện ảnh|đo lường|đo đạc|đoàn kết tập hợp thanh niên|đoàn đbqh|đoàn đại biểu quốc hội|đào tạo|đào tạo sau đại học
đào tạo và bồi dưỡng|đào tạo và bồi dưỡng cán bộ|đào tạo, bồi dưỡng|đô thị|đông y|đăng ký đất đai|đơn giá
đại diện cha mẹ học sinh|đại học|đảm bảo chất lượng|đất đai|đấu giá tài sản|đấu thầu|đầu tư|đầu tư phát triển
đầu tư xây dựng|đền bù|đền ơn đáp nghĩa|địa chất|địa lý|định mức|đối ngoại|đổi mới sáng tạo|đời sống|đời sống văn hóa
ủy ban nhân dân|ứng cứu sự cố|ứng dụng tiến bộ khoa học|ứng dụng tiến bộ khoa học và công nghệ
"""
)
