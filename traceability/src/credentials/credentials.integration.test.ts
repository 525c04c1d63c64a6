import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { registerParty } from '../identifiers/parties.ts'
import { storePassport } from '../passports/passports.ts'
import { inTransaction } from '../storage/database.ts'
import { InputError } from '../storage/input-error.ts'
import { takeStatusIndex } from '../storage/status-lists.ts'
import { fastestOf } from '../testing/fastest-of.ts'
import { type OwnDatabase, ownDatabase } from '../testing/own-database.ts'
import { KEY_2025, KEY_2026, keysOf, sampleIssuer } from '../testing/sample-issuer.ts'
import { samplePassport, sampleRecognition } from '../testing/samples.ts'
import { verifyCredential } from '../verify/credential.ts'
import { LEAF_KINDS } from '../verify/log-leaf.ts'
import type { Recognition } from '../verify/recognition-state.ts'
import type { Passport } from '../verify/verdict.ts'
import { type Issued, issueForPassport } from './issue.ts'
import { refreshCredentials } from './refresh.ts'
import { publishStatusList, publishStatusLists } from './status-lists.ts'
import { suspendMarkLicence } from './suspension.ts'

const issuer = sampleIssuer()
const now = new Date('2026-11-22T03:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
let database: OwnDatabase
let db: OwnDatabase['pool']
let partyRef: string
let partyNo: number
let productRef: string
let count = 0

beforeAll(async () => {
  database = await ownDatabase()
  db = database.pool
})
afterAll(() => database.drop())

beforeEach(async () => {
  count += 1
  partyRef = `producer-${count}`
  productRef = `product-${count}`
  partyNo = (await registerParty(db, partyRef)).partyNo
})

/** A recognition of this test's product; its ref is this test's own. */
const recognition = (changes: Partial<Recognition> = {}) =>
  sampleRecognition({ ...changes, ref: `${changes.ref ?? 'cn'}-${count}` })
const passport = (recognitions: Recognition[], version = 1): Passport =>
  samplePassport({ productRef, version, recognitions })
const issue = (of: Passport, { at = now, by = issuer, party = partyNo } = {}): Promise<Issued> =>
  inTransaction(db, (client) => issueForPassport(client, by, party, of, at))

interface Row {
  kind: string
  ref: string
  token: string
  reason: string | null
  suspended: boolean
}
/** Every credential of this test's product, oldest first. */
async function stored(): Promise<Row[]> {
  const { rows } = await db.query<Row>(
    `select kind, recognition_ref as ref, token, revoked_reason as reason, suspended_at is not null as suspended
       from trace.credential where product_ref = $1 order by credential_no`,
    [productRef],
  )
  return rows
}
const summary = async () =>
  (await stored()).map((row) => `${row.kind} ${row.ref.replace(`-${count}`, '')} ${row.reason ?? 'live'}`).sort()

/** What a stranger's verifier says of each credential of the product, with the lists as published now. */
async function verdicts(at = now, by = issuer): Promise<string[]> {
  const lists = await publishStatusLists(db, by, at)
  const statusLists = Object.fromEntries(lists.map((list) => [list.url, list.token]))
  const rows = await stored()
  const found = await Promise.all(
    rows.map(async (row) => {
      const { ok, reasons } = await verifyCredential(row.token, { keys: by.keys, statusLists, now: at })
      return `${row.kind}: ${ok ? 'ok' : reasons.map((reason) => reason.code).join(' ')}`
    }),
  )
  return found.sort()
}

describe('issuing', () => {
  it('a recognition in force gets a decision credential and a mark licence that strangers can verify', async () => {
    const done = await issue(passport([recognition()]))
    expect(done).toMatchObject({ issued: [expect.any(String), expect.any(String)], revoked: [] })
    expect(await verdicts()).toEqual(['decision: ok', 'mark_licence: ok'])
  })

  it('the same passport again, or a newer one with another story, changes nothing', async () => {
    await issue(passport([recognition()]))
    const before = await stored()
    expect(await issue(passport([recognition()]))).toEqual({ issued: [], revoked: [] })
    const retold = passport([recognition()], 2)
    retold.product.story = { vi: 'Chuyện mới', en: null }
    expect(await issue(retold)).toEqual({ issued: [], revoked: [] })
    expect(await stored()).toEqual(before)
  })

  it('a passport without recognitions gets nothing', async () => {
    expect(await issue(passport([]))).toEqual({ issued: [], revoked: [] })
  })

  it.each([
    ['expired', { validFrom: '2022-01-01', validTo: '2024-12-31' }],
    ['revoked', { revokedOn: '2026-11-22' }],
    ['revoked before it began', { validFrom: '2027-01-01', revokedOn: '2026-12-01' }],
  ])('a recognition that is %s when it is first heard of gets nothing', async (_, changes) => {
    expect((await issue(passport([recognition(changes)]))).issued).toEqual([])
  })

  it('a recognition that has not begun has a decision credential, not valid yet, and no licence', async () => {
    await issue(passport([recognition({ validFrom: '2027-01-01', validTo: '2029-12-31' })]))
    expect(await verdicts()).toEqual(['decision: not_yet_valid'])
  })

  it('of two that hold, the latest decision gives the licence', async () => {
    const older = recognition({ ref: 'old', stars: 3 })
    await issue(passport([older]))
    const newer = recognition({ ref: 'new', stars: 4, decisionDate: '2026-10-01', validFrom: '2026-10-01' })
    await issue(passport([newer, older], 2))
    expect(await summary()).toEqual([
      'decision new live',
      'decision old live',
      'mark_licence new live',
      'mark_licence old superseded',
    ])
  })

  it('two recognitions with one ref are refused, and nothing is stored', async () => {
    const twins = passport([recognition(), recognition({ stars: 3 })])
    await expect(issue(twins)).rejects.toThrow(InputError)
    await expect(issue(twins)).rejects.toThrow('passport.recognitions.1.ref')
    expect(await stored()).toEqual([])
  })
})

describe('taking back', () => {
  it('a revoked decision revokes both credentials in their status list', async () => {
    await issue(passport([recognition()]))
    await issue(passport([recognition({ revokedOn: '2026-11-22' })], 2))
    expect(await summary()).toEqual(['decision cn decision_revoked', 'mark_licence cn decision_revoked'])
    expect(await verdicts()).toEqual(['decision: revoked', 'mark_licence: revoked'])
  })

  it('a transitional extension takes the place of both credentials with ones that end later', async () => {
    await issue(passport([recognition({ validTo: '2026-12-31' })]))
    await issue(passport([recognition({ validTo: '2026-12-31', extendedTo: '2027-06-29' })], 2))
    expect(await summary()).toEqual([
      'decision cn corrected',
      'decision cn live',
      'mark_licence cn corrected',
      'mark_licence cn live',
    ])
    expect(await verdicts(new Date('2027-06-29T16:59:59Z'))).toContain('mark_licence: ok')
    expect((await verdicts(new Date('2027-06-29T17:00:00Z'))).filter((verdict) => verdict.endsWith('ok'))).toEqual([])
  })

  it('a recognition that had expired is given credentials again when it is extended', async () => {
    await issue(passport([recognition({ validTo: '2026-11-21' })]))
    expect(await stored()).toEqual([])
    await issue(passport([recognition({ validTo: '2026-11-21', extendedTo: '2027-05-20' })], 2))
    expect(await verdicts()).toEqual(['decision: ok', 'mark_licence: ok'])
  })

  it('a revocation that lies ahead shortens the credentials; they end with that day', async () => {
    await issue(passport([recognition()]))
    await issue(passport([recognition({ revokedOn: '2026-12-01' })], 2))
    expect(await summary()).toEqual([
      'decision cn corrected',
      'decision cn live',
      'mark_licence cn corrected',
      'mark_licence cn live',
    ])
    expect(await verdicts(later(8))).toContain('mark_licence: ok')
    expect(await verdicts(later(10))).not.toContain('mark_licence: ok')
  })

  it('a correction revokes the old and issues new ones; back to the first wording is a third, never the first again', async () => {
    await issue(passport([recognition()]))
    const [first] = await stored()
    await issue(passport([recognition({ points: 84 })], 2))
    expect((await verdicts()).sort()).toEqual([
      'decision: ok',
      'decision: revoked',
      'mark_licence: ok',
      'mark_licence: revoked',
    ])
    await issue(passport([recognition()], 3))
    const rows = await stored()
    expect(rows).toHaveLength(6)
    expect(rows.find((row) => row.token === first?.token)?.reason).toBe('corrected')
    expect(rows.filter((row) => row.reason === null)).toHaveLength(2)
  })

  it('a recognition no longer on record takes its credentials with it', async () => {
    await issue(passport([recognition()]))
    await issue(passport([], 2))
    expect(await summary()).toEqual(['decision cn removed', 'mark_licence cn removed'])
  })

  it('an older passport that comes late changes nothing', async () => {
    await issue(passport([recognition({ revokedOn: '2026-11-22' })], 5))
    expect(await issue(passport([recognition()], 4))).toEqual({ issued: [], revoked: [] })
  })

  it('a product that goes to another party leaves no credential with the first', async () => {
    await issue(passport([recognition()]))
    const other = await registerParty(db, `${partyRef}-other`)
    await issue(passport([recognition()], 2), { party: other.partyNo })
    expect(await summary()).toEqual([
      'decision cn live',
      'decision cn transferred',
      'mark_licence cn live',
      'mark_licence cn transferred',
    ])
  })

  it('the revocation list says exactly which were revoked, and each index was given once', async () => {
    const { rows } = await db.query<{ used: string; distinct_used: string; taken: string }>(
      `select count(*) as used, count(distinct (list_no, list_index)) as distinct_used,
          (select count(*) from trace.status_index) as taken from trace.credential`,
    )
    expect(rows[0]?.used).toBe(rows[0]?.distinct_used)
    expect(rows[0]?.used).toBe(rows[0]?.taken)
  })
})

describe('keys', () => {
  const [old] = keysOf(KEY_2026)

  it('a retired key: what it signed stays, new credentials and lists are signed with the new one', async () => {
    await issue(passport([recognition()]))
    const rotated = sampleIssuer({ signingKeys: keysOf(KEY_2025), retiredKeys: old ? [old] : [] })
    expect(await issue(passport([recognition()]), { by: rotated })).toEqual({ issued: [], revoked: [] })
    expect(await verdicts(now, rotated)).toEqual(['decision: ok', 'mark_licence: ok'])
  })

  it('a key that was taken out: everything it signed is issued anew', async () => {
    await issue(passport([recognition()]))
    const without = sampleIssuer({ signingKeys: keysOf(KEY_2025) })
    await issue(passport([recognition()]), { by: without })
    expect(await summary()).toContain('decision cn key_withdrawn')
    expect(await verdicts(now, without)).toEqual([
      'decision: jws_key_unknown',
      'decision: ok',
      'mark_licence: jws_key_unknown',
      'mark_licence: ok',
    ])
    await issue(passport([], 2), { by: without })
  })
})

describe('a suspension on record', () => {
  const suspended = (to: string | null, from = '2026-11-22') => recognition({ suspensions: [{ from, to }] })
  const changes = async () =>
    (
      await db.query<{ change: string; reason: string | null }>(
        `select change, reason from trace.credential_change h join trace.credential c using (party_no, credential_no)
          where c.product_ref = $1 and c.kind = 'mark_licence' order by change_no`,
        [productRef],
      )
    ).rows.map(({ change, reason }) => [change, reason])

  it('sets the bit of the mark licence and leaves the decision; lifting it clears the bit', async () => {
    await issue(passport([recognition()]))
    await issue(passport([suspended(null)], 2))
    expect(await verdicts()).toEqual(['decision: ok', 'mark_licence: suspended'])
    await issue(passport([suspended('2026-11-21', '2026-11-20')], 3))
    expect(await verdicts()).toEqual(['decision: ok', 'mark_licence: ok'])
    expect(await changes()).toEqual([
      ['issued', null],
      ['suspended', 'recognition_suspended'],
      ['resumed', 'recognition_suspended'],
    ])
  })

  it('that lies ahead sets the bit on its first day and clears it after its last, by the calendar alone', async () => {
    const ahead = passport([suspended('2026-11-30', '2026-11-25')])
    await storePassport(db, { messageId: `m-${productRef}`, partyRef, passport: ahead })
    const at = async (day: string) => {
      const moment = new Date(`${day}T00:00:01+07:00`)
      await refreshCredentials(db, issuer, moment)
      return (await verdicts(moment)).find((verdict) => verdict.startsWith('mark_licence'))
    }
    expect(await at('2026-11-24')).toBe('mark_licence: ok')
    expect(await at('2026-11-25')).toBe('mark_licence: suspended')
    expect(await at('2026-11-30')).toBe('mark_licence: suspended')
    expect(await at('2026-12-01')).toBe('mark_licence: ok')
  })

  it('carries over to a corrected licence, and not to one issued after it was lifted', async () => {
    await issue(passport([suspended(null)]))
    await issue(passport([{ ...suspended(null), points: 83 }], 2))
    expect(await verdicts()).toContain('mark_licence: suspended')
    await issue(passport([recognition({ points: 84 })], 3))
    expect((await verdicts()).filter((verdict) => verdict === 'mark_licence: ok')).toHaveLength(1)
  })

  it('is not lifted by hand, and lifts nothing that an inspector suspended', async () => {
    const byHand = (suspended: boolean) =>
      suspendMarkLicence(db, { partyRef, recognitionRef: `cn-${count}`, suspended, reason: 'Biên bản 9' }, now)
    await issue(passport([suspended(null)]))
    await expect(byHand(false)).rejects.toThrow('suspended on record')
    await issue(passport([recognition()], 2))
    await byHand(true)
    await issue(passport([suspended('2026-11-21', '2026-11-20')], 3))
    expect(await verdicts()).toContain('mark_licence: suspended')
  })
})

describe('suspension', () => {
  const suspend = (suspended: boolean, reason = 'Biên bản kiểm tra 12') =>
    suspendMarkLicence(db, { partyRef, recognitionRef: `cn-${count}`, suspended, reason }, now)

  it('of a licence is seen and lifted again; the decision is untouched; both stay on record', async () => {
    await issue(passport([recognition()]))
    expect(await suspend(true)).toEqual({ changed: true })
    expect(await suspend(true)).toEqual({ changed: false })
    expect(await verdicts()).toEqual(['decision: ok', 'mark_licence: suspended'])
    expect(await suspend(false, 'Đã khắc phục')).toEqual({ changed: true })
    expect(await verdicts()).toEqual(['decision: ok', 'mark_licence: ok'])
    const { rows } = await db.query(
      `select change, reason from trace.credential_change where party_no = $1 order by change_no`,
      [partyNo],
    )
    expect(rows).toEqual([
      { change: 'issued', reason: null },
      { change: 'issued', reason: null },
      { change: 'suspended', reason: 'Biên bản kiểm tra 12' },
      { change: 'resumed', reason: 'Đã khắc phục' },
    ])
  })

  it('outlasts a correction of the recognition', async () => {
    await issue(passport([recognition()]))
    await suspend(true)
    await issue(passport([recognition({ points: 84 })], 2))
    expect(await verdicts()).toContain('mark_licence: suspended')
    expect(await verdicts()).not.toContain('mark_licence: ok')
  })

  it.each(['before it was issued', 'after it was revoked'])(
    'of a licence %s is refused with a sentence',
    async (when) => {
      if (when.startsWith('after')) {
        await issue(passport([recognition()]))
        await issue(passport([], 2))
      }
      await expect(suspend(true)).rejects.toThrow('no mark licence is in force')
    },
  )

  it('needs a reason, and the licence of that very party', async () => {
    await issue(passport([recognition()]))
    await expect(suspend(true, ' ')).rejects.toThrow('reason')
    await registerParty(db, `${partyRef}-b`)
    const other = { partyRef: `${partyRef}-b`, recognitionRef: `cn-${count}`, suspended: true, reason: 'x' }
    await expect(suspendMarkLicence(db, other, now)).rejects.toThrow('no mark licence is in force')
  })
})

describe('time going on', () => {
  /** Sends a passport in the way the shop does, then issues. */
  const push = async (of: Passport) => {
    await storePassport(db, { messageId: `m-${productRef}-${of.version}`, partyRef, passport: of })
    await issue(of)
  }

  it('after the last day the refresh revokes; before it, it finds nothing to do', async () => {
    await push(passport([recognition({ validTo: '2026-11-24' })]))
    await refreshCredentials(db, issuer, later(2))
    expect(await summary()).toEqual(['decision cn live', 'mark_licence cn live'])
    await refreshCredentials(db, issuer, later(3))
    expect(await summary()).toEqual(['decision cn expired', 'mark_licence cn expired'])
    expect(await verdicts(later(3))).toEqual(['decision: expired revoked', 'mark_licence: expired revoked'])
    expect(await refreshCredentials(db, issuer, later(4))).toEqual({ products: 0, failed: [] })
  })

  it('on the first day the refresh issues the licence, also in the place of an older one', async () => {
    const older = recognition({ ref: 'old', stars: 3 })
    const newer = recognition({ ref: 'new', decisionDate: '2026-11-20', validFrom: '2026-11-25' })
    await push(passport([newer, older]))
    expect(await summary()).toEqual(['decision new live', 'decision old live', 'mark_licence old live'])
    await refreshCredentials(db, issuer, later(3))
    expect(await summary()).toContain('mark_licence new live')
    expect(await summary()).toContain('mark_licence old superseded')
  })

  it('products whose passport was stored by a process that issues nothing are dealt with by the refresh', async () => {
    const of = passport([recognition()])
    await storePassport(db, { messageId: `m-${productRef}`, partyRef, passport: of })
    expect(await refreshCredentials(db, issuer, now)).toEqual({ products: 1, failed: [] })
    expect(await summary()).toEqual(['decision cn live', 'mark_licence cn live'])
    const revoked = passport([recognition({ revokedOn: '2026-11-22' })], 2)
    await storePassport(db, { messageId: `m-${productRef}-2`, partyRef, passport: revoked })
    expect(await refreshCredentials(db, issuer, now)).toEqual({ products: 1, failed: [] })
    expect(await summary()).toEqual(['decision cn decision_revoked', 'mark_licence cn decision_revoked'])
  })

  it('one product that fails is named and does not hold up the others', async () => {
    await push(passport([recognition({ validTo: '2026-11-23' })]))
    // A passport that the shop could not send today, left by an older release.
    await db.query(
      `update trace.passport set body = jsonb_set(body, '{recognitions}', body->'recognitions' || (body->'recognitions'))
        where product_ref = $1`,
      [productRef],
    )
    const bad = productRef
    productRef = `${productRef}-good`
    await push(passport([recognition({ ref: 'good', validTo: '2026-11-24' })]))
    const done = await refreshCredentials(db, issuer, later(3))
    expect(done.failed).toEqual([{ productRef: bad, reason: expect.stringContaining('two recognitions') }])
    expect(await summary()).toEqual(['decision good expired', 'mark_licence good expired'])
    await db.query('update trace.credential_book set next_day = null where product_ref = $1', [bad])
  })
})

describe('a key that was taken out', () => {
  it('is noticed by the refresh, which issues anew what it signed', async () => {
    const one = await ownDatabase()
    try {
      const party = await registerParty(one.pool, partyRef)
      const of = passport([recognition()])
      await storePassport(one.pool, { messageId: 'm', partyRef, passport: of })
      await inTransaction(one.pool, (client) => issueForPassport(client, issuer, party.partyNo, of, now))
      const without = sampleIssuer({ signingKeys: keysOf(KEY_2025) })
      expect(await refreshCredentials(one.pool, without, now)).toEqual({ products: 1, failed: [] })
      expect(await refreshCredentials(one.pool, without, now)).toEqual({ products: 0, failed: [] })
      const { rows } = await one.pool.query(
        `select key_id, revoked_reason, count(*)::int from trace.credential group by 1, 2 order by 1`,
      )
      expect(rows).toEqual([
        { key_id: 'did:web:sao.test#2025-1', revoked_reason: null, count: 2 },
        { key_id: 'did:web:sao.test#2026-1', revoked_reason: 'key_withdrawn', count: 2 },
      ])
    } finally {
      await one.drop()
    }
  })
})

describe('at the same time', () => {
  it('twenty pushes of one passport issue once', async () => {
    const of = passport([recognition()])
    const done = await Promise.all(Array.from({ length: 20 }, () => issue(of)))
    expect(done.flatMap((each) => each.issued)).toHaveLength(2)
    expect(await summary()).toEqual(['decision cn live', 'mark_licence cn live'])
  })

  it('of twenty versions in any order the newest stands, with one live credential of a kind', async () => {
    const versions = Array.from({ length: 20 }, (_, i) => passport([recognition({ points: 70 + i })], i + 1))
    await Promise.all(versions.sort(() => Math.random() - 0.5).map((of) => issue(of)))
    const live = (await stored()).filter((row) => row.reason === null)
    expect(live.map((row) => row.kind).sort()).toEqual(['decision', 'mark_licence'])
    for (const row of live) {
      const claims = JSON.parse(Buffer.from(row.token.split('.')[1] ?? '', 'base64url').toString())
      expect(claims.credentialSubject.ocopPoints).toBe(89)
    }
  })

  it('a suspension and a correction end with the new licence suspended, whoever comes first', async () => {
    for (let round = 0; round < 5; round++) {
      await issue(passport([recognition()], round * 3 + 1))
      const suspension = { partyRef, recognitionRef: `cn-${count}`, reason: 'x' }
      await Promise.all([
        suspendMarkLicence(db, { ...suspension, suspended: true }, now),
        issue(passport([recognition({ points: 90 + round })], round * 3 + 2)),
      ])
      const live = (await stored()).filter((row) => row.reason === null && row.kind === 'mark_licence')
      expect(live).toMatchObject([{ suspended: true }])
      await suspendMarkLicence(db, { ...suspension, suspended: false }, now)
    }
  })
})

describe('a connection that breaks between two statements', () => {
  /** A client that fails instead of its n-th statement. */
  function failingAt(client: ClientBase, n: number): { client: ClientBase; statements: () => number } {
    let at = 0
    const proxy = new Proxy(client, {
      get(target, name, receiver) {
        if (name !== 'query') return Reflect.get(target, name, receiver)
        return (...args: Parameters<ClientBase['query']>) => {
          at += 1
          if (at === n) throw new Error('cut')
          return target.query(...args)
        }
      },
    })
    return { client: proxy, statements: () => at }
  }
  const tables = ['credential', 'credential_change', 'credential_book', 'status_index'] as const
  const state = async () => {
    const parts: unknown[] = []
    for (const table of tables) {
      const { rows } = await db.query(`select to_jsonb(t) as row from trace.${table} t order by 1`)
      parts.push(rows)
    }
    return JSON.stringify(parts)
  }

  it('leaves no half state, wherever it breaks: neither in issuing nor in a correction', async () => {
    for (const of of [passport([recognition()]), passport([recognition({ points: 84 })], 2)]) {
      const before = await state()
      let whole = false
      for (let n = 1; !whole; n++) {
        const cut = inTransaction(db, async (client) => {
          const failing = failingAt(client, n)
          await issueForPassport(failing.client, issuer, partyNo, of, now)
          whole = failing.statements() < n
        })
        if (whole || (await cut.then(() => true).catch(() => false))) break
        expect(await state()).toBe(before)
        expect(n).toBeLessThan(60)
      }
      expect(await state()).not.toBe(before)
    }
    expect(await summary()).toHaveLength(4)
  })

  it('leaves no half state when the server ends the session', async () => {
    const of = passport([recognition()])
    const before = await state()
    const cut = inTransaction(db, async (client) => {
      await issueForPassport(client, issuer, partyNo, of, now)
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
      await db.query('select pg_terminate_backend($1)', [rows[0]?.pid])
      await client.query('select 1')
    })
    await expect(cut).rejects.toThrow()
    expect(await state()).toBe(before)
    expect((await issue(of)).issued).toHaveLength(2)
  })
})

describe('status lists', () => {
  it('are published anew when something changed, when they are a day old or the key changed, and else kept', async () => {
    await issue(passport([recognition()]))
    const publish = (at: Date, by = issuer) => publishStatusList(db, by, { listNo: 1, purpose: 'revocation' }, at)
    const first = await publish(later(100))
    expect(await publish(later(100.5))).toEqual({ ...first, fresh: false })
    await issue(passport([], 2))
    expect(await publish(later(100.6))).toMatchObject({ fresh: true })
    expect(await publish(later(101.5))).toMatchObject({ fresh: false })
    expect(await publish(later(101.7))).toMatchObject({ fresh: true })
    expect(await publish(later(101.8), sampleIssuer({ signingKeys: keysOf(KEY_2025) }))).toMatchObject({ fresh: true })
  })

  it('published by a clock that ran ahead are passed over until their time has come', async () => {
    const list = { listNo: 1, purpose: 'suspension' } as const
    const ahead = await publishStatusList(db, issuer, list, later(200))
    const right = await publishStatusList(db, issuer, list, now)
    expect(right?.publishedAt).not.toEqual(ahead?.publishedAt)
    expect(right?.publishedAt.getTime()).toBeLessThanOrEqual(now.getTime())
  })

  it("are queued for the log, each edition once, as the platform's own", async () => {
    const logged = async () =>
      (
        await db.query<{ subject: string }>(`select subject from trace.log_leaf where party_no = 0 and kind = $1`, [
          LEAF_KINDS['status-list'],
        ])
      ).rows.map((row) => row.subject)
    const before = await logged()
    const list = { listNo: 1, purpose: 'suspension' } as const
    const edition = await publishStatusList(db, issuer, list, later(300))
    await publishStatusList(db, issuer, list, later(300.1))
    const after = await logged()
    expect(after).toHaveLength(before.length + 1)
    const hash = createHash('sha256')
      .update(edition?.token ?? '')
      .digest('hex')
    expect(after).toContain(`${issuer.origin}/credentials/status/1-suspension#${hash.slice(0, 16)}`)
  })

  it('that do not exist are not published', async () => {
    expect(await publishStatusList(db, issuer, { listNo: 999, purpose: 'revocation' }, now)).toBeNull()
  })

  it('a list that is nearly full is left for another one, and no index is given twice', async () => {
    const { rows } = await db.query<{ list_no: number }>(
      'select list_no from trace.status_list where full_at is null order by list_no limit 1',
    )
    const open = rows[0]?.list_no ?? 0
    await db.query(
      `insert into trace.status_index (list_no, list_index) select $1, i from generate_series(0, 131071) i
       on conflict do nothing`,
      [open],
    )
    const taken = await Promise.all(
      Array.from({ length: 30 }, () => inTransaction(db, (client) => takeStatusIndex(client))),
    )
    expect(taken.every((each) => each.listNo !== open)).toBe(true)
    expect(new Set(taken.map((each) => `${each.listNo}:${each.index}`)).size).toBe(30)
    await issue(passport([recognition()]))
    expect(await verdicts()).toEqual(['decision: ok', 'mark_licence: ok'])
  })

  it('of a million entries, one in a hundred revoked, stay small and fast', async () => {
    const size = 1_048_576
    await db.query('insert into trace.status_list (list_no, size, full_at) values (500, $1, now())', [size])
    // One row in eleven of those inserted is revoked; which entries these are follows no pattern that GZIP could use.
    await db.query(
      `insert into trace.credential (party_no, credential_no, kind, product_ref, recognition_ref, content_hash, key_id,
         list_no, list_index, token, issued_at, valid_from, valid_until, revoked_at, revoked_reason)
       select $1, gen_random_uuid(), 'decision', 'bulk-' || i, 'bulk-' || i, '\\x00', 'k', 500, i, 'x', now(), now(), now(),
         case when abs(hashint4(i)) % 100 = 0 then now() end, case when abs(hashint4(i)) % 100 = 0 then 'expired' end
         from generate_series(0, $2 - 1) i where abs(hashint4(i)) % 100 < 11`,
      [partyNo, size],
    )
    const { rows } = await db.query<{ first: number; set: number }>(
      `select min(list_index) as first, count(*)::int as set from trace.credential
        where list_no = 500 and revoked_at is not null`,
    )
    await db.query('analyze trace.credential')
    const publish = (day: number) => publishStatusList(db, issuer, { listNo: 500, purpose: 'revocation' }, later(day))
    const list = await publish(0)
    // A list of the day before yesterday is made anew.
    const made = await fastestOf((go) => publish(2 * (go + 1)))
    const kept = await fastestOf(() => publish(6))
    const token = list?.token ?? ''
    process.stdout.write(
      `1,048,576 entries, ${rows[0]?.set} set: ${token.length} characters signed, published in ${Math.round(made)} ms, ` +
        `found unchanged in ${Math.round(kept)} ms\n`,
    )
    expect(token.length).toBeLessThan(40_000)
    expect(made).toBeLessThan(2_000)
    const credential = issuer.sign({
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential'],
      issuer: issuer.did,
      credentialSubject: { id: 'urn:x:y' },
      credentialStatus: {
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusListIndex: String(rows[0]?.first),
        statusListCredential: `${issuer.origin}/credentials/status/500-revocation`,
      },
    })
    const statusLists = { [`${issuer.origin}/credentials/status/500-revocation`]: token }
    const { reasons } = await verifyCredential(credential, { keys: issuer.keys, statusLists, now })
    expect(reasons).toEqual([{ code: 'revoked', message: expect.any(String) }])
  }, 120_000)
})
