import { readdirSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OwnDatabase, ownDatabase } from '../testing/own-database.ts'
import { SIGHTINGS } from './clone-alerts.ts'
import { FIND_LABEL_BATCH } from './label-batches.ts'
import { LOT_TRACE } from './lots.ts'
import { MIGRATIONS_DIR, migrate } from './migrate.ts'
import { NEWEST_PASSPORT } from './passports.ts'
import { LOG_SCANS, logScansValues, OWN_CHECKS } from './scans.ts'
import { UNIT_STATE } from './units.ts'

let database: OwnDatabase
beforeAll(async () => {
  database = await ownDatabase()
})
afterAll(() => database.drop())

/** Small tables every party reads; they are keyed by what they look up. */
const REFERENCE = [
  ...['api_token', 'clone_setting', 'event_feed_head', 'inspection_edition', 'probing'],
  ...['number_range', 'party', 'product', 'gtin', 'product_number', 'label_batch', 'retention_mark', 'migration'],
  ...['credential_book', 'status_list', 'status_index', 'status_publication'],
]
/** The transparency log has one writer and belongs to no party (decision 13); its leaves do. */
const LOG = ['log_tile', 'log_head', 'log_checkpoint']
/** All there are, in their order. */
const MIGRATIONS = readdirSync(MIGRATIONS_DIR)
  .map((file) => file.replace(/\.sql$/, ''))
  .sort()
const PARTITIONED = ['scan', 'event', 'event_epc']

async function rows<R extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<R[]> {
  return (await database.pool.query<R>(text, values)).rows
}

