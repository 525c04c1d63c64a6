import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { notices } from './notices.ts'
import { officialDuties } from './official-duties.ts'
import { officialVerbs } from './official-verbs.ts'

/** A source file of the backend, which tells what can be told; the storefront may not import it. */
const backend = (file: string) => readFileSync(new URL(`../../../backend/src/${file}`, import.meta.url), 'utf8')

test('every kind of notice that the backend tells has a sentence, filled in with what it gives', () => {
  const [, body = ''] = /interface NoticeKinds \{\n([\s\S]*?)\n\}/.exec(backend('notices/kinds.ts')) ?? []
  const kinds = [...body.matchAll(/^ {2}(\w+): \{ (.*) \}$/gm)]
  expect(kinds.length).toBeGreaterThan(1)
  for (const [, kind = '', params = ''] of kinds) {
    const given = [...params.matchAll(/(\w+):/g)].map(([, name]) => name)
    const entry = Object.entries(notices).find(([key]) => key === kind)?.[1]
    const asked = [...(entry?.vi ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect([kind, entry === undefined, asked.filter((name) => !given.includes(name))]).toEqual([kind, false, []])
  }
})

test('every duty that the backend finds has a title', () => {
  const [, union = ''] = /export type DutyKey =([\s\S]*?)\n\n/.exec(backend('officials/duties/duty.ts')) ?? []
  const keys = [...union.matchAll(/'(\w+)'/g)].map(([, key]) => `duty_${key}`)
  expect(keys.length).toBeGreaterThan(0)
  expect(keys.filter((key) => !Object.hasOwn(officialDuties, key))).toEqual([])
})

test('every verb of a post has a word', () => {
  const [, list = ''] = /export const VERBS = \[([\s\S]*?)\]/.exec(backend('officials/official-verbs.ts')) ?? []
  const keys = [...list.matchAll(/'([\w:]+)'/g)].map(([, verb = '']) => verb.replace(':', '_'))
  expect(keys.length).toBeGreaterThan(10)
  expect(keys.filter((key) => !Object.hasOwn(officialVerbs, key))).toEqual([])
})
