import { createHash } from 'node:crypto'
import type { QueryResult } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerParty } from '../identifiers/parties.ts'
import { type OwnDatabase, ownDatabase } from '../testing/own-database.ts'
import { inTransaction } from './database.ts'
import { type EventSearch, searchEvents } from './event-queries.ts'
import { insertEvents } from './events.ts'

const EVENTS = 8_000
const epcOf = (serial: number) => `https://id.gs1.org/01/04012345123456/21/p${serial}`

let database: OwnDatabase
let partyNo: number

beforeAll(async () => {
  database = await ownDatabase()
  ;({ partyNo } = await registerParty(database.pool, 'partner'))
  const events = Array.from({ length: EVENTS }, (_, i) => ({
    hash: createHash('sha256').update(String(i)).digest(),
    eventId: `ni:///sha-256;${i}`,
    context: null,
    event: {
      type: 'ObjectEvent' as const,
      action: 'OBSERVE' as const,
      eventTime: new Date(1.7e12 + i * 1_000).toISOString(),
      eventTimeZoneOffset: '+07:00',
      epcList: [epcOf(i), epcOf(i + 1)],
    },
  }))
  for (let i = 0; i < EVENTS; i += 2_000) {
    await inTransaction(database.pool, (client) => insertEvents(client, partyNo, events.slice(i, i + 2_000)))
  }
})
afterAll(() => database.drop())

function search(key: string, prefix: boolean): EventSearch {
  return {
    parties: [partyNo],
    texts: {},
    times: {},
    declaredInError: false,
    epcs: { roles: ['epc', 'child', 'parent', 'input', 'output'], patterns: [{ key, prefix }] },
    orderBy: 'recordTime',
    direction: 'DESC',
    upTo: '9999-01-01T00:00:00Z',
    after: null,
    limit: 30,
  }
}

/** The plan of the statement that a search sends. */
async function planOf(asked: EventSearch): Promise<string> {
  const client = await database.pool.connect()
  const plan: string[] = []
  try {
    const query = client.query.bind(client) as (text: string, values: unknown[]) => Promise<QueryResult>
    const explaining = Object.assign(Object.create(client), {
      async query({ text, values }: { text: string; values: unknown[] }) {
        const { rows } = await query(`explain (costs off) ${text}`, values)
        plan.push(...rows.map((row) => row['QUERY PLAN']))
        return { rows: [] }
      },
    })
    await searchEvents(explaining, asked)
  } finally {
    client.release()
  }
  return plan.join('\n')
}

describe('a query by identifier', () => {
  it.each(['before there are statistics', 'with statistics'])(
    '%s reads the events it found by their key',
    async (when) => {
      if (when === 'with statistics') await database.pool.query('analyze trace.event, trace.event_epc')
      for (const [key, prefix] of [
        [epcOf(4_000), false],
        [`${epcOf(400)}/`, true],
      ] as const) {
        const plan = await planOf(search(key, prefix))
        const byKey =
          /Index Scan using event_(\d{4}_\d{2})_pkey [^\n]*\n\s+Index Cond: \(\(party_no = \S+\) AND \(recorded_at = \S+\) AND \(event_no = \S+\)\)/
        expect(plan, plan).toMatch(byKey)
        const filled = byKey.exec(plan)?.[1]
        expect(plan).not.toMatch(new RegExp(`Seq Scan on event(_epc)?_${filled}`))
      }
    },
  )

  it('finds each event once, by exact key and by prefix', async () => {
    const exact = await searchEvents(database.pool, search(epcOf(4_000), false))
    expect(exact.map(({ eventId }) => eventId).sort()).toEqual(['ni:///sha-256;3999', 'ni:///sha-256;4000'])
    const below = await searchEvents(database.pool, search(epcOf(799), true))
    const serials = below.map(({ eventId }) => Number(eventId.split(';')[1])).sort((a, b) => a - b)
    // p799 and p7990 to p7999, each named by the event of its number and the one before.
    expect(serials).toEqual([798, 799, 7989, 7990, 7991, 7992, 7993, 7994, 7995, 7996, 7997, 7998, 7999])
  })
})
