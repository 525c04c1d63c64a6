import { labels } from '#app/i18n/labels.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { UNIT_STATES, type UnitState } from '#app/lib/labels/types.ts'
import { useSay } from './label-words.ts'

/** How many labels of a batch are in each state, in the order of a label's life. */
export function BatchStates({ states, size }: { states: { state: UnitState; units: number }[]; size: number }) {
  const t = useT(labels)
  const say = useSay()
  const inOrder = [...states].sort((a, b) => UNIT_STATES.indexOf(a.state) - UNIT_STATES.indexOf(b.state))
  return (
    <ul className="state-list">
      {inOrder.map(({ state, units }) => (
        <li key={state}>
          <span>{say(`state_${state}`)}</span>
          <span className="tabular font-semibold">{t('countLabels', { count: units })}</span>
          <progress value={units} max={size} aria-hidden="true" />
        </li>
      ))}
    </ul>
  )
}
