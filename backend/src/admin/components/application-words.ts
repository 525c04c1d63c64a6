/** Words of applications to sell, for the dashboard. */
export const APPLICATION_STATE_WORDS = {
  draft: 'Đang điền',
  submitted: 'Chờ duyệt',
  sent_back: 'Đã trả lại',
  approved: 'Đã duyệt',
  refused: 'Từ chối',
} as const

export const APPLICATION_FIELD_WORDS = {
  legalForm: 'Loại hình',
  name: 'Tên cơ sở',
  taxCode: 'Mã số thuế',
  registrationNumber: 'Số đăng ký kinh doanh',
  provinceCode: 'Tỉnh, thành phố',
  communeCode: 'Xã, phường',
  street: 'Số nhà, thôn',
  representative: 'Người đại diện',
  phone: 'Điện thoại',
  email: 'Thư điện tử',
  goods: 'Sản phẩm định bán',
  bankBin: 'Ngân hàng',
  bankNumber: 'Số tài khoản',
  bankHolder: 'Chủ tài khoản',
  papers: 'Giấy tờ',
} as const

export const LEGAL_FORM_WORDS: Readonly<Record<string, string>> = {
  cooperative: 'Hợp tác xã',
  cooperative_group: 'Tổ hợp tác',
  household: 'Hộ kinh doanh',
  private_enterprise: 'Doanh nghiệp tư nhân',
  single_member_llc: 'Công ty TNHH một thành viên',
  llc: 'Công ty TNHH',
  joint_stock: 'Công ty cổ phần',
  production_facility: 'Cơ sở sản xuất',
}

export const SELLER_PAPER_WORDS = {
  business_registration: 'Đăng ký kinh doanh, hợp tác xã',
  representative_id: 'Căn cước người đại diện',
  food_safety: 'An toàn thực phẩm',
  ocop_decision: 'Quyết định OCOP',
  bank_proof: 'Xác nhận tài khoản',
  other: 'Giấy tờ khác',
} as const

export const SAME_WORDS = { tax_code: 'mã số thuế', name: 'tên', phone: 'điện thoại' } as const
