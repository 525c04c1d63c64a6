import {
  type Authority,
  type Band,
  bandOf,
  councilOutcome,
  type Level,
  type Star,
} from '@sao-lang/traceability/verify/rating'

/** What a council of the day found. */
export interface HistoricScore {
  level: Level
  points: number
}

/** One step of a way through the councils, for a sentence. */
export type ReplayStep =
  | { code: 'scored'; level: Level; points: number; stars: Star }
  | { code: 'forwarded'; from: Level; to: Level; points: number; threshold: number }
  | { code: 'decided'; by: Level; stars: Star; signer: { vi: string; en: string } }
  | { code: 'fallen_back'; from: Level; to: Level; stars: Star }
  | { code: 'no_certificate'; stars: Star }
  | { code: 'council_missing'; level: Level }
  | { code: 'not_heard'; level: Level }
  | { code: 'no_such_council'; level: Level }

export interface Replay {
  steps: ReplayStep[]
  /** The class the rules of the day give; null while a council that had to judge is missing. */
  stars: Star | null
  decidedBy: Level | null
}

/**
 * Takes scores of the past through the councils of their day: e.g. 2019 to 2/2023 the district first, 50 points and more go on to the
 * province, 90 and more to the centre. A level that decides without forwarding ends the way. Points alone speak: the minimum options
 * of old sheets are not on record.
 */
export function replayHistoric(authority: Authority, bands: readonly Band[], scores: readonly HistoricScore[]): Replay {
  const steps: ReplayStep[] = []
  const given = new Map(scores.map((score) => [score.level, score.points]))
  const stageLevels = new Set(authority.stages.map(({ level }) => level))
  for (const { level } of scores) if (!stageLevels.has(level)) steps.push({ code: 'no_such_council', level })
  for (const [at, stage] of authority.stages.entries()) {
    const points = given.get(stage.level)
    if (points === undefined) {
      steps.push({ code: 'council_missing', level: stage.level })
      return { steps, stars: null, decidedBy: null }
    }
    const { stars } = bandOf(points, bands)
    steps.push({ code: 'scored', level: stage.level, points, stars })
    const outcome = councilOutcome(authority, stage.level, points, stars)
    switch (outcome.kind) {
      case 'forwarded':
        steps.push({
          ...{ code: 'forwarded', from: outcome.from, to: outcome.to },
          ...{ points, threshold: stage.forwardsFrom ?? 0 },
        })
        continue
      case 'decided':
        steps.push({ code: 'decided', by: outcome.by, stars: outcome.stars, signer: stage.signer })
        steps.push(...unheard(at))
        return { steps, stars: outcome.stars, decidedBy: outcome.by }
      case 'fallen_back':
        steps.push({ code: 'fallen_back', from: outcome.from, to: outcome.to, stars: outcome.stars })
        return { steps, stars: outcome.stars, decidedBy: outcome.to }
      case 'no_certificate':
        steps.push({ code: 'no_certificate', stars: outcome.stars })
        steps.push(...unheard(at))
        return { steps, stars: outcome.stars, decidedBy: null }
    }
  }
  return { steps, stars: null, decidedBy: null }

  /** Scores of councils that had no say any more. */
  function unheard(at: number): ReplayStep[] {
    return authority.stages
      .slice(at + 1)
      .filter(({ level }) => given.has(level))
      .map(({ level }) => ({ code: 'not_heard' as const, level }))
  }
}

const LEVEL_WORDS: Record<Level, { vi: string; en: string }> = {
  commune: { vi: 'cấp xã', en: 'the commune' },
  district: { vi: 'cấp huyện', en: 'the district' },
  province: { vi: 'cấp tỉnh', en: 'the province' },
  central: { vi: 'trung ương', en: 'the centre' },
}

/** A replay in sentences. */
export function replaySentences({ steps }: Replay, locale: 'vi' | 'en'): string[] {
  const number = (value: number) =>
    value.toLocaleString(locale === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 2 })
  const say = { vi: sayInVietnamese, en: sayInEnglish }[locale]
  return steps.map((step) => say(step, number))
}

function sayInVietnamese(step: ReplayStep, number: (value: number) => string): string {
  const name = (level: Level) => LEVEL_WORDS[level].vi
  switch (step.code) {
    case 'scored':
      return `Hội đồng ${name(step.level)} chấm ${number(step.points)} điểm, thuộc khung ${step.stars} sao.`
    case 'forwarded':
      return `Từ ${number(step.threshold)} điểm, hồ sơ được chuyển từ ${name(step.from)} lên ${name(step.to)}.`
    case 'decided':
      return `${step.stars} sao do ${step.signer.vi} quyết định.`
    case 'fallen_back':
      return `Kết quả của ${name(step.from)} không đạt khung của cấp này; ${name(step.to)} được xét công nhận ${step.stars} sao.`
    case 'no_certificate':
      return `${step.stars} sao là kết quả đánh giá, không có quyết định công nhận.`
    case 'council_missing':
      return `Thiếu điểm của hội đồng ${name(step.level)}, nên chưa tính được kết quả.`
    case 'not_heard':
      return `Điểm của hội đồng ${name(step.level)} không được xét: hồ sơ đã dừng ở cấp trước.`
    case 'no_such_council':
      return `Theo quy định ngày đó không có hội đồng ${name(step.level)}.`
  }
}

function sayInEnglish(step: ReplayStep, number: (value: number) => string): string {
  const name = (level: Level) => LEVEL_WORDS[level].en
  switch (step.code) {
    case 'scored':
      return `The council of ${name(step.level)} found ${number(step.points)} points, in the band of ${step.stars} stars.`
    case 'forwarded':
      return `From ${number(step.threshold)} points on, the dossier goes from ${name(step.from)} to ${name(step.to)}.`
    case 'decided':
      return `${step.stars} stars are decided by: ${step.signer.en}.`
    case 'fallen_back':
      return `The result of ${name(step.from)} is below its class; ${name(step.to)} may grant ${step.stars} stars.`
    case 'no_certificate':
      return `${step.stars} stars are a result without a decision.`
    case 'council_missing':
      return `The points of the council of ${name(step.level)} are missing, so there is no result yet.`
    case 'not_heard':
      return `The points of the council of ${name(step.level)} do not count: the dossier had ended before.`
    case 'no_such_council':
      return `By the rules of that day there was no council of ${name(step.level)}.`
  }
}
