import { dossier } from '#app/i18n/dossier.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { DossierState } from '#app/lib/dossier/types.ts'

const LOOKS: Partial<Record<DossierState, string>> = {
  returned: 'mark-warn',
  refused: 'mark-warn',
  passed_on: 'mark-done',
  decided: 'mark-done',
}

/** Where a dossier stands, in a word. */
export function DossierMark({ state }: { state: DossierState }) {
  const t = useT(dossier)
  return <span className={`mark ${LOOKS[state] ?? ''}`.trimEnd()}>{t(`state_${state}`)}</span>
}
