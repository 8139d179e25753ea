"""The words by which each of the twelve sectors is told, as data beside the lexicon."""

from typing import Final

from intake.reader.lexicon import phrases

SECTORS: Final = {
    "politics": phrases("""
        đoàn công tác | đoàn trao đổi | giao ban trực tuyến |         lượt đoàn | đoàn các cấp | hội đàm định kỳ | cơ chế hội đàm | gặp gỡ
        định kỳ | đầu mối theo dõi | hội đàm ba bên | friendship | delegations
        | exchange of delegations |
        xây dựng đảng | trao đổi đoàn | hội đàm thường niên | đoàn cấp tỉnh | hđnd | mttq | đoàn thể | kết nghĩa | lòng tin |
        hội nghị cấp cao | tuyên truyền về | kỷ niệm | đối ngoại | quan hệ hữu nghị |
        hợp tác toàn diện | hữu nghị truyền thống | giao lưu nhân dân |
        truyền thống đặc biệt | đoàn cấp cao | chính quyền nhân dân | gặp gỡ |
        trao đổi kinh nghiệm trên | giao lưu hữu nghị | hội phụ nữ | đoàn thanh niên"""),
    "security": phrases("""
        chuyên án | triệt phá | chó nghiệp vụ |         văn kiện pháp lý về biên giới | hiệp định biên giới |
        dân quân | dân quân tự vệ |
        đối tượng | tụ điểm | quy chế biên giới | truyền đạo | cứu hộ | lực
        lượng bảo vệ biên giới | border guard | border patrols | patrols |
        patrol | drug | drugs | crime | crimes | security | border markers |
        bảo vệ biên giới | quản lý biên giới | giữ gìn biên giới |
        qp-an | quốc phòng | an ninh | mốc quốc giới | tội phạm | ma túy | buôn lậu |
        giao ban | tuần tra | di cư tự do | cột mốc | trật tự | biên phòng | đường biên
        | mua bán người | vận chuyển ma túy | vận chuyển trái phép | cọc dấu |
        truy nã | đường dây nóng | vụ việc phát sinh | xâm canh | vượt biên | xâm nhập | công an | mốc giới | quân sự |
        lực lượng vũ trang"""),
    "gates": phrases("""
        ckqt | khu kiểm tra chung | lượng khách đi lại |         giấy thông hành |
        giờ mở cửa | thẻ qua lại | qua lại dài hạn | kho ngoại quan | border
        gate | border gates | customs | clearance | procedures for trucks |
        xuất cảnh | nhập cảnh | quá cảnh | xuất nhập cảnh | thông quan | cửa khẩu |
        cải cách hành chính | một cửa | hải quan | kiểm tra hàng hóa | lối mở |
        qua lại thăm thân | kiểm dịch | khu kinh tế cửa khẩu"""),
    "trade": phrases("""
        chợ | thương nhân | thanh toán | buôn bán |         kêu gọi đầu tư | dự án đầu tư |
        kho ngoại quan | nhà đầu tư | môi trường đầu tư | thu hút đầu tư | lao
        động | tiêu thụ | mua bán điện | truyền tải điện | trade | businesses
        | enterprises | investment | fairs |
        doanh nghiệp | xúc tiến | xuất nhập khẩu | hội chợ | khoáng sản | thủy điện |
        thương mại | kim ngạch | kim nghạch | chợ phiên | chợ biên giới | công nghiệp |
        giao thương | thuế | năng lượng | điện gió | kinh doanh | trao đổi hàng hóa"""),
    "transport": phrases("""
        tuyến bay | đoạn đường | bãi đỗ |         lái xe | phương tiện | bến bãi | bến xe | cầu hữu nghị | xe quá cảnh |
        xe chở | đường nối | road | roads | expressway | bus route | railway |
        transport | seaport |
        quốc lộ | đường bộ | cảng | gms | hành lang | giao thông | tuyến đường | vận tải
        | xe khách | xe buýt | nâng cấp đường | đường bê tông | đường bay | đường dân sinh | cao tốc | đường sắt |
        hạ tầng | logistics | cây cầu | vận chuyển | đường 8 | đường 12"""),
    "agriculture": phrases("""
        thu hoạch |         khai thác gỗ | gỗ |
        bảo vệ môi trường | nông sản | khuyến nông | thú y | kỹ thuật trồng |
        giống cây | farm | farming | agriculture | forests | crops |
        nông thôn | nông nghiệp | thủy lợi | giống | bảo vệ rừng | cây ăn quả | trồng |
        chăn nuôi | dược liệu | cà phê | mắc ca | lâm nghiệp | cao su | thủy sản |
        gia súc | nguồn nước | trồng trọt | lúa | cháy rừng"""),
    "education": phrases("""
        nhà học | giảng viên | giảng dạy | đại học | cao đẳng | ký túc xá |
        tốt nghiệp | tập huấn | scholarships | scholarship | students |
        training | vocational | schools | teachers |
        học bổng | chỉ tiêu | lưu học sinh | tiếng việt | tiếng lào | đào tạo |
        bồi dưỡng | giáo dục | nguồn nhân lực | học sinh | sinh viên | trường học |
        trường phổ thông | giáo viên | phòng học | lớp học | dạy nghề | nội trú | điểm trường"""),
    "health": phrases("""
        nước sạch |
        chuyển tuyến | thuốc chữa | tiêm chủng | bệnh viện tỉnh |
        hospital | hospitals | doctors | medical | healthcare | health |
        chữa bệnh | trạm xá | phòng chống dịch | vật tư y tế | y tế | bệnh nhân |
        cấp thuốc | dịch bệnh | bệnh viện | phòng dịch | khám bệnh | bác sĩ | sức khỏe |
        covid-19"""),
    "culture": phrases("""
        đua thuyền | giải đua |         lữ hành | tour |
        đài truyền thanh |
        bảo tồn | biểu diễn | triển lãm | giao hữu | bóng đá | tourism |
        tourist | culture | cultural | festival |
        du lịch | văn hóa | nghệ thuật | thể thao | ẩm thực | lễ hội | báo chí |
        phát thanh | truyền hình | quảng bá | di sản | truyền thông"""),
    "science": phrases("""
        cáp quang | dữ liệu | ảnh vệ tinh |         công nghệ số | kinh tế số | chính quyền số | digital | technology |
        khoa học | công nghệ | trung tâm dữ liệu | đổi mới sáng tạo | chuyển đổi số | công nghệ thông tin"""),
    "remains": phrases("""
        mộ liệt sĩ | remains of | martyrs |
        hài cốt | quân tình nguyện | quy tập | liệt sỹ | liệt sĩ | nghĩa trang | cất bốc
        | hồi hương | đài tưởng niệm"""),
    "aid": phrases("""
        tỷ kíp | triệu kíp | tấn gạo | tấn lương thực | máy tính | donated |
        aid | relief |
        viện trợ | tặng | tỷ đồng | triệu đồng | bàn giao công trình | thiên tai |
        lũ lụt | đã hỗ trợ | không hoàn lại | tài trợ | cứu trợ | hỗ trợ xây dựng"""),
}
