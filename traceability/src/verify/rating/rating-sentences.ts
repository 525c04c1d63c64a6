import type { Rating, RatingReason } from './rate-product.ts'

export type RatingLocale = 'vi' | 'en'

/**
 * A result in sentences, in the order people ask: points and class, what keeps it from more, what happens next. E.g. “91 điểm, nhưng
 * 5 sao cần …”. Titles and labels of criteria are in the language of the rubric.
 */
export function ratingSentences(rating: Rating, locale: RatingLocale): string[] {
  const sentences = rating.reasons
    .filter((reason) => reason.code !== 'minimum_missing')
    .map((reason) => SAY[locale](reason, rating))
  if (rating.mean === null) sentences.unshift(NO_SHEETS[locale])
  return sentences
}

const NO_SHEETS = {
  vi: 'Chưa có phiếu chấm nào được tính.',
  en: 'No score sheet counts yet.',
}

const SAY: Record<RatingLocale, (reason: RatingReason, rating: Rating) => string> = {
  vi: sayInVietnamese,
  en: sayInEnglish,
}

function sayInVietnamese(reason: RatingReason, rating: Rating): string {
  const points = (value: number) => value.toLocaleString('vi-VN', { maximumFractionDigits: 2 })
  switch (reason.code) {
    case 'band':
      return reason.below === null
        ? `Điểm trung bình ${points(reason.mean)}, thuộc khung ${reason.stars} sao (từ ${points(reason.min)} điểm).`
        : `Điểm trung bình ${points(reason.mean)}, thuộc khung ${reason.stars} sao (từ ${points(reason.min)} đến dưới ${points(reason.below)} điểm).`
    case 'minimum_missing':
      return `${reason.stars} sao cần mục ${reason.criterionCode} “${reason.title}” đạt ít nhất “${reason.label}” (${reason.reachedBy}/${reason.of} phiếu đạt).`
    case 'lowered': {
      const needs = missingByStar(rating).map(
        ([stars, missing]) =>
          `${stars} sao cần ${missing.map((each) => `“${each.label}” ở mục ${each.criterionCode} ${each.title} (${each.reachedBy}/${each.of} phiếu đạt)`).join('; ')}`,
      )
      return `${points(reason.mean)} điểm, nhưng ${needs.join('. ')}. Kết quả là ${reason.to} sao.`
    }
    case 'no_badge':
      return `${reason.stars} sao là kết quả đánh giá; sản phẩm chưa được cấp giấy chứng nhận và chưa được gọi là sản phẩm OCOP.`
    case 'rescore':
      return `Phiếu cao nhất ${points(reason.highest)} điểm, thấp nhất ${points(reason.lowest)} điểm, chênh ${points(reason.spread)} điểm, quá mức ${points(reason.limit)}. Hội đồng thảo luận và chấm lại.`
    case 'excluded':
      return `Phiếu của ${reason.member} không được tính: ${reason.vi}.`
    case 'no_quorum':
      return `Mới có ${reason.counted} phiếu được tính, cần ít nhất ${reason.needed} phiếu. Chưa có kết quả.`
    case 'minimums_unknown':
      return `Chưa xét được phương án tối thiểu của từng hạng sao, vì bộ tiêu chí ${reason.version} ở đây chưa đủ chi tiết.`
  }
}

function sayInEnglish(reason: RatingReason, rating: Rating): string {
  const points = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 2 })
  switch (reason.code) {
    case 'band':
      return reason.below === null
        ? `The mean is ${points(reason.mean)} points, in the band of ${reason.stars} stars (${points(reason.min)} and more).`
        : `The mean is ${points(reason.mean)} points, in the band of ${starsInEnglish(reason.stars)} (${points(reason.min)} to below ${points(reason.below)}).`
    case 'minimum_missing':
      return `${reason.stars} stars need at least “${reason.label}” in ${reason.criterionCode} ${reason.title} (${reason.reachedBy} of ${reason.of} sheets reach it).`
    case 'lowered': {
      const needs = missingByStar(rating).map(
        ([stars, missing]) =>
          `${stars} stars need ${missing.map((each) => `“${each.label}” in ${each.criterionCode} ${each.title} (${each.reachedBy} of ${each.of} sheets reach it)`).join('; ')}`,
      )
      return `${points(reason.mean)} points, but ${needs.join('. ')}. The result is ${starsInEnglish(reason.to)}.`
    }
    case 'no_badge':
      return `${starsInEnglish(reason.stars, true)} is a result only: no certificate is given, and the product may not be called an OCOP product.`
    case 'rescore':
      return `The highest sheet has ${points(reason.highest)} points, the lowest ${points(reason.lowest)}: ${points(reason.spread)} apart, more than ${points(reason.limit)}. The council discusses and scores again.`
    case 'excluded':
      return `The sheet of ${reason.member} does not count: ${reason.en}.`
    case 'no_quorum':
      return `${reason.counted === 1 ? '1 sheet counts' : `${reason.counted} sheets count`}, at least ${reason.needed} are needed. There is no result yet.`
    case 'minimums_unknown':
      return `Minimum options could not be judged: version ${reason.version} of the criteria is not known here in full.`
  }
}

/** What is missing for the stars from the band down to the result, the lowest star first; a criterion once a star. */
function missingByStar(rating: Rating) {
  const stars = [...new Set(rating.missingMinimums.map((each) => each.stars))].sort((a, b) => a - b)
  return stars.map((star) => [star, rating.missingMinimums.filter((each) => each.stars === star)] as const)
}

function starsInEnglish(stars: number, first = false): string {
  if (stars !== 1) return `${stars} stars`
  return first ? 'One star' : '1 star'
}
