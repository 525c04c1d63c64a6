import type { RuleRecord } from '@sao-lang/traceability/verify/rating'
import { loadSource } from './load-source'
import type { SampleShop } from './sample-shop'
import { adminToken, shopCall } from './shop-client'
import { shopSuite } from './shop-suite'

const { makeSampleShop } = loadSource<typeof import('./sample-shop')>('./integration-tests/sample-shop')
const { adoptSeedRules } = loadSource<typeof import('./sample-rules')>('./integration-tests/sample-rules')
const { rulesOn } = loadSource<typeof import('../src/rules/rules-on')>('./src/rules/rules-on')
const { seedRuleRecords } = loadSource<typeof import('../src/rules/testing/seed-rules')>(
  './src/rules/testing/seed-rules',
)

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
  const call = shopCall({ api })
  const records = seedRuleRecords()
  let shop: SampleShop
  let admin = ''

  beforeAll(async () => {
    shop = await makeSampleShop(getContainer())
    admin = await adminToken({ getContainer, api })
    await adoptSeedRules(getContainer())
    await dbUtils.snapshot()
  })

  const windows = (changes: Partial<RuleRecord>, data: Record<string, unknown> = {}) => {
    const given = records.find((record) => record.kind === 'windows')
    return { ...given, ...changes, data: { ...(given?.data as object), ...data } }
  }
  const adopt = (given: unknown[], dryRun = false, token = admin) =>
    call('POST', '/admin/rules', { token, body: { records: given, dryRun } })
  const read = (path: string) =>
    call('GET', `/store/rules${path}`, { headers: { 'x-publishable-api-key': shop.publishableKey } })
  const kept = async () => Number((await dbConnection.raw('SELECT count(*) FROM rule_record')).rows[0].count)

  it('the seed adopts every record once, however often it runs', async () => {
    await adoptSeedRules(getContainer())
    expect(await kept()).toBe(records.length)
    const rules = await rulesOn(getContainer(), '2026-11-23')
    expect([rules.rubric.version, rules.windows.communeWorkingDays]).toEqual(['26/2026', 15])
  })

  it('a change of the law is a record with a later first day, and counts from that day on', async () => {
    const change = windows({ validFrom: '2027-01-01' }, { communeWorkingDays: 10 })
    const dry = await adopt([change], true)
    expect([dry.status, dry.data.results[0].outcome, await kept()]).toEqual([200, 'new', records.length])
    expect((await adopt([change])).status).toBe(200)
    expect((await rulesOn(getContainer(), '2026-12-31')).windows.communeWorkingDays).toBe(15)
    expect((await rulesOn(getContainer(), '2027-01-01')).windows.communeWorkingDays).toBe(10)
    expect((await adopt([change])).data.results[0].outcome).toBe('same')
  })

  it('an adopted record cannot be changed, and with one refused none is written', async () => {
    const later = windows({ validFrom: '2028-01-01' })
    const changed = await adopt([later, windows({}, { communeWorkingDays: 99 })])
    expect([changed.status, changed.data.error.code]).toEqual([409, 'rules_refused'])
    expect(changed.data.results.map((each: { outcome: string }) => each.outcome)).toEqual(['new', 'refused'])
    expect(changed.data.results[1].faults[0].vi).toContain('không sửa được')
    expect(await kept()).toBe(records.length)
  })

  it('two people adopting at once do not both find the days free', async () => {
    const answers = await Promise.all([
      adopt([windows({ validFrom: '2027-01-01', validTo: '2027-12-31' })]),
      adopt([windows({ validFrom: '2027-06-01' })]),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await kept()).toBe(records.length + 1)
  })

  it('a set that does not add up is refused with every fault named', async () => {
    const rubric = structuredClone(records.find(({ kind, key }) => kind === 'rubric' && key === '26/2026'))
    if (!rubric) throw new Error('There is no such rubric.')
    const part = (rubric.data as { sets: { parts: { max: number }[] }[] }).sets[2]?.parts[0]
    if (!part) throw new Error('There is no such set.')
    part.max = 41
    const { status, data } = await adopt([{ ...rubric, validFrom: '2027-01-01' }])
    expect([status, data.error.code]).toEqual([400, 'rules_refused'])
    expect(data.results[0].faults.map((fault: { vi: string }) => fault.vi)).toEqual([
      'Bộ 3 phần A: 41 điểm, phiên bản này cho 40',
      'Bộ 3 phần A: các mục cộng lại 40, phải là 41',
      'Bộ 3: cộng lại 101 điểm, phải là 100',
    ])
  })

  it('everybody reads the rules in force and before; only staff adopt', async () => {
    const { rules } = (await read('')).data
    expect(rules).toHaveLength(records.length)
    const versions = rules.filter((rule: { kind: string }) => rule.kind === 'rubric')
    expect(versions.map((rule: { key: string; inForce: boolean }) => [rule.key, rule.inForce])).toEqual([
      ['148/2023', false],
      ['26/2026', true],
      ['781/2020', false],
    ])
    expect((await read('/rubric/26-2026')).data.data.sets).toHaveLength(26)
    expect((await read('/authority/ocop?day=2024-01-01')).data.data.receives).toBe('district')
    expect((await read('/authority/ocop')).data.rule.inForce).toBe(true)
    expect((await read('/rubric/1-1999')).status).toBe(404)
    expect((await read('/authority/ocop?day=gestern')).data.error).toMatchObject({ code: 'day_invalid', field: 'day' })
    expect((await adopt([windows({ validFrom: '2027-01-01' })], false, '')).status).toBe(401)
    expect((await call('GET', '/admin/rules')).status).toBe(401)
    expect((await call('GET', '/admin/rules', { token: admin })).data.count).toBe(records.length)
  })
})
