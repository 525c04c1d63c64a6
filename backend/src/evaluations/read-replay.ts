import type { MedusaContainer } from '@medusajs/framework/types'
import type { Level } from '@sao-lang/traceability/verify/rating'
import { graph } from '../container/graph'
import { ApiError } from '../http/api-error'
import { rulesOn } from '../rules/rules-on'
import type { ReplayQuery } from './bodies'
import type { Words } from './evaluation-view'
import { type HistoricScore, type Replay, replayHistoric, replaySentences } from './historic-replay'

export interface ReplayAnswer extends Pick<Replay, 'stars' | 'decidedBy'> {
  /** The day whose rules were used, yyyy-mm-dd. */
  on: string
  scores: HistoricScore[]
  sentences: Words
  /** Instrument the rules of that day are from. */
  source: string
  /** What is on record of the recognition that was asked for. */
  recorded: { product: string; stars: number; decision: string; agrees: boolean } | null
}

interface RecordedRow {
  product_name: string
  stars: number
  points: number | null
  decision: { number: string; date: string; level: Level } | null
}

/**
 * Replays scores by the rules of their day. Throws ApiError 422 `replay_scores` without a day and a score, 404 for an unknown
 * recognition, 409 `rule_missing` for a day before the programme.
 */
export async function readReplay(container: MedusaContainer, query: ReplayQuery): Promise<ReplayAnswer> {
  const recorded = query.recognition === undefined ? null : await recordedResult(container, query.recognition)
  const on = query.on ?? recorded?.decision?.date
  const given = (['district', 'province', 'central'] as const).flatMap((level): HistoricScore[] => {
    const points = query[level]
    return points === undefined ? [] : [{ level, points }]
  })
  const rules = on === undefined ? null : await rulesOn(container, on)
  const scores = given.length > 0 || rules === null ? given : assumedScores(recorded, rules.authority.stages)
  if (rules === null || scores.length === 0) throw new ApiError(422, 'replay_scores', { field: 'on' })
  const replay = replayHistoric(rules.authority, rules.rubric.bands, scores)
  return {
    ...{ on: rules.day, scores, stars: replay.stars, decidedBy: replay.decidedBy },
    sentences: { vi: replaySentences(replay, 'vi'), en: replaySentences(replay, 'en') },
    source: rules.sourceOf('authority').source,
    recorded:
      recorded === null
        ? null
        : {
            ...{ product: recorded.product_name, stars: recorded.stars, decision: recorded.decision?.number ?? '' },
            agrees: recorded.stars === replay.stars,
          },
  }
}

async function recordedResult(container: MedusaContainer, id: string): Promise<RecordedRow> {
  const [row] = await graph<RecordedRow>(container, {
    entity: 'recognition',
    fields: ['product_name', 'stars', 'points', 'decision.number', 'decision.date', 'decision.level'],
    filters: { id },
  })
  if (!row) throw new ApiError(404, 'not_found')
  return row
}

/** A register keeps one figure: the points of who decided. The councils before must have found enough to send it on, so the same is taken. */
function assumedScores(recorded: RecordedRow | null, stages: readonly { level: Level }[]): HistoricScore[] {
  const points = recorded?.points ?? null
  const last = stages.findIndex(({ level }) => level === recorded?.decision?.level)
  if (points === null || last < 0) return []
  return stages.slice(0, last + 1).map(({ level }) => ({ level, points }))
}
