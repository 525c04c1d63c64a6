import { describe, expect, test } from 'vitest'
import { badgeState } from './badge-state.ts'

const paper = { validFrom: '2025-03-14', validTo: '2028-03-14', lapsedOn: null, transitional: false } as const

describe('a badge', () => {
  test('shines with its stars while the recognition is valid', () => {
    expect(badgeState({ ...paper, stars: 4, status: 'valid' })).toEqual({
      kind: 'valid',
      stars: 4,
      validTo: '2028-03-14',
      transitional: false,
    })
  })

  test('shines on in a transitional extension, and says so', () => {
    const extended = { ...paper, validTo: '2028-09-10', transitional: true }
    expect(badgeState({ ...extended, stars: 4, status: 'valid' })).toEqual({
      kind: 'valid',
      stars: 4,
      validTo: '2028-09-10',
      transitional: true,
    })
  })

  test.each(['suspended', 'expired', 'revoked'] as const)('%s: no stars, only the day it lapsed', (status) => {
    const state = badgeState({ ...paper, stars: null, status, lapsedOn: '2028-03-15' })
    expect(state).toEqual({ kind: status, since: '2028-03-15' })
  })

  test('never shows stars that come with a status other than valid', () => {
    for (const status of ['suspended', 'expired', 'revoked', 'not_yet_valid', 'none'] as const) {
      expect(badgeState({ ...paper, stars: 5, status })).not.toHaveProperty('stars')
    }
  })

  test('says nothing of stars when a valid recognition names none', () => {
    expect(badgeState({ ...paper, stars: null, status: 'valid' })).toEqual({ kind: 'none' })
  })
})
