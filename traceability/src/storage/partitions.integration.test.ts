import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OwnDatabase, ownDatabase } from '../testing/own-database.ts'
import { makePartitions, partitionsAhead } from './partitions.ts'
import { DEVICE_HASH_DAYS, eraseOldDeviceHashes } from './retention.ts'
import { uuidV7 } from './uuid-v7.ts'

let database: OwnDatabase
beforeAll(async () => {
  database = await ownDatabase()
})
afterAll(() => database.drop())

const boundsOf = async (name: string) => {
  const client = await database.pool.connect()
  try {
    await client.query("set time zone 'UTC'")
    const { rows } = await client.query<{ bounds: string }>(
      'select pg_get_expr(relpartbound, oid) as bounds from pg_class where relname = $1',
      [name],
    )
    return rows[0]?.bounds
  } finally {
    client.release(true)
  }
}

async function addScan(scannedAt: Date): Promise<void> {
  await database.pool.query(
    `insert into trace.scan (party_no, scanned_at, scan_no, batch_no, unit_ix, verdict, counted, device_hash, province_code)
     values (1, $1, $2, 1, 1, 'genuine', true, $3, '82')`,
    [scannedAt, uuidV7(), Buffer.alloc(16, 7)],
  )
}

describe('the partition job', () => {
  it('makes the month of a moment and three more, across the end of a year, once', async () => {
    const made = await makePartitions(database.pool, new Date('2030-11-30T23:59:59Z'))
    expect(made.filter((name) => name.startsWith('scan'))).toEqual([
      'scan_2030_11',
      'scan_2030_12',
      'scan_2031_01',
      'scan_2031_02',
    ])
    expect(made).toHaveLength(12)
    expect(await makePartitions(database.pool, new Date('2030-11-01T00:00:00Z'))).toEqual([])
    expect(await boundsOf('scan_2030_12')).toBe(
      "FOR VALUES FROM ('2030-12-01 00:00:00+00') TO ('2031-01-01 00:00:00+00')",
    )
  })

  it('may be run by several processes at the same moment', async () => {
    const runs = await Promise.all([1, 2, 3].map(() => makePartitions(database.pool, new Date('2040-01-15T00:00:00Z'))))
    expect(new Set(runs.flat()).size).toBe(12)
    expect(runs.flat()).toHaveLength(12)
  })

  it('counts the months ahead, and says -1 when not even this month is there', async () => {
    expect(await partitionsAhead(database.pool, new Date('2040-01-31T23:00:00Z'))).toBe(3)
    expect(await partitionsAhead(database.pool, new Date('2040-03-01T00:00:00Z'))).toBe(1)
    expect(await partitionsAhead(database.pool, new Date('2041-01-01T00:00:00Z'))).toBe(-1)
  })

  it('gives partitions the keys and indexes of their parent', async () => {
    const { rows } = await database.pool.query<{ columns: string }>(
      `select pg_get_indexdef(indexrelid) as columns from pg_index where indrelid = 'trace.scan_2040_01'::regclass`,
    )
    expect(rows.map((row) => row.columns).join()).toMatch(/UNIQUE.*\(party_no, scanned_at, scan_no\)/)
    expect(rows.map((row) => row.columns).join()).toMatch(/\(party_no, batch_no, unit_ix, scanned_at\)/)
  })

  it('lets a row of a month without a partition fail loudly', async () => {
    await expect(addScan(new Date('2050-01-01T00:00:00Z'))).rejects.toThrow('no partition of relation "scan" found')
  })
})

describe('retention', () => {
  it('erases device hashes after 90 days, keeps the scan, and goes on from where it stopped', async () => {
    const now = new Date('2030-12-31T12:00:00Z')
    const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
    await makePartitions(database.pool, new Date('2030-08-01T00:00:00Z'))
    for (const days of [DEVICE_HASH_DAYS + 20, DEVICE_HASH_DAYS + 1, DEVICE_HASH_DAYS - 1, 0])
      await addScan(daysAgo(days))

    expect(await eraseOldDeviceHashes(database.pool, now)).toBe(2)
    expect(await eraseOldDeviceHashes(database.pool, now)).toBe(0)
    expect(await eraseOldDeviceHashes(database.pool, new Date(now.getTime() + 2 * 86_400_000))).toBe(1)

    const { rows } = await database.pool.query<{ erased: boolean; province_code: string }>(
      `select device_hash is null as erased, province_code from trace.scan where scanned_at < '2031-02-01' order by scanned_at`,
    )
    expect(rows.map((row) => row.erased)).toEqual([true, true, true, false])
    expect(new Set(rows.map((row) => row.province_code))).toEqual(new Set(['82']))
  })
})