describe('the rules for tables (decision 11)', () => {
  it('1: party_no, a 4-byte number, leads every primary and unique key of a tenant table', async () => {
    const keys = await rows<{ table_name: string; first: string; type: string }>(
      `select c.relname as table_name, a.attname as first, a.atttypid::regtype::text as type
         from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
         join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where n.nspname = 'trace' and i.indisunique and c.relname <> all ($1) and not c.relispartition`,
      [[...REFERENCE, ...LOG]],
    )
    expect(new Set(keys.map((key) => key.table_name)).size).toBeGreaterThanOrEqual(17)
    expect(keys.filter((key) => key.first !== 'party_no' || key.type !== 'integer')).toEqual([])
  })

  it('1: every tenant table has a primary key', async () => {
    const without = await rows(
      `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'trace' and c.relkind in ('r', 'p') and not c.relispartition
          and not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary)`,
    )
    expect(without).toEqual([])
  })

  it('2: a foreign key stays inside one party or points to a reference table, and none leaves the schema', async () => {
    const keys = await rows<{ name: string; target: string; schema: string; columns: string[]; targets: string[] }>(
      `select k.conname as name, f.relname as target, n.nspname as schema,
          (select array_agg(a.attname::text order by x.ord) from unnest(k.conkey) with ordinality x (no, ord)
             join pg_attribute a on a.attrelid = k.conrelid and a.attnum = x.no) as columns,
          (select array_agg(a.attname::text order by x.ord) from unnest(k.confkey) with ordinality x (no, ord)
             join pg_attribute a on a.attrelid = k.confrelid and a.attnum = x.no) as targets
         from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace cn on cn.oid = c.relnamespace
         join pg_class f on f.oid = k.confrelid join pg_namespace n on n.oid = f.relnamespace
        where k.contype = 'f' and cn.nspname = 'trace'`,
    )
    expect(keys.length).toBeGreaterThan(8)
    const wrong = keys.filter(
      (key) =>
        key.schema !== 'trace' ||
        !(REFERENCE.includes(key.target) || (key.columns[0] === 'party_no' && key.targets[0] === 'party_no')),
    )
    expect(wrong).toEqual([])
  })

  it('3: time series are partitioned by range of record time, without a default partition', async () => {
    const parents = await rows<{ name: string; key: string; default_partition: number }>(
      `select c.relname as name, pg_get_partkeydef(c.oid) as key, p.partdefid::int as default_partition
         from pg_partitioned_table p join pg_class c on c.oid = p.partrelid order by 1`,
    )
    expect(parents).toEqual([
      { name: 'event', key: 'RANGE (recorded_at)', default_partition: 0 },
      { name: 'event_epc', key: 'RANGE (recorded_at)', default_partition: 0 },
      { name: 'scan', key: 'RANGE (scanned_at)', default_partition: 0 },
    ])
  })

  it('4: what must be unique lives in narrow tables that are not partitioned', async () => {
    const kinds = await rows(`select relname, relkind from pg_class where relname in ('event_key', 'request_key')
      and relnamespace = 'trace'::regnamespace order by 1`)
    expect(kinds).toEqual([
      { relname: 'event_key', relkind: 'r' },
      { relname: 'request_key', relkind: 'r' },
    ])
  })

  it('5: no table takes its numbers from a serial or an identity', async () => {
    const generated = await rows(
      `select table_name, column_name from information_schema.columns
        where table_schema = 'trace' and table_name <> 'migration'
          and (is_identity = 'YES' or column_default like 'nextval%')`,
    )
    expect(generated).toEqual([])
  })

  it('6: nothing rests on triggers, rules, exclusion constraints or functions of the schema', async () => {
    expect(
      await rows(`select tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where c.relnamespace = 'trace'::regnamespace and not t.tgisinternal`),
    ).toEqual([])
    expect(await rows(`select rulename from pg_rules where schemaname = 'trace'`)).toEqual([])
    expect(
      await rows(`select conname from pg_constraint where contype = 'x' and connamespace = 'trace'::regnamespace`),
    ).toEqual([])
    expect(await rows(`select proname from pg_proc where pronamespace = 'trace'::regnamespace`)).toEqual([])
  })

  it('10: personal data is two columns of the scan table and hashes with a retention line; no column anywhere is an address or a position', async () => {
    const columns = await rows<{ column_name: string }>(
      `select distinct column_name from information_schema.columns
        where table_schema = 'trace' and table_name = 'scan' order by 1`,
    )
    expect(columns.map((column) => column.column_name)).toEqual([
      'batch_no',
      'counted',
      'device_hash',
      'party_no',
      'province_code',
      'scan_no',
      'scanned_at',
      'unit_ix',
      'verdict',
    ])
    const hashes = await rows<{ place: string }>(
      `select distinct case when table_name ~ '^scan_[0-9]' then 'scan' else table_name end || '.' || column_name as place
         from information_schema.columns
        where table_schema = 'trace' and column_name in ('device_hash', 'client_hash') order by 1`,
    )
    expect(hashes.map((hash) => hash.place)).toEqual([
      'probing.client_hash',
      'scan.device_hash',
      'scratch_try.device_hash',
    ])
    expect(
      await rows(`select table_name, column_name from information_schema.columns where table_schema = 'trace'
        and (data_type in ('inet', 'cidr', 'point') or column_name ~ '(^|_)(ip|lat|lon|gps|email|phone)($|_)')`),
    ).toEqual([])
  })
})

