import fc from 'fast-check'
import {
  act,
  type ItemScoring,
  type Judge,
  type Judgement,
  progressOf,
  requireSettled,
  type ScoringCommand,
  ScoringRefusal,
  type Sheet,
} from './scoring'
import { sheetsFor } from './sealed-view'

/** One criterion `c` with the options 60, 68 and 80; spread 10; two thirds of the seats are a quorum. */
const POINTS: Record<string, number> = { low: 60, mid: 68, high: 80 }
interface Mean extends Judgement {
  mean: number
}
class OutsideOptions extends Error {}
const judge: Judge<Mean> = {
  complete: (picks) => {
    const picked = picks.c
    if (picked && !(picked in POINTS)) throw new OutsideOptions()
    return picked !== undefined
  },
  quorum: (scoring, seats) => scoring * 3 >= seats * 2,
  rate: (sheets) => {
    const points = sheets
      .filter(({ state }) => state === 'submitted')
      .map(({ picks }) => POINTS[picks.c ?? ''] ?? Number.NaN)
    const mean = points.reduce((sum, each) => sum + each, 0) / points.length
    return { mean, rescore: Math.max(...points) - Math.min(...points) > 10 }
  },
}
const MEMBERS = ['an', 'binh', 'chi']
let sheets = 0
const newId = () => {
  sheets += 1
  return `sheet-${sheets}`
}
const again = (note: string): ScoringCommand => ({ act: 'rescore', note, newId })

function called(mode: ItemScoring['mode'] = 'meeting'): ItemScoring<Mean> {
  return {
    item: 'waiting',
    mode,
    scoringRound: 1,
    rescoreNotes: [],
    sheets: [],
    judgement: null,
    evaluation: 'sitting',
  }
}
const opening: ScoringCommand = { act: 'open', members: MEMBERS, newId }
const submit = (memberId: string, pick = 'mid', stance: Sheet['stance'] = null): ScoringCommand => ({
  act: 'submit',
  memberId,
  picks: { c: pick },
  opinion: `ý kiến của ${memberId}`,
  stance,
  at: '2026-11-23T01:00:00.000Z',
})
const exclude = (memberId: string, as: 'conflict' | 'absent'): ScoringCommand => ({
  act: 'exclude',
  memberId,
  ground: as === 'conflict' ? 'kin' : null,
  reason: 'lý do',
})
const following = (scoring: ItemScoring<Mean>, ...commands: ScoringCommand[]) =>
  commands.reduce((state, command) => act(state, command, judge), scoring)
const opened = (mode?: ItemScoring['mode']) => following(called(mode), opening)

function codeOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof ScoringRefusal) return error.code
    throw error
  }
  return 'done'
}

describe('a member', () => {
  it('cannot change a sheet that was handed in: it is sealed', () => {
    const state = following(opened(), submit('an'))
    expect(codeOf(() => following(state, submit('an', 'high')))).toBe('sheet_sealed')
    expect(codeOf(() => following(state, { act: 'save', memberId: 'an', picks: {}, opinion: '', stance: null }))).toBe(
      'sheet_sealed',
    )
    expect(codeOf(() => following(state, exclude('an', 'conflict')))).toBe('sheet_sealed')
  })

  it('cannot give points outside the options of a criterion', () => {
    expect(() => following(opened(), submit('an', '99'))).toThrow(OutsideOptions)
    const draft: ScoringCommand = { act: 'save', memberId: 'an', picks: { c: '99' }, opinion: '', stance: null }
    expect(() => following(opened(), draft)).toThrow(OutsideOptions)
  })

  it('cannot hand in a sheet of an earlier round', () => {
    const stale = { ...(submit('an') as object), sheetId: 'sheet-cu' } as ScoringCommand
    expect(codeOf(() => following(opened(), stale))).toBe('sheet_sealed')
  })

  it('hands in a whole sheet, but may keep half of one', () => {
    const half: ScoringCommand = { act: 'save', memberId: 'an', picks: {}, opinion: 'đang xem', stance: null }
    expect(following(opened(), half).sheets[0]).toMatchObject({ state: 'draft', opinion: 'đang xem' })
    expect(codeOf(() => following(opened(), { ...(submit('an') as object), picks: {} } as ScoringCommand))).toBe(
      'score_incomplete',
    )
  })

  it('with a conflict of interest is left out, and what was drafted is gone', () => {
    const drafted = following(opened(), {
      act: 'save',
      memberId: 'an',
      picks: { c: 'low' },
      opinion: 'x',
      stance: null,
    })
    const state = following(drafted, exclude('an', 'conflict'), submit('binh'), submit('chi'))
    expect(state.sheets.find(({ memberId }) => memberId === 'an')).toMatchObject({ state: 'conflict', picks: {} })
    expect(state.item).toBe('revealed')
    expect(state.judgement).toEqual({ mean: 68, rescore: false })
    expect(codeOf(() => following(opened(), exclude('an', 'conflict'), submit('an')))).toBe('sheet_not_open')
  })

  it('who is not of the council has no sheet', () => {
    expect(codeOf(() => following(opened(), submit('dung')))).toBe('sheet_unknown')
  })
})

