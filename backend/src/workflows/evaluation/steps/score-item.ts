import { judgeOfItem } from '../../../evaluations/judge-of-item'
import type { ScoringCommand } from '../../../evaluations/scoring'
import { newSheetId } from '../../../modules/evaluation/service'
import { evaluationStep } from './evaluation-step'

/** An act of a member or the secretary; opening is the sitting's. */
export type ItemCommand =
  | Exclude<ScoringCommand, { act: 'open' } | { act: 'rescore' }>
  | { act: 'rescore'; note: string }

export interface ScoreItemInput {
  itemId: string
  command: ItemCommand
}

/** One act on one agenda item. Out: whether the sheets are open now, and in which round. */
export const scoreItemStep = evaluationStep(
  'score-item',
  async (service, { itemId, command }: ScoreItemInput, container) => {
    const judge = await judgeOfItem(container, itemId)
    const whole: ScoringCommand = command.act === 'rescore' ? { ...command, newId: newSheetId } : command
    const { scoring, before } = await service.score(itemId, whole, judge)
    return { output: { revealed: scoring.item === 'revealed', scoringRound: scoring.scoringRound }, before }
  },
)
