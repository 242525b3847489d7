"""The order of protocol in which agencies are named."""

from drafter.language.protocol import agency_rank

ORDER = (
    (
        "Văn phòng Tỉnh ủy",
        "Ban Tổ chức Tỉnh ủy",
        "Đảng ủy Khối các cơ quan",
        "Ban Thường vụ Thành ủy Hà Tĩnh",
    ),
    ("Hội đồng nhân dân tỉnh", "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh"),
    ("Ủy ban nhân dân tỉnh Hà Tĩnh", "Văn phòng UBND tỉnh"),
    (
        "Sở Tài chính",
        "SỞ Y TẾ",
        "Công an tỉnh",
        "Sở Lao động - Thương binh và Xã hội",
        "Công an thị xã Kỳ Anh",
        "Ngân hàng Nhà nước Chi nhánh tỉnh",
        "Ban Quản lý Khu kinh tế tỉnh",
    ),
    ("UBND huyện Hương Khê", "UBND TP Hà Tĩnh", "Hội đồng nhân dân thị xã Kỳ Anh"),
    ("Phòng Nội vụ huyện Hương Khê", "Phòng Lao động - Thương binh và Xã hội"),
    ("UBND phường Bắc Hà", "UBND xã Hương Trà", "Công an xã Hương Trà", "Hội Nông dân xã Hương Trà"),
    ("VNPT Hà Tĩnh", "Hiệp hội Doanh nghiệp tỉnh", "Liên minh Hợp tác xã tỉnh", "Trường Đại học Hà Tĩnh"),
)


def test_the_party_comes_first_then_council_committee_departments_districts_and_others() -> None:
    assert [{agency_rank(name) for name in names} for names in ORDER] == [
        {rank} for rank in range(len(ORDER))
    ]
