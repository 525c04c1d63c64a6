import type { OfficialRole, PostLevel } from '../modules/official/roles'

/** What the operator's dashboard calls roles. */
export const ROLE_WORDS: Readonly<Record<OfficialRole, string>> = {
  commune_officer: 'Cán bộ xã',
  commune_leader: 'Lãnh đạo xã',
  advisor: 'Thành viên tổ tư vấn',
  council_secretary: 'Thư ký hội đồng',
  council_member: 'Ủy viên hội đồng',
  council_chair: 'Chủ tịch hội đồng',
  province_officer: 'Cán bộ tỉnh',
  province_leader: 'Lãnh đạo tỉnh',
  centre_seller: 'Nhân viên bán hàng của trung tâm xúc tiến',
  centre_manager: 'Quản lý trung tâm xúc tiến',
  ministry_officer: 'Cán bộ bộ',
  ministry_leader: 'Lãnh đạo bộ',
}

export const LEVEL_WORDS: Readonly<Record<PostLevel, string>> = {
  commune: 'Cấp xã',
  province: 'Cấp tỉnh',
  ministry: 'Cấp bộ',
}
