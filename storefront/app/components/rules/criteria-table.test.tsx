import type { RubricSection } from '@sao-lang/traceability/verify/rating'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CriteriaTable } from './criteria-table.tsx'

const criterion = {
  ...{ id: 'q1-1.1', code: '1.1', title: 'Nguồn gốc sản phẩm', max: 3, group: null, note: null },
  ...{ scope: 'commune' as const, require: { sharePct: 100, scope: 'province' as const } },
}
const section = (options: RubricSection['criteria'][number]['options']): RubricSection => ({
  ...{ code: '1', title: 'Tổ chức sản xuất', max: 3, note: null, criteria: [{ ...criterion, options }] },
})
const text = (shown: RubricSection) =>
  renderToStaticMarkup(<CriteriaTable section={shown} />)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

test('a criterion shows its options with points, the star they are the least for, and where a share is measured', () => {
  const options = [
    { id: 'o1', points: 1, label: 'Dưới 50% trồng trong xã', minForStar: null, variant: null },
    { id: 'o2', points: 3, label: '75–100% trồng trong xã', minForStar: 4 as const, variant: null },
  ]
  expect(text(section(options))).toBe(
    '1. Tổ chức sản xuất 3 điểm Phương án Điểm Tối thiểu cho 1.1 Nguồn gốc sản phẩm tối đa 3 điểm ' +
      'Tính trong xã. Bắt buộc 100% từ trong tỉnh. Dưới 50% trồng trong xã 1 75–100% trồng trong xã 3 4 sao',
  )
})

test('an option of tourism says which list it belongs to', () => {
  const options = [{ id: 'o1', points: 3, label: 'Tiện nghi tốt', minForStar: null, variant: 'destination' }]
  expect(text(section(options))).toContain('Điểm du lịch: Tiện nghi tốt 3')
})

test('a version without options shows what a criterion gives at most', () => {
  expect(text(section([]))).toBe('1. Tổ chức sản xuất 3 điểm Tiêu chí Tối đa 1.1 Nguồn gốc sản phẩm 3')
})
