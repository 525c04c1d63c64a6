import { fairCataloguePdf } from '@sao-lang/traceability/exports/fair-catalogue-pdf'
import { readableDay } from '../../calendar/vietnam-moment'
import type { Badge } from '../../search/catalogue-types'
import { productCode, type publicFair } from './public-fairs'

/** What a printed catalogue says of a badge that holds on all of the fair's days; the official mark is never drawn. */
export function badgeText({ stars, status, validTo, validFrom, lapsedOn }: Badge): string {
  const day = (value: string | null) => (value === null ? '' : readableDay(value))
  if (status === 'valid' && stars !== null) return `OCOP ${stars} sao, có hiệu lực đến hết ${day(validTo)}`
  if (status === 'suspended') return `Công nhận tạm đình chỉ từ ${day(lapsedOn)}`
  if (status === 'expired') return `Sao hết hiệu lực từ ${day(lapsedOn)}`
  if (status === 'revoked') return `Công nhận bị thu hồi từ ${day(lapsedOn)}`
  if (status === 'not_yet_valid') return `Có hiệu lực từ ${day(validFrom)}`
  return 'Chưa có công nhận trên sổ'
}

/** The catalogue of a fair on A4, by booth, each product with a code that leads to its page. */
export function cataloguePdf({ fair, booths }: Awaited<ReturnType<typeof publicFair>>): Promise<Buffer> {
  return fairCataloguePdf({
    title: fair.name,
    facts: [
      ['Thời gian', `Từ ${readableDay(fair.firstDay)} đến hết ${readableDay(fair.lastDay)}`],
      ['Địa điểm', [fair.place, fair.address, fair.provinceName].filter(Boolean).join(', ')],
      ['Đơn vị tổ chức', fair.centre.name],
      ...(fair.note === null ? [] : [['Ghi chú', fair.note] as [string, string]]),
    ],
    hint: 'Quét mã bên cạnh mỗi sản phẩm để xem quyết định công nhận và nguồn gốc. Sao là của từng sản phẩm và chỉ in khi có hiệu lực suốt hội chợ; gian hàng và hội chợ không có sao.',
    booths: booths.map(({ name, items }) => ({
      name,
      items: items.map((item) => ({
        title: `${item.productTitle}, ${item.variantTitle}`,
        producer: item.producerName,
        badge: badgeText(item.badge),
        price: item.price === null ? 'Hỏi giá tại gian hàng' : `${item.price.toLocaleString('vi-VN')} đ`,
        note: item.note,
        code: productCode(item.productHandle),
      })),
    })),
    sample:
      fair.sample || booths.some(({ items }) => items.some(({ badge, sample }) => badge.sample || sample.length > 0)),
  })
}
