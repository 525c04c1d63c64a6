import { describe, expect, it } from 'vitest'
import { CLONE_SETTINGS } from './clone-settings.ts'
import { type ProbingSign, probingMonitor } from './probing.ts'

const START = Date.UTC(2026, 10, 22)
const client = Buffer.from('client')
const at = (seconds: number) => new Date(START + seconds * 1_000)

function monitor() {
  const signs: ProbingSign[] = []
  return {
    signs,
    ...probingMonitor(
      () => CLONE_SETTINGS,
      (sign) => signs.push(sign),
    ),
  }
}

describe('probing', () => {
  it('by wrong codes is told at the threshold of an hour, and each time it has doubled', () => {
    const { signs, wrongCode } = monitor()
    for (let i = 0; i < 4 * CLONE_SETTINGS.wrongCodesAnHour; i++) wrongCode(client, at(i))
    expect(signs.map(({ kind, tries }) => [kind, tries])).toEqual([
      ['wrong_codes', 30],
      ['wrong_codes', 60],
      ['wrong_codes', 120],
    ])
  })

  it('is not a person who mistypes now and then', () => {
    const { signs, wrongCode } = monitor()
    for (let i = 0; i < 100; i++) wrongCode(client, at(i * 300))
    expect(signs).toEqual([])
  })

  it.each([1, -1, 2])('by labels in order (step %d) names the batch', (step) => {
    const { signs, label } = monitor()
    for (let i = 0; i < CLONE_SETTINGS.labelsInARow; i++) label(client, 7, 5_000 + i * step, at(i))
    expect(signs).toMatchObject([{ kind: 'labels_in_a_row', batchNo: 7, tries: CLONE_SETTINGS.labelsInARow }])
  })

  it('is not a person who scans packs as they come off a shelf, or one pack many times', () => {
    const { signs, label } = monitor()
    for (let i = 0; i < 500; i++) label(client, 7, (i * 7_919) % 2_000, at(i))
    for (let i = 0; i < 500; i++) label(Buffer.from('other'), 7, 3, at(i))
    expect(signs).toEqual([])
  })

  it('keeps clients apart, and knows nothing of one without a hash', () => {
    const { signs, wrongCode, label } = monitor()
    for (let i = 0; i < 29; i++) for (const name of ['a', 'b', 'c']) wrongCode(Buffer.from(name), at(i))
    for (let i = 0; i < 100; i++) {
      wrongCode(null, at(i))
      label(null, 1, i, at(i))
    }
    expect(signs).toEqual([])
  })
})
