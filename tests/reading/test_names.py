"""How far the name of a body goes in running text."""

from __future__ import annotations

import pytest

from congdoan.documents.reading.assignment.units import units_from

SENTENCES = [
    ("Ban Tổ chức chủ trì", ["Ban Tổ chức"]),
    ("Văn phòng theo dõi, đôn đốc", ["Văn phòng"]),
    (
        "Sở Giáo dục và Đào tạo, Sở Lao động - Thương binh và Xã hội triển khai",
        ["Sở Giáo dục và Đào tạo", "Sở Lao động - Thương binh và Xã hội"],
    ),
    (
        "Các Bộ, cơ quan ngang Bộ, Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương tập trung",
        ["Các Bộ, cơ quan ngang Bộ", "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương"],
    ),
    ("Các huyện ủy, thị ủy, đảng ủy trực thuộc xây dựng", ["Các huyện ủy, thị ủy, đảng ủy trực thuộc"]),
    ("Mặt trận Tổ quốc và các đoàn thể huyện phối hợp", ["Mặt trận Tổ quốc", "các đoàn thể huyện"]),
    ("Hội Cựu chiến binh tỉnh, Hội Chữ thập đỏ vận động", ["Hội Cựu chiến binh tỉnh", "Hội Chữ thập đỏ"]),
    ("công đoàn ngành, công đoàn cơ sở trực thuộc căn cứ", ["công đoàn ngành", "công đoàn cơ sở trực thuộc"]),
    ("Đồng chí Trần Văn A, Phó Chủ tịch Công đoàn xã theo dõi", ["Trần Văn A"]),
    ("Đồng chí Trần Văn A, Phó Chủ tịch", ["Trần Văn A, Phó Chủ tịch"]),
    ("Phòng Tài chính - Kế toán thanh toán", ["Phòng Tài chính - Kế toán"]),
    ("Hội Doanh nhân trẻ tỉnh ra mắt", ["Hội Doanh nhân trẻ tỉnh"]),
    ("Đồng chí Trần Thị Nga, Ủy viên Ban Chấp hành, phụ trách mục 2", ["Trần Thị Nga"]),
    ("Các công đoàn cơ sở chuẩn bị sổ sách", ["Các công đoàn cơ sở"]),
    ("Công đoàn Khu kinh tế, các CĐCS trực thuộc nộp báo cáo", ["Công đoàn Khu kinh tế", "các CĐCS trực thuộc"]),
    (
        "Ủy ban nhân dân các xã, phường, đặc khu phân công công chức phụ trách lao động",
        ["Ủy ban nhân dân các xã, phường, đặc khu"],
    ),
    ("Ủy viên Ban Chấp hành dự, chỉ đạo việc ở đơn vị được phân công", ["Ủy viên Ban Chấp hành"]),
    ("Văn phòng gởi giấy mời", ["Văn phòng"]),
    ("Ủy ban nhân dân các huyện, thị xã tổng kiểm tra nhà trọ", ["Ủy ban nhân dân các huyện, thị xã"]),
    ("Quỹ Trợ vốn CEP cho công nhân vay vốn", ["Quỹ Trợ vốn CEP"]),
    ("Ban Tổ chức cử người phụ trách nhân sự", ["Ban Tổ chức"]),
    ("các Liên đoàn Lao động huyện, thành phố triển khai", ["Liên đoàn Lao động huyện, thành phố"]),
    ("Phòng Kế hoạch tổng hợp phối hợp", ["Phòng Kế hoạch tổng hợp"]),
    ("Ủy ban nhân dân các xã, phường ven biển: thống kê", ["Ủy ban nhân dân các xã, phường ven biển"]),
    ("Trung tâm Khai thác công trình thủy lợi mở cống", ["Trung tâm Khai thác công trình thủy lợi"]),
    ("Báo và Phát thanh, Truyền hình tỉnh đưa tin", ["Báo và Phát thanh, Truyền hình tỉnh"]),
    ("Phó Chủ tịch phụ trách chuyên môn chịu trách nhiệm", ["Phó Chủ tịch phụ trách chuyên môn"]),
    ("Ban Nữ công quần chúng các công đoàn cơ sở báo cáo", ["Ban Nữ công quần chúng các công đoàn cơ sở"]),
    ("Ban Quản lý khu kinh tế cửa khẩu, UBND huyện rà soát", ["Ban Quản lý khu kinh tế cửa khẩu", "UBND huyện"]),
    ("Người đứng đầu cấp ủy trực tiếp tiếp công dân", ["Người đứng đầu cấp ủy"]),
    ("Phòng Kinh tế, Hạ tầng và Đô thị bố trí", ["Phòng Kinh tế, Hạ tầng và Đô thị"]),
    ("Vụ Thi đua - Khen thưởng chuẩn bị", ["Vụ Thi đua - Khen thưởng"]),
    ("Phòng An ninh chính trị nội bộ chủ trì", ["Phòng An ninh chính trị nội bộ"]),
    ("Ủy ban kiểm tra kiểm tra việc thu chi", ["Ủy ban kiểm tra"]),
    ("Đội Quản lý thị trường số 3: kiểm tra", ["Đội Quản lý thị trường số 3"]),
    ("Khoa Nội tổng hợp thực hiện thí điểm", ["Khoa Nội tổng hợp"]),
    ("Trung tâm Dịch vụ tổng hợp xã tuyên truyền", ["Trung tâm Dịch vụ tổng hợp xã"]),
    ("Văn phòng tổng hợp báo cáo", ["Văn phòng"]),
    ("Văn phòng Điều phối nông thôn mới huyện là cơ quan", ["Văn phòng Điều phối nông thôn mới huyện"]),
    ("Trung tâm Chăm sóc khách hàng trực tổng đài", ["Trung tâm Chăm sóc khách hàng"]),
    ("Vụ Tiền lương và Bảo hiểm xã hội, Vụ Pháp chế trình", ["Vụ Tiền lương và Bảo hiểm xã hội", "Vụ Pháp chế"]),
    ("Phòng Phổ biến, giáo dục pháp luật, Thanh tra Sở", ["Phòng Phổ biến, giáo dục pháp luật", "Thanh tra Sở"]),
    ("Ban Dân chủ (MTTQ tỉnh), Phòng Pháp chế (Sở Tư pháp) lập", ["Ban Dân chủ", "Phòng Pháp chế"]),
    ("Đảng ủy MTTQ, các đoàn thể tỉnh lãnh đạo", ["Đảng ủy MTTQ, các đoàn thể tỉnh"]),
    ("Các đơn vị được kiểm tra chuẩn bị báo cáo", ["Các đơn vị được kiểm tra"]),
    ("Các ban xây dựng Đảng, Văn phòng Đảng ủy tham mưu", ["Các ban xây dựng Đảng", "Văn phòng Đảng ủy"]),
    ("Tổ công nghệ số cộng đồng hướng dẫn", ["Tổ công nghệ số cộng đồng"]),
    ("Các chủ đầu tư, nhà thầu thi công điều chỉnh giờ", ["Các chủ đầu tư", "nhà thầu thi công"]),
    ("Các công đoàn cơ sở, nghiệp đoàn: báo cáo", ["Các công đoàn cơ sở", "nghiệp đoàn"]),
    ("Các cấp ủy đảng, chính quyền, đoàn thể quán triệt", ["Các cấp ủy đảng", "chính quyền", "đoàn thể"]),
    ("Doanh nghiệp, cơ sở sản xuất, kinh doanh tự kiểm tra", ["Doanh nghiệp", "cơ sở sản xuất, kinh doanh"]),
    ("Các cơ quan, đơn vị, doanh nghiệp bố trí", ["Các cơ quan, đơn vị", "doanh nghiệp"]),
    ("Các đảng ủy tập đoàn, ngân hàng lãnh đạo", ["Các đảng ủy tập đoàn, ngân hàng"]),
    ("Công đoàn cơ sở cơ quan, đơn vị tổ chức", ["Công đoàn cơ sở cơ quan, đơn vị"]),
    ("công đoàn các trường THPT, Trung tâm GDTX báo cáo", ["công đoàn các trường THPT, Trung tâm GDTX"]),
    ("Đảng ủy, chi ủy trực thuộc lãnh đạo", ["Đảng ủy, chi ủy trực thuộc"]),
    ("Người đứng đầu cấp ủy, chính quyền chịu trách nhiệm", ["Người đứng đầu cấp ủy, chính quyền"]),
    ("UBND các xã, phường, doanh nghiệp rà soát", ["UBND các xã, phường", "doanh nghiệp"]),
    ("Phòng Quản lý hộ kinh doanh, UBND xã rà soát", ["Phòng Quản lý hộ kinh doanh", "UBND xã"]),
    ("Chủ tịch công đoàn cơ sở, tổ trưởng tổ công đoàn họp", ["Chủ tịch công đoàn cơ sở", "tổ trưởng tổ công đoàn"]),
    ("Các trường mầm non, tiểu học, THCS báo cáo", ["Các trường mầm non, tiểu học, THCS"]),
    ("LĐLĐ các huyện: Kim Bảng, Lý Nhân tổ chức", ["LĐLĐ các huyện: Kim Bảng, Lý Nhân"]),
    ("LĐLĐ các huyện: Tổ chức đại hội", ["LĐLĐ các huyện"]),
    ("Ban Tài chính dự kiến mức chi hỗ trợ Tết", ["Ban Tài chính"]),
    ("Các đơn vị chưa cập nhật phần mềm phải hoàn thành", ["Các đơn vị chưa cập nhật phần mềm"]),
    ("Mỗi khối 02 tiết mục, tổng thời gian", ["Mỗi khối"]),
    ("Ban Nữ công nhận đặt hoa", ["Ban Nữ công"]),
    ("Trung tâm Y tế huyện khám bệnh cho công nhân", ["Trung tâm Y tế huyện"]),
    ("Phòng Tư pháp, cơ quan thuế cùng cấp mở lớp", ["Phòng Tư pháp", "cơ quan thuế cùng cấp"]),
    (
        "Công đoàn Công ty Cao su Kon Tum - Nông trường Bờ Y tổ chức",
        ["Công đoàn Công ty Cao su Kon Tum - Nông trường Bờ Y"],
    ),
    (
        "Công đoàn cơ sở các doanh nghiệp trong Khu công nghiệp Tiền Hải thống kê",
        ["Công đoàn cơ sở các doanh nghiệp trong Khu công nghiệp Tiền Hải"],
    ),
    ("Cơ quan soạn thảo tiếp thu ý kiến", ["Cơ quan soạn thảo"]),
    ("Văn phòng HĐND - UBND thành phố theo dõi", ["Văn phòng HĐND - UBND thành phố"]),
    ("Trưởng các đoàn giám sát lập biên bản", ["Trưởng các đoàn giám sát"]),
    ("Phòng Tổ chức đảng, đảng viên là đầu mối", ["Phòng Tổ chức đảng, đảng viên"]),
    (
        "Ủy ban nhân dân các xã Hạ Long, Đông Xá, Bản Sen, Quan Lạn: Lập danh sách",
        ["Ủy ban nhân dân các xã Hạ Long, Đông Xá, Bản Sen, Quan Lạn"],
    ),
    ("Đồng chí Lê Thị Diễm trực tiếp phụ trách", ["Lê Thị Diễm"]),
    ("Hai cơ quan luân phiên chủ trì", ["Hai cơ quan"]),
    ("Các doanh nghiệp trong khu công nghiệp trả lương", ["Các doanh nghiệp trong khu công nghiệp"]),
    ("Ban Chấp hành khóa 2023 - 2028 căn cứ Nghị quyết", ["Ban Chấp hành khóa 2023 - 2028"]),
    ("Đ/c Nguyễn Kim Thoa - Chuyên viên: phụ trách", ["Nguyễn Kim Thoa - Chuyên viên"]),
    ("Công đoàn Tổng công ty Hàng không thực hiện", ["Công đoàn Tổng công ty Hàng không"]),
    ("Phòng Quản lý lao động (Ban Quản lý) và Văn phòng làm", ["Phòng Quản lý lao động", "Văn phòng"]),
    ("Các trường mầm non, tiểu học hướng dẫn", ["Các trường mầm non, tiểu học"]),
    ("Ban Vận động “Ngày vì người nghèo” chủ trì", ["Ban Vận động “Ngày vì người nghèo”"]),
    (
        "Ngân hàng Nhà nước Việt Nam - Chi nhánh Quảng Nam chỉ đạo",
        ["Ngân hàng Nhà nước Việt Nam - Chi nhánh Quảng Nam"],
    ),
    ("Công an tỉnh thẩm duyệt thiết kế", ["Công an tỉnh"]),
    ("Kế toán công đoàn thanh, quyết toán trước ngày 10", ["Kế toán công đoàn"]),
    ("Phó Giám đốc phụ trách kỹ thuật tổng hợp số liệu", ["Phó Giám đốc phụ trách kỹ thuật"]),
    ("Công chức phụ trách CCHC tham mưu", ["Công chức phụ trách CCHC"]),
    ("Các doanh nghiệp chưa ký thỏa ước tiến hành thương lượng", ["Các doanh nghiệp chưa ký thỏa ước"]),
    ("Các công đoàn cơ sở có đông công nhân tổ chức bữa cơm", ["Các công đoàn cơ sở có đông công nhân"]),
    ("UBND các huyện có người được truy tặng, chuyển thư mời", ["UBND các huyện có người được truy tặng"]),
    ("Trưởng phòng, ban, đơn vị trực thuộc Sở triển khai", ["Trưởng phòng, ban, đơn vị trực thuộc Sở"]),
    ("Phó Chủ tịch Nguyễn Thị Thu Hà dự Đại hội", ["Nguyễn Thị Thu Hà"]),
    ("Báo Lao động, Tạp chí Lao động và Công đoàn đưa tin", ["Báo Lao động", "Tạp chí Lao động và Công đoàn"]),
    ("Đảng ủy Khối Cơ quan và Doanh nghiệp tỉnh lãnh đạo", ["Đảng ủy Khối Cơ quan và Doanh nghiệp tỉnh"]),
    ("Chi, đảng bộ cơ sở xây dựng kế hoạch", ["Chi, đảng bộ cơ sở"]),
    ("Đảng ủy Khối Doanh nghiệp tỉnh, các huyện ủy quán triệt", ["Đảng ủy Khối Doanh nghiệp tỉnh", "các huyện ủy"]),
    ("Liên đoàn Lao động các huyện và công an cấp huyện ký", ["Liên đoàn Lao động các huyện", "công an cấp huyện"]),
    ("người đứng đầu doanh nghiệp trực tiếp đối thoại", ["người đứng đầu doanh nghiệp"]),
    ("Tổ chức hội nghị", []),
    ("Hội nghị được tổ chức trong tháng 5", []),
    ("Bộ máy tinh gọn, hiệu quả", []),
]


@pytest.mark.parametrize(("sentence", "names"), SENTENCES)
def test_a_name_ends_where_the_duty_begins(sentence: str, names: list[str]) -> None:
    units, _ = units_from(sentence, 0, len(sentence))
    assert [unit.name for unit in units] == names


def test_a_name_cut_before_an_unknown_word_is_not_sure() -> None:
    units, _ = units_from("Tổ Xung kích bơi lội vớt rác", 0, 28)
    assert not units[0].sure


def test_two_days_after_a_name_end_its_search_too() -> None:
    text = "Ban Nữ công báo cáo kết quả dịp 8/3 về Văn phòng trước ngày 15/3/2024"
    units, end = units_from(text, 0, len(text))
    assert [unit.name for unit in units] == ["Ban Nữ công"]
    assert text[end:].startswith(" báo cáo")


@pytest.mark.parametrize("text", ["ĐOÀN GIANG và", "các phường và\nTHỰC", "ấp Lập và - ủy"])
def test_a_name_may_break_off_after_and(text: str) -> None:
    units, end = units_from(text, 0, len(text))
    assert len(units) <= 1
    assert end <= len(text)
