import { describe, expect, it } from 'vitest'
import { EnvironmentError, readEnvironment } from './environment.ts'

const COMPLETE = {
  TRACE_DATABASE_URL: 'postgres://user:secret-password@db:5432/shop',
  TRACE_INTERNAL_TOKEN: 't'.repeat(40),
  CODE_KEY: 'ab'.repeat(32),
  SCAN_PEPPER: 'cd'.repeat(32),
  CREDENTIAL_KEYS: `k-1:${'12'.repeat(32)}`,
  LOG_KEY: '34'.repeat(32),
  LABEL_KEY: '56'.repeat(32),
  SCRATCH_KEY: '9a'.repeat(32),
  LOG_CHECKPOINT_FILE: '/var/lib/trace/checkpoint',
  STOREFRONT_URL: 'https://saolang.test',
}
const messageOf = (env: NodeJS.ProcessEnv) => {
  try {
    readEnvironment(env)
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message
    throw error
  }
  return 'accepted'
}

describe('the environment', () => {
  it('is complete with ten variables; the rest has defaults, none of them secret', () => {
    expect(readEnvironment(COMPLETE)).toMatchObject({
      PORT: 9100,
      HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
      TRACE_POOLER: 'none',
    })
  })

  it.each(Object.keys(COMPLETE))('names %s when it is missing or empty', (name) => {
    expect(messageOf({ ...COMPLETE, [name]: undefined })).toContain(`${name} is missing`)
    expect(messageOf({ ...COMPLETE, [name]: '' })).toContain(`${name} is missing`)
  })

  it.each([
    ['TRACE_DATABASE_URL', 'mysql://hunter2'],
    ['TRACE_INTERNAL_TOKEN', 'hunter2'],
    ['CODE_KEY', 'hunter2-not-hex'],
    ['SCAN_PEPPER', 'ab'],
    ['CREDENTIAL_KEYS', 'hunter2'],
    ['LOG_KEY', 'hunter2-not-hex'],
    ['LABEL_KEY', 'hunter2-not-hex'],
    ['SCRATCH_KEY', 'hunter2-not-hex'],
    ['LABEL_RETIRED_KEYS', '1:hunter2'],
    ['EPCIS_WEBHOOKS', 'hunter2'],
    ['LOG_ORIGIN', 'https://hunter2.example/'],
    ['STOREFRONT_URL', 'https://saolang.test/'],
    ['PORT', '70000'],
    ['LOG_LEVEL', 'loud'],
    ['TRACE_POOLER', 'yes'],
  ])('names a malformed %s and does not show its value', (name, value) => {
    const message = messageOf({ ...COMPLETE, [name]: value })
    expect(message).toContain(`${name}:`)
    expect(message).not.toContain('hunter2')
  })

  it('names every wrong variable at once', () => {
    expect(messageOf({})).toMatch(
      /TRACE_DATABASE_URL.*TRACE_INTERNAL_TOKEN.*CODE_KEY.*SCAN_PEPPER.*CREDENTIAL_KEYS.*STOREFRONT_URL.*LOG_KEY.*LABEL_KEY/,
    )
  })

  it('takes keys of later epochs, the highest for new codes', () => {
    const later = { CODE_KEY_1: '11'.repeat(32), CODE_KEY_4: '44'.repeat(32) }
    const { ring, scratch } = readEnvironment({
      ...{ ...COMPLETE, ...later, SCRATCH_KEY_1: 'a1'.repeat(32), SCRATCH_KEY_4: 'a4'.repeat(32) },
    })
    expect([...scratch.keys.keys()]).toEqual([0, 1, 4])
    expect([...ring.ciphers.keys()]).toEqual([0, 1, 4])
    expect(ring.newest).toBe(4)
    expect(messageOf({ ...COMPLETE, CODE_KEY_2: 'zz' })).toContain('CODE_KEY_2')
    expect(messageOf({ ...COMPLETE, ...later, SCRATCH_KEY_1: 'a1'.repeat(32) })).toContain('SCRATCH_KEY_4 is missing')
    expect(messageOf({ ...COMPLETE, SCRATCH_KEY_1: 'zz' })).toContain('SCRATCH_KEY_1')
  })

  it('takes no key for hidden codes that makes unit codes as well: one leak would give both', () => {
    expect(messageOf({ ...COMPLETE, SCRATCH_KEY: COMPLETE.CODE_KEY.toUpperCase() })).toMatch(/SCRATCH_KEY.*other/)
  })

  it('takes label keys by id, of which retired ones verify alone', () => {
    const { labelSigner } = readEnvironment({
      ...COMPLETE,
      LABEL_KEY: undefined,
      LABEL_KEY_1: '56'.repeat(32),
      LABEL_RETIRED_KEYS: `0:${'78'.repeat(32)}`,
    })
    expect(labelSigner.keys.map(({ id }) => [id, labelSigner.canSign(id)])).toEqual([
      [0, false],
      [1, true],
    ])
  })
})
