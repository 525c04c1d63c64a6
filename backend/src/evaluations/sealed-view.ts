import { currentSheets, type ItemScoring, type Sheet } from './scoring'

/** What may be seen of a sheet: whole, or only that it is there. */
export type SheetView =
  | { sealed: false; sheet: Sheet }
  | {
      sealed: true
      id: string
      memberId: string
      scoringRound: number
      /** Whether it was handed in, not when and not what. A draft is nobody's business but its writer's. */
      state: Sheet['state']
      /** Why the member does not score; the council must know. */
      conflictGround: string | null
      excludedReason: string | null
    }

/**
 * Sheets as one viewer may see them: the own one always; the others' once every member who scores in that round has handed theirs
 * in. Sheets of an earlier round were revealed and stay so; those of a round that was adjourned before stay sealed for good.
 * In: the council member who looks, null for anyone else (secretary, advisor, officer, operator).
 */
export function sheetsFor(scoring: ItemScoring, viewer: string | null): SheetView[] {
  return scoring.sheets.map((sheet) => {
    if (sheet.memberId === viewer || isRevealed(scoring, sheet.scoringRound)) return { sealed: false, sheet }
    const { id, memberId, scoringRound, state, conflictGround, excludedReason } = sheet
    return { sealed: true, id, memberId, scoringRound, state, conflictGround, excludedReason }
  })
}

/** The sheets of a round open together. */
function isRevealed(scoring: ItemScoring, scoringRound: number): boolean {
  if (scoringRound < scoring.scoringRound) return true
  if (scoring.item === 'revealed') return true
  return (
    scoring.item === 'adjourned' &&
    scoring.judgement !== null &&
    currentSheets(scoring).every(({ state }) => state !== 'draft')
  )
}
