import type { SitePageKey } from '../../modules/site-page/keys'

/** What the pages are called at the dashboard. */
export const SITE_PAGE_NAMES: Record<SitePageKey, string> = {
  operator: 'Đơn vị vận hành',
  terms: 'Điều khoản',
  privacy: 'Quyền riêng tư',
  complaints: 'Khiếu nại',
  returns: 'Đổi trả',
  delivery: 'Giao hàng',
  payment: 'Thanh toán',
  ranking: 'Tiêu chí xếp hạng',
  about: 'Giới thiệu',
  contact: 'Liên hệ',
}
