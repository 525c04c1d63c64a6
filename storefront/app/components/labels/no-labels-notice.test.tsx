import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { GoodsChoice } from '#app/lib/labels/goods-choices.ts'
import { refusedProducts } from '#app/lib/labels/goods-choices.ts'
import type { LabelPermission } from '#app/lib/producer/types.ts'
import { BatchForm } from './batch-form.tsx'
import { NoLabelsNotice } from './no-labels-notice.tsx'

const allowed: LabelPermission = { allowed: true, stars: 4, until: '2028-01-01', transitional: false }
const refused = (reason: Extract<LabelPermission, { allowed: false }>['reason'], since: string | null) => ({
  title: 'Trà sen',
  labels: { allowed: false as const, reason, since },
})

describe('before labels are ordered', () => {
  test.each([
    [refused('none', null), 'chưa có quyết định công nhận OCOP trên sổ'],
    [refused('expired', '2026-11-24'), 'công nhận hết hiệu lực từ 24/11/2026'],
    [refused('revoked', '2026-11-24'), 'công nhận bị thu hồi từ 24/11/2026'],
    [refused('suspended', '2026-11-24'), 'công nhận đang tạm đình chỉ từ 24/11/2026'],
    [refused('not_yet_valid', '2026-12-01'), 'công nhận có hiệu lực từ 01/12/2026'],
  ])('a product that may have none is named with the reason and what to do', (product, sentence) => {
    const found = refusedProducts([product, { title: 'Hạt sen', labels: allowed }])
    const text = renderToStaticMarkup(<NoLabelsNotice refused={found} />)
    expect(text).toContain(sentence)
    expect(text).toContain('Gói hàng đã đóng khi còn hạn vẫn lưu hành hợp lệ')
    expect(text).toContain('href="/chu-the/ho-so"')
    expect(text).not.toContain('Hạt sen')
  })

  test('goods of such a product cannot be chosen in the form', () => {
    const goods: GoodsChoice[] = [
      { productRef: 'p1', title: 'Hạt sen', permission: allowed, lots: [] },
      { productRef: 'p2', title: 'Trà sen', permission: refused('expired', '2026-11-24').labels, lots: [] },
    ]
    const text = renderToStaticMarkup(<BatchForm goods={goods} values={{}} errors={{}} preview={null} />)
    expect(text).toContain('<optgroup label="Hạt sen">')
    expect(text).toContain('<optgroup label="Trà sen (chưa làm tem được)" disabled="">')
  })
})
