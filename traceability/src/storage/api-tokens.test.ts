import { expect, it } from 'vitest'
import { accessReader } from './api-tokens.ts'
import type { Database } from './database.ts'

const ROW = { party_no: 7, may_capture: true, may_query: true, reads: [9] }

/** A reader over tokens in force, with a clock of its own. */
function readerOf(inForce: Set<string>) {
  const seen = { asked: 0, now: 0 }
  const db = {
    async query({ values }: { values: [Buffer] }) {
      seen.asked++
      return { rows: [...inForce].some((hash) => hash === values[0].toString('hex')) ? [ROW] : [] }
    },
  } as unknown as Database
  return { seen, read: accessReader({ db, pooler: 'none' }, () => seen.now) }
}

const hashOf = async (token: string) =>
  Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))).toString('hex')

it('a token is looked up once a second, and a revoked one refused after that second', async () => {
  const inForce = new Set([await hashOf('a-token')])
  const { seen, read } = readerOf(inForce)
  for (let i = 0; i < 5; i++) expect(await read('a-token')).toMatchObject({ partyNo: 7, reads: [7, 9] })
  expect(seen.asked).toBe(1)
  inForce.clear()
  seen.now = 999
  expect(await read('a-token')).not.toBeNull()
  seen.now = 1_000
  expect(await read('a-token')).toBeNull()
})

it('a refusal is not remembered, and no token opens what another does', async () => {
  const inForce = new Set([await hashOf('a-token')])
  const { seen, read } = readerOf(inForce)
  await read('a-token')
  expect(await read('another')).toBeNull()
  expect(await read('another')).toBeNull()
  expect(seen.asked).toBe(3)
  inForce.add(await hashOf('another'))
  expect(await read('another')).not.toBeNull()
})
