"""Why a passage of the body is no task."""

from __future__ import annotations

REASONS = {
    "basis": "Căn cứ, lời dẫn của văn bản",
    "heading": "Tiêu đề",
    "introduction": "Câu dẫn vào các ý sau",
    "purpose": "Mục đích, yêu cầu, quan điểm",
    "target": "Chỉ tiêu",
    "situation": "Tình hình, đánh giá",
    "funding": "Nguồn kinh phí",
    "facts": "Thông tin về thời gian, địa điểm, thành phần",
    "assignment": "Chỉ phân công, không thêm việc",
    "detail": "Chi tiết của nhiệm vụ ở trên (chủ trì, thời gian, sản phẩm)",
    "closing": "Lời kết",
    "signature": "Nơi nhận, chữ ký",
    "table_head": "Đầu bảng",
    "article": "Điều khoản không giao việc",
    "data": "Bảng số liệu, biểu mẫu",
    "note": "Ghi chú",
}