describe('a quorum', () => {
  it('is not left by marking members absent', () => {
    const one = following(opened(), exclude('an', 'absent'))
    expect(codeOf(() => following(one, exclude('binh', 'absent')))).toBe('quorum_lost')
  })

  it('that conflicts took away opens no sheet; the item is adjourned and its sheets stay sealed', () => {
    const state = following(opened(), exclude('an', 'conflict'), exclude('binh', 'conflict'), submit('chi'))
    expect(state.item).toBe('scoring')
    expect(codeOf(() => requireSettled(state))).toBe('state_conflict')
    const adjourned = following(state, { act: 'adjourn' })
    expect(adjourned.evaluation).toBe('ready')
    expect(sheetsFor(adjourned, null).every(({ sealed }) => sealed)).toBe(true)
  })

  it('counts who came late', () => {
    const state = following(opened(), exclude('an', 'absent'), submit('binh'), { act: 'readmit', memberId: 'an' })
    expect(following(state, submit('chi')).item).toBe('scoring')
    expect(following(state, submit('chi'), submit('an')).item).toBe('revealed')
  })
})

describe('a spread above the limit', () => {
  const apart = following(opened(), submit('an', 'low'), submit('binh', 'high'), submit('chi', 'mid'))

  it('asks for another round before there is a result', () => {
    expect(apart.judgement?.rescore).toBe(true)
    expect(codeOf(() => requireSettled(apart))).toBe('rescore_needed')
  })

  it('is scored again with a note; the earlier sheets are kept', () => {
    const second = following(apart, again('Đã trao đổi mục 2.3'))
    expect(second).toMatchObject({ item: 'scoring', scoringRound: 2, rescoreNotes: ['Đã trao đổi mục 2.3'] })
    expect(second.sheets).toHaveLength(6)
    const close = following(second, submit('an'), submit('binh'), submit('chi'))
    expect(close.judgement).toEqual({ mean: 68, rescore: false })
    expect(close.sheets.slice(0, 3)).toEqual(apart.sheets)
    expect(() => requireSettled(close)).not.toThrow()
  })

  it('is the only ground for scoring again', () => {
    const close = following(opened(), submit('an'), submit('binh'), submit('chi'))
    expect(codeOf(() => following(close, again('x')))).toBe('rescore_not_asked')
  })

  it('keeps who has a conflict of interest out of every round', () => {
    const state = following(opened(), exclude('chi', 'conflict'), submit('an', 'low'), submit('binh', 'high'))
    const second = following(state, again('x'))
    expect(second.sheets.find(({ memberId, scoringRound }) => memberId === 'chi' && scoringRound === 2)).toMatchObject({
      state: 'conflict',
      excludedReason: 'lý do',
    })
  })
})

describe('written opinions (re-evaluation)', () => {
  it('say whether they agree', () => {
    expect(codeOf(() => following(opened('written_opinion'), submit('an')))).toBe('stance_needed')
  })

  it('are a result when all agree', () => {
    const state = following(opened('written_opinion'), ...MEMBERS.map((id) => submit(id, 'mid', 'agree')))
    expect(() => requireSettled(state)).not.toThrow()
  })

  it('lead to a meeting when one asks for it or the points lie apart', () => {
    const asked = following(
      opened('written_opinion'),
      submit('an', 'mid', 'agree'),
      submit('binh', 'mid', 'meet'),
      submit('chi', 'mid', 'agree'),
    )
    const apart = following(
      opened('written_opinion'),
      submit('an', 'low', 'agree'),
      submit('binh', 'high', 'agree'),
      submit('chi', 'mid', 'agree'),
    )
    for (const state of [asked, apart]) {
      expect(codeOf(() => requireSettled(state))).toBe('written_disagreement')
      expect(following(state, { act: 'adjourn' })).toMatchObject({ item: 'adjourned', evaluation: 'ready' })
    }
    expect(codeOf(() => following(apart, again('x')))).toBe('written_disagreement')
  })
})

