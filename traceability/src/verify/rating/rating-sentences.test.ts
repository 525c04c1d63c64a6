import { describe, expect, it } from 'vitest'
import { BEST, SAMPLE_SCORING, sampleRubric, sheetsOf } from '../../testing/sample-rubric.ts'
import { rateProduct } from './rate-product.ts'
import { ratingSentences } from './rating-sentences.ts'

const rubric = sampleRubric()
const rate = (sheets: ReturnType<typeof sheetsOf>) => rateProduct({ rubric, setNo: 1, sheets, scoring: SAMPLE_SCORING })

describe('a result explains itself', () => {
  it('“92 điểm, nhưng 5 sao cần …”', () => {
    const lower = { ...BEST, 'q1-land': 'land-12' }
    const rating = rate(sheetsOf(lower, lower, lower))
    expect(ratingSentences(rating, 'vi')).toEqual([
      'Điểm trung bình 92, thuộc khung 5 sao (từ 90 điểm).',
      '92 điểm, nhưng 5 sao cần “Phương án 20” ở mục 1.1 Vùng trồng (0/3 phiếu đạt). Kết quả là 4 sao.',
    ])
    expect(ratingSentences(rating, 'en')).toEqual([
      'The mean is 92 points, in the band of 5 stars (90 and more).',
      '92 points, but 5 stars need “Phương án 20” in 1.1 Vùng trồng (0 of 3 sheets reach it). The result is 4 stars.',
    ])
  })

  it('says what 1 and 2 stars mean', () => {
    const low = { 'q1-land': 'land-12', 'q1-label': 'label-0', 'q1-market': 'market-5', 'q1-quality': 'quality-20' }
    expect(ratingSentences(rate(sheetsOf(low, low, low)), 'vi').at(-1)).toBe(
      '2 sao là kết quả đánh giá; sản phẩm chưa được cấp giấy chứng nhận và chưa được gọi là sản phẩm OCOP.',
    )
  })

  it('says that the sheets are too far apart, who was left out, and how many are needed', () => {
    const [first, second, ...rest] = sheetsOf(BEST, { ...BEST, 'q1-quality': 'quality-20' }, BEST)
    if (!first || !second) throw new Error('There is no sheet.')
    expect(ratingSentences(rate([first, second, ...rest]), 'vi').at(-1)).toBe(
      'Phiếu cao nhất 100 điểm, thấp nhất 85 điểm, chênh 15 điểm, quá mức 10. Hội đồng thảo luận và chấm lại.',
    )
    const two = rate([first, { ...second, conflict: 'family' }, ...rest])
    expect(ratingSentences(two, 'vi').slice(-2)).toEqual([
      'Phiếu của M2 không được tính: là người thân của chủ thể.',
      'Mới có 2 phiếu được tính, cần ít nhất 3 phiếu. Chưa có kết quả.',
    ])
    expect(ratingSentences(rate([]), 'en')).toEqual([
      'No score sheet counts yet.',
      '0 sheets count, at least 3 are needed. There is no result yet.',
    ])
  })

  it('has a sentence in both languages for every reason', () => {
    const rating = rate(sheetsOf({ ...BEST, 'q1-land': 'land-0' }, BEST))
    expect(ratingSentences(rating, 'vi')).toHaveLength(ratingSentences(rating, 'en').length)
    for (const sentence of [...ratingSentences(rating, 'vi'), ...ratingSentences(rating, 'en')])
      expect(sentence).toMatch(/^[\p{Lu}\d].*\.$/u)
  })
})
