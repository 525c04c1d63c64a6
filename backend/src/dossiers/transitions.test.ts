import fc from 'fast-check'
import { DOSSIER_STATES, type DossierState } from '../modules/dossier/states'
import { actsIn, DOSSIER_ACTS, type DossierAct, nextState } from './transitions'

const CONFIRMED_ITEMS = ['origin', 'labour', 'idea', 'identity']
const acts = Object.keys(DOSSIER_ACTS) as DossierAct[]

/** What the workflows know when they are asked for an act. */
interface Model {
  state: DossierState
  complete: boolean
  confirmed: Set<string>
}

/** The gates as the workflows set them: `submit`, `answer` and `pass_on` ask for completeness, `pass_on` for the four items. */
function perform(model: Model, act: DossierAct): boolean {
  const next = nextState(model.state, act)
  if (next === null) return false
  if ((act === 'submit' || act === 'answer' || act === 'pass_on') && !model.complete) return false
  if (act === 'pass_on' && model.confirmed.size < CONFIRMED_ITEMS.length) return false
  model.state = next
  return true
}

describe('the road of a dossier', () => {
  it('leads from draft to passed on only through completeness and all four confirmations', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('act' as const), act: fc.constantFrom(...acts) }),
      fc.record({ kind: fc.constant('complete' as const), complete: fc.boolean() }),
      fc.record({ kind: fc.constant('confirm' as const), item: fc.constantFrom(...CONFIRMED_ITEMS) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const model: Model = { state: 'draft', complete: false, confirmed: new Set() }
        let submitted = false
        for (const each of steps) {
          if (each.kind === 'complete') model.complete = each.complete
          if (each.kind === 'confirm' && perform(model, 'confirm')) model.confirmed.add(each.item)
          if (each.kind === 'act' && perform(model, each.act)) {
            if (each.act === 'submit') submitted = true
            if (model.state === 'passed_on') {
              expect([submitted, model.confirmed.size]).toEqual([true, 4])
              return
            }
          }
        }
        expect(model.state).not.toBe('passed_on')
      }),
      { numRuns: 2_000 },
    )
  })

  it('ends where nobody can do anything more', () => {
    for (const state of ['passed_on', 'evaluated', 'decided', 'withdrawn', 'refused'] as const) {
      expect([state, actsIn(state)]).toEqual([state, []])
    }
  })

  it('names states that exist, and lets a producer change only a draft or what came back', () => {
    for (const { from, to } of Object.values(DOSSIER_ACTS)) {
      for (const state of [...from, ...(to === null ? [] : [to])]) expect(DOSSIER_STATES).toContain(state)
    }
    expect(DOSSIER_STATES.filter((state) => nextState(state, 'edit') !== null)).toEqual(['draft', 'returned'])
  })
})