const member = fc.constantFrom(...MEMBERS)
const pick = fc.constantFrom('low', 'mid', 'high')
const stance = fc.constantFrom<Sheet['stance']>('agree', 'meet', null)
const anyCommand: fc.Arbitrary<ScoringCommand> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(opening) },
  { weight: 8, arbitrary: fc.tuple(member, pick, stance).map(([who, what, how]) => submit(who, what, how)) },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('save' as const),
      memberId: member,
      picks: pick.map((c) => ({ c })),
      opinion: fc.constant('nháp'),
      stance,
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(member, fc.constantFrom('conflict' as const, 'absent' as const))
      .map(([who, as]) => exclude(who, as)),
  },
  { weight: 1, arbitrary: member.map((memberId) => ({ act: 'readmit' as const, memberId })) },
  {
    weight: 2,
    arbitrary: fc.constant(again('lý do')),
  },
  { weight: 1, arbitrary: fc.constant({ act: 'adjourn' as const }) },
)

/** What a run of acts comes to; refused ones change nothing. */
function walk(
  mode: ItemScoring['mode'],
  commands: readonly ScoringCommand[],
  look: (state: ItemScoring<Mean>) => void,
) {
  let state = called(mode)
  for (const command of commands) {
    try {
      state = act(state, command, judge)
    } catch (error) {
      if (!(error instanceof ScoringRefusal)) throw error
    }
    look(state)
  }
}

const runs = fc.tuple(
  fc.constantFrom<ItemScoring['mode']>('meeting', 'written_opinion'),
  // Half of the runs begin as a sitting does.
  fc
    .tuple(fc.boolean(), fc.array(anyCommand, { maxLength: 40 }))
    .map(([begun, commands]) => (begun ? [opening, ...commands] : commands)),
)

describe('whatever is done in whatever order', () => {
  it('no path leads to a result without the sheets of all who score, and a quorum of them', () => {
    let results = 0
    fc.assert(
      fc.property(runs, ([mode, commands]) => {
        walk(mode, commands, (state) => {
          const { seats, submitted, waiting } = progressOf(state)
          if (state.item === 'revealed' || state.evaluation === 'scored') {
            expect([state.item, state.evaluation]).toEqual(['revealed', 'scored'])
            expect(waiting).toBe(0)
            expect(submitted * 3).toBeGreaterThanOrEqual(seats * 2)
          }
          if (codeOf(() => requireSettled(state)) === 'done') {
            results += 1
            expect(state.judgement?.rescore).toBe(false)
          }
        })
      }),
      { numRuns: 3_000 },
    )
    expect(results).toBeGreaterThan(50)
  })

  it('a sealed sheet says nothing but that it is there, to anyone but its writer', () => {
    fc.assert(
      fc.property(runs, fc.option(member), ([mode, commands], viewer) => {
        walk(mode, commands, (state) => {
          const views = sheetsFor(state, viewer)
          const open = state.item === 'revealed' || (state.item === 'adjourned' && state.judgement !== null)
          for (const view of views) {
            const sheet = state.sheets.find(({ id }) => id === (view.sealed ? view.id : view.sheet.id))
            const own = sheet?.memberId === viewer
            const earlier = (sheet?.scoringRound ?? 0) < state.scoringRound
            if (own || open || earlier) continue
            expect(view.sealed).toBe(true)
            expect(Object.keys(view).sort()).toEqual(
              ['conflictGround', 'excludedReason', 'id', 'memberId', 'scoringRound', 'sealed', 'state'].sort(),
            )
          }
          // Whatever the others picked, the same is seen: no figure of theirs is in the view.
          if (!open) {
            const other: ItemScoring<Mean> = {
              ...state,
              sheets: state.sheets.map((sheet) =>
                sheet.memberId === viewer || sheet.scoringRound < state.scoringRound
                  ? sheet
                  : { ...sheet, picks: { c: 'high' }, opinion: 'khác', stance: 'meet', submittedAt: 'khác' },
              ),
            }
            expect(sheetsFor(other, viewer)).toEqual(views)
            expect(progressOf(other)).toEqual(progressOf(state))
          }
        })
      }),
      { numRuns: 1_000 },
    )
  })

  it('a sheet that was handed in never changes again', () => {
    fc.assert(
      fc.property(runs, ([mode, commands]) => {
        const sealed = new Map<string, Sheet>()
        walk(mode, commands, (state) => {
          for (const [id, sheet] of sealed) expect(state.sheets.find((each) => each.id === id)).toEqual(sheet)
          for (const sheet of state.sheets) if (sheet.state === 'submitted') sealed.set(sheet.id, sheet)
        })
      }),
      { numRuns: 1_000 },
    )
  })
})
