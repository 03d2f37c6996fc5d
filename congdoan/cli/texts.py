"""What the command line says."""

HELP = """\
Công đoàn số: văn phòng số của tổ chức công đoàn.

Cách dùng: congdoan LỆNH [tuỳ chọn]      congdoan LỆNH --help để xem tuỳ chọn

  serve                 chạy trang web và việc nền; Ctrl-C để dừng
  worker                chỉ chạy việc nền (khi cần thêm máy)
  demo                  nạp liên đoàn mẫu; --remove để xoá
  read-plan TỆP         đọc một văn bản, in ra các nhiệm vụ; không cần cơ sở dữ liệu
  create-admin          tạo người quản trị hệ thống
  import-organisation   nhập đơn vị và cán bộ từ tệp XLSX
  verify                kiểm tra toàn bộ dữ liệu, nói chỗ sai
  harden                siết quyền cơ sở dữ liệu (cần CONGDOAN_OWNER_URL)
  backup TỆP            sao lưu cơ sở dữ liệu và tệp trong lúc mọi người làm việc
  restore TỆP           phục hồi bản sao lưu vào bản cài trống
  bounces               nhận thư bị trả lại từ máy chủ thư (đầu vào chuẩn)
  migrate               đưa cơ sở dữ liệu lên đúng phiên bản
  version               in số phiên bản

Mọi lệnh quản trị khác của Django cũng chạy được, ví dụ: congdoan dbshell.
Dữ liệu nằm trong một thư mục (biến CONGDOAN_DATA); DATABASE_URL dùng máy chủ PostgreSQL riêng."""

MIGRATE = "Đưa cơ sở dữ liệu lên đúng phiên bản của chương trình."
UNKNOWN = "không có lệnh “{name}”.{near} Gõ “congdoan --help” để xem các lệnh."
NEAR = " Có phải “{near}”?"
NO_DATABASE = "không kết nối được cơ sở dữ liệu ({reason}); kiểm tra DATABASE_URL hoặc thử chạy lại."
NO_PERMISSION = "không đọc hoặc ghi được {path}; chọn thư mục dữ liệu khác bằng biến CONGDOAN_DATA."
DISK_FULL = "ổ đĩa đã đầy; giải phóng dung lượng rồi chạy lại."
DISK_NEARLY_FULL = "ổ đĩa chứa {folder} chỉ còn {free} MB; giải phóng cho đủ {needed} MB rồi chạy lại."
WRONG_SETTING = "cấu hình chưa đúng: {reason}"
NEWER_DATABASE = (
    "cơ sở dữ liệu thuộc phiên bản mới hơn chương trình này (đã có {name}); cài phiên bản mới hơn rồi chạy lại."
)
OLD_SERVER = "máy chủ PostgreSQL quá cũ; cần PostgreSQL 15 trở lên."
PORT_BUSY = "cổng {port} đang được chương trình khác dùng; chạy lại với --port và một số khác, ví dụ --port {other}."
PORT_FORBIDDEN = "không được phép mở cổng {port}; chọn một cổng từ 1024 trở lên bằng --port."
NO_ADDRESS = "máy này không có địa chỉ “{host}”; kiểm tra lại --host."
WEB_STOPPED = "trang web đã dừng ngoài ý muốn (mã {code}); xem thông báo phía trên."
NO_FIRST_PAGE = "trang web chưa trả lời sau hai phút; xem thông báo phía trên rồi chạy lại."

LOADING_DEMO = "Lần đầu chạy: đang nạp liên đoàn mẫu (dưới một phút)…"
PREPARED = "Đã chuẩn bị xong."
STOPPED = "Đã dừng."
READY = "\nCông đoàn số đang chạy tại {address}"
DEMO_ACCOUNTS = """\
Đăng nhập liên đoàn mẫu, mật khẩu chung: {password}
  vanthu (văn thư)  chuyenvien (chuyên viên Ban Tổ chức)  truongban (trưởng Ban Tổ chức)  chanhvp (chánh Văn phòng)
  chutich (chủ tịch)  ubkt (Ủy ban kiểm tra)  batri (LĐLĐ huyện Ba Tri)  coso (công đoàn cơ sở)  admin (quản trị)"""
FIRST_ADMINISTRATOR = "Chưa có tài khoản nào. Tạo người quản trị tại {address}"
DATA_FOLDER = "Dữ liệu nằm trong {folder}"
HOW_TO_STOP = "Nhấn Ctrl-C để dừng.\n"
NO_TESSERACT = (
    "Chưa có Tesseract tiếng Việt nên chưa đọc được bản quét; mọi việc khác vẫn chạy. "
    "Cài bằng: apt-get install tesseract-ocr tesseract-ocr-vie"
)
