import { EnvironmentError, readEnvironment } from './env'

const complete = {
  DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/shop',
  STOREFRONT_URL: 'https://saolang.example',
  TRACE_URL: 'http://127.0.0.1:9100',
  TRACE_INTERNAL_TOKEN: 't'.repeat(32),
  ORDER_LINK_SECRET: 'ab'.repeat(32),
  PERSONAL_DATA_KEY: 'ef'.repeat(32),
  JWT_SECRET: 'j'.repeat(32),
  COOKIE_SECRET: 'c'.repeat(32),
  FILE_DIR: '/srv/files',
}
const s3 = {
  S3_URL: 'https://cdn.example/shop/',
  S3_ENDPOINT: 'https://s3.example',
  S3_BUCKET: 'shop',
  S3_REGION: 'vn-1',
  S3_ACCESS_KEY_ID: 'id',
  S3_SECRET_ACCESS_KEY: 'secret',
}

const complaintOf = (source: Record<string, string | undefined>): string => {
  try {
    readEnvironment(source)
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message
  }
  return ''
}

it('fills in what has a safe default', () => {
  expect(readEnvironment(complete)).toMatchObject({
    PORT: 9000,
    HOST: '127.0.0.1',
    LOG_LEVEL: 'info',
    MEDUSA_WORKER_MODE: 'shared',
    STORE_CORS: '',
    files: { kind: 'local', dir: '/srv/files' },
  })
})

it('has no default for any secret, and names the one that is missing', () => {
  for (const name of ['TRACE_INTERNAL_TOKEN', 'ORDER_LINK_SECRET', 'JWT_SECRET', 'COOKIE_SECRET', 'DATABASE_URL']) {
    expect(complaintOf({ ...complete, [name]: undefined })).toMatch(
      new RegExp(`^${name} is missing: it must be .+\\.$`),
    )
    expect(complaintOf({ ...complete, [name]: '' })).toContain(`${name} is missing`)
  }
})

it('says what a malformed variable must be', () => {
  expect(complaintOf({ ...complete, ORDER_LINK_SECRET: 'zz' })).toBe(
    'ORDER_LINK_SECRET is malformed: it must be 64 hexadecimal characters made at random.',
  )
  expect(complaintOf({ ...complete, STOREFRONT_URL: 'https://saolang.example/' })).toContain(
    'STOREFRONT_URL is malformed',
  )
  expect(complaintOf({ ...complete, DATABASE_URL: 'mysql://x' })).toContain('the address of PostgreSQL')
  expect(complaintOf({ ...complete, PORT: '99999' })).toContain('a port number')
  expect(complaintOf({ ...complete, STORE_CORS: 'https://a.example, *' })).toContain('exact origins')
  expect(complaintOf({ ...complete, LOG_LEVEL: 'loud' })).toContain('error, warn, info')
})

it('never repeats a value in a complaint', () => {
  expect(complaintOf({ ...complete, JWT_SECRET: 'short-secret' })).not.toContain('short-secret')
})

it('uses the bucket when all of S3_* is set, and names what is missing when some of it is', () => {
  expect(readEnvironment({ ...complete, ...s3, FILE_DIR: undefined }).files).toMatchObject({
    kind: 's3',
    url: 'https://cdn.example/shop',
  })
  expect(complaintOf({ ...complete, ...s3, S3_BUCKET: undefined })).toContain('S3_BUCKET is missing')
  expect(complaintOf({ ...complete, FILE_DIR: undefined })).toContain('FILE_DIR is missing')
})