describe('statements of the scan path', () => {
  const window = { from: new Date('2026-11-21T17:00:00Z'), to: new Date('2026-11-22T17:00:00Z') }
  const scan = {
    partyNo: 1,
    batchNo: 1,
    index: 1,
    scannedAt: new Date(),
    verdict: 'genuine',
    person: true,
    deviceHash: Buffer.alloc(16),
    otherHash: null,
    provinceCode: null,
  }
  const statements: [string, string, unknown[]][] = [
    ['unit state', UNIT_STATE, [1, 1, 1, 'product', '00000000-0000-0000-0000-000000000000']],
    ['own checks', OWN_CHECKS, [1, 1, 1, [Buffer.alloc(16)], window.from, window.to]],
    ['newest passport', NEWEST_PASSPORT, [1, 'product']],
    ['lot trace', LOT_TRACE, [1, '00000000-0000-0000-0000-000000000000']],
    ['log scans', LOG_SCANS, logScansValues([scan], window)],
  ]

  async function planOf(text: string, values: unknown[]): Promise<PlanNode[]> {
    const client = new pg.Client({ connectionString: database.url, options: '-c enable_seqscan=off' })
    await client.connect()
    try {
      const { rows } = await client.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
        `explain (format json) ${text}`,
        values,
      )
      return rows[0]?.['QUERY PLAN'].flatMap(({ Plan }) => nodesOf(Plan)) ?? []
    } finally {
      await client.end()
    }
  }

  it.each(statements)(
    '"%s" names the party of every table it reads, and reads by index alone',
    async (_, text, values) => {
      const reads = (await planOf(text, values)).filter(
        (node) => node['Relation Name'] && node['Node Type'] !== 'ModifyTable',
      )
      expect(reads.length).toBeGreaterThan(0)
      for (const node of reads) {
        expect(node['Node Type']).toMatch(/^(Index|Bitmap)/)
        if (node['Node Type'] !== 'Bitmap Heap Scan') expect(node['Index Cond']).toMatch(/party_no = (1|i\.party_no)\)/)
      }
    },
  )

  it('the state of a unit is three look-ups by key and a step back along the ranges of its batch', async () => {
    const [, text, values] = statements[0] ?? ['', '', []]
    const reads = (await planOf(text, values)).filter((node) => node['Relation Name'])
    expect(new Set(reads.map((node) => node['Relation Name']))).toEqual(
      new Set(['unit', 'unit_range', 'passport', 'lot_trace']),
    )
    const range = reads.find((node) => node['Relation Name'] === 'unit_range')
    expect(range).toMatchObject({ 'Node Type': 'Index Scan', 'Scan Direction': 'Backward' })
    expect(range?.['Index Cond']).toMatch(/party_no = 1.*batch_no = 1.*first_ix <= 1/)
  })

  it('sightings of a unit are read by the index of its scans, in the months of the horizon alone', async () => {
    const since = [new Date().toISOString()]
    const reads = (await planOf(SIGHTINGS, [[1], [1], [1], since, new Date()])).filter((node) => node['Relation Name'])
    expect(reads.length).toBeGreaterThan(0)
    for (const node of reads) {
      expect(node['Node Type']).toBe('Index Scan')
      expect(node['Index Cond']).toMatch(
        /party_no = k\.party_no.*batch_no = k\.batch_no.*unit_ix = k\.unit_ix.*scanned_at/,
      )
    }
  })

  it('a statement that does not name the party would be found out', async () => {
    const nodes = await planOf('select * from trace.unit where batch_no = $1', [1])
    expect(nodes.some((node) => node['Index Cond']?.includes('party_no = 1'))).toBe(false)
  })

  it('the look-up batch → party is one row by its key', async () => {
    const [node] = await planOf(FIND_LABEL_BATCH, [1])
    expect(node).toMatchObject({ 'Node Type': 'Index Scan', 'Index Name': 'label_batch_pkey', 'Plan Rows': 1 })
  })

  it('looking for own checks visits the partition of the day and none made ahead', async () => {
    const [, text, values] = statements[1] ?? ['', '', []]
    const relations = (await planOf(text, values)).flatMap((node) => node['Relation Name'] ?? [])
    expect(new Set(relations).size).toBe(1)
  })
})

describe('migrations', () => {
  it('are safe to repeat, and to run twice at once', async () => {
    const fresh = await ownDatabase({ migrated: false })
    try {
      const done = await Promise.all([migrate(fresh.url), migrate(fresh.url)])
      expect(done.flat()).toEqual(MIGRATIONS)
      expect(await migrate(fresh.url)).toEqual([])
    } finally {
      await fresh.drop()
    }
  })

  it('keep their book inside the schema and touch nothing outside of it', async () => {
    expect(await rows(`select to_regclass('trace.migration')::text as book`)).toEqual([{ book: 'trace.migration' }])
    expect(await rows(`select tablename from pg_tables where schemaname = 'public'`)).toEqual([])
  })

  it('leave partitions of every time series for this month and three more', async () => {
    for (const table of PARTITIONED) {
      const [{ count } = { count: 0 }] = await rows<{ count: number }>(
        `select count(*)::int as count from pg_inherits where inhparent = ('trace.' || $1)::regclass`,
        [table],
      )
      expect(count).toBe(4)
    }
  })
})

interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Index Cond'?: string
  'Scan Direction'?: string
  'Plan Rows'?: number
  Plans?: PlanNode[]
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}
