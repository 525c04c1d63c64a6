import { postInspection } from '#app/i18n/post-inspection.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { InspectionState } from '#app/lib/post-inspection/types.ts'

const LOOK: Partial<Record<InspectionState, string>> = {
  planned: 'mark-warn',
  under_way: 'mark-warn',
  followed_up: 'mark-done',
  closed: 'mark-done',
}

/** Where an inspection stands, in a word. */
export function StateMark({ state }: { state: InspectionState }) {
  const t = useT(postInspection)
  return <span className={`mark ${LOOK[state] ?? ''}`}>{t(`state_${state}`)}</span>
}
