import { describe, expect, it } from 'vitest'
import { EnvironmentError, readSeedEnvironment } from './environment.ts'

const whole = {
  DATABASE_URL: 'postgres://u:p@127.0.0.1/a',
  TRACE_DATABASE_URL: 'postgresql://u:p@127.0.0.1/a',
  CODE_KEY: 'ab'.repeat(32),
  DATA_DIR: '/data',
  FILE_DIR: '/data/files',
}

describe('environment of the seed', () => {
  it('makes no demo accounts unless told to', () => {
    expect(readSeedEnvironment(whole).DEMO_ACCOUNTS).toBe(false)
    expect(readSeedEnvironment({ ...whole, DEMO_ACCOUNTS: '' }).DEMO_ACCOUNTS).toBe(false)
    expect(readSeedEnvironment({ ...whole, DEMO_ACCOUNTS: '1' }).DEMO_ACCOUNTS).toBe(true)
  })

  it.each(Object.keys(whole))('names %s when it is missing', (name) => {
    expect(() => readSeedEnvironment({ ...whole, [name]: undefined })).toThrow(EnvironmentError)
    expect(() => readSeedEnvironment({ ...whole, [name]: undefined })).toThrow(`${name} is missing`)
  })

  it('names a malformed variable and what it expects, without its value', () => {
    const broken = () => readSeedEnvironment({ ...whole, CODE_KEY: 'hush' })
    expect(broken).toThrow('CODE_KEY is malformed')
    expect(broken).not.toThrow(/hush/)
  })

  it('needs no folder when pictures go to a bucket', () => {
    expect(readSeedEnvironment({ ...whole, FILE_DIR: undefined, S3_BUCKET: 'anh' }).S3_BUCKET).toBe('anh')
  })
})
