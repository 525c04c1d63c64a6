import { z } from '@medusajs/framework/zod'
import { SAMPLE_BIN } from './money/banks'

const origin = (example: string) =>
  z
    .url({ protocol: /^https?$/ })
    .refine((value) => new URL(value).origin === value, { error: 'not an origin' })
    .describe(`an http(s) origin without a trailing slash, e.g. ${example}`)
const origins = z
  .string()
  .default('')
  .refine((value) => splitList(value).every(isOrigin), { error: 'not a list of origins' })
  .describe('exact origins separated by commas, e.g. https://saolang.example')
const hexKey = z
  .string()
  .regex(/^[0-9a-f]{64}$/i)
  .describe('64 hexadecimal characters made at random')
/** The newest key first; the others still open what they sealed. */
const hexKeys = z
  .string()
  .regex(/^[0-9a-f]{64}(,[0-9a-f]{64})*$/i)
  .transform((keys) => keys.split(',') as [string, ...string[]])
  .describe('64 hexadecimal characters made at random; older keys may follow after commas')
/** Money and signatures travel here: in clear only inside this machine, where the simulator listens. */
const gatewayUrl = (example: string) =>
  z
    .url({ protocol: /^https?$/ })
    .refine((value) => {
      const { protocol, hostname, search, hash } = new URL(value)
      return (protocol === 'https:' || ['127.0.0.1', 'localhost'].includes(hostname)) && search === '' && hash === ''
    })
    .describe(`an https address without a query, e.g. ${example}`)
const secret = z.string().min(32).describe('at least 32 random characters')
const text = z.string().min(1)

const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development').describe('the mode of Node'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .describe('the address of PostgreSQL, e.g. postgres://user:password@127.0.0.1:5432/sao_lang'),
  STOREFRONT_URL: origin('https://saolang.example'),
  TRACE_URL: origin('http://127.0.0.1:9100'),
  TRACE_INTERNAL_TOKEN: secret,
  ORDER_LINK_SECRET: hexKey,
  PERSONAL_DATA_KEY: hexKeys,
  JWT_SECRET: secret,
  COOKIE_SECRET: secret,
  BACKEND_URL: origin('https://shop.saolang.example').optional(),
  FILE_DIR: text.optional().describe('a folder for pictures, unless S3_* is set'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe('the address of a mail server, e.g. smtps://user:password@mail.example:465'),
  MAIL_FROM: z
    .string()
    .max(200)
    .regex(/^[^\r\n]+$/)
    .default('Sao Làng <khong-tra-loi@localhost>')
    .describe('the sender of e-mail, e.g. Sao Làng <hoi-dap@saolang.example>'),
  BANK_BIN: z
    .string()
    .regex(/^[0-9]{6}$/)
    .optional()
    .describe('the NAPAS number (6 digits) of the bank that receives transfers'),
  BANK_ACCOUNT: z
    .string()
    .regex(/^[0-9A-Za-z]{1,19}$/)
    .optional()
    .describe('the number of the account that receives transfers, 1 to 19 letters and digits'),
  BANK_ACCOUNT_NAME: z
    .string()
    .regex(/^[A-Z0-9 .&-]{2,100}$/)
    .optional()
    .describe('the holder of that account as the bank writes it, capital letters without diacritics'),
  OUTGOING_DIR: text.optional().describe('a folder for e-mail that no mail server sends'),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/ })
    .optional()
    .describe('the address of Redis, e.g. redis://127.0.0.1:6379'),
  MEILISEARCH_HOST: origin('http://127.0.0.1:7700').optional(),
  MEILISEARCH_API_KEY: text.optional().describe('the key of the Meilisearch server, next to MEILISEARCH_HOST'),
  S3_URL: z.url().optional().describe('the public address of the bucket'),
  S3_ENDPOINT: z.url().optional().describe('the address of the S3 service'),
  S3_BUCKET: text.optional().describe('the name of the bucket'),
  S3_REGION: text.optional().describe('the region of the bucket'),
  S3_ACCESS_KEY_ID: text.optional().describe('the key id of the S3 service'),
  S3_SECRET_ACCESS_KEY: text.optional().describe('the secret key of the S3 service'),
  VNPAY_TMN_CODE: z
    .string()
    .regex(/^[A-Za-z0-9]{1,16}$/)
    .optional()
    .describe('the terminal code that VNPay gave, next to the other VNPAY_*'),
  VNPAY_HASH_SECRET: z.string().min(16).optional().describe('the secret of the VNPay terminal'),
  VNPAY_PAY_URL: gatewayUrl('https://pay.vnpay.vn/vpcpay.html').optional(),
  VNPAY_API_URL: gatewayUrl('https://merchant.vnpay.vn/merchant_webapi/api/transaction').optional(),
  MEDUSA_WORKER_MODE: z.enum(['shared', 'server', 'worker']).default('shared').describe('shared, server or worker'),
  STORE_CORS: origins,
  ADMIN_CORS: origins,
  AUTH_CORS: origins,
  PORT: z.coerce.number().int().min(1).max(65_535).default(9000).describe('a port number'),
  HOST: text.default('127.0.0.1').describe('the address to listen on'),
  RATE_LIMIT_SCALE: z.coerce
    .number()
    .int()
    .min(1)
    .default(1)
    .describe('a whole number that multiplies every rate limit; a load test from one address needs a large one'),
  LOG_LEVEL: z
    .enum(['error', 'warn', 'info', 'http', 'debug'])
    .default('info')
    .describe('error, warn, info, http or debug'),
})

/** A merchant's terminal at VNPay. */
export interface VnpayTerminal {
  tmnCode: string
  secret: string
  /** Where buyers pay, and where transactions are queried and refunded. */
  payUrl: string
  apiUrl: string
}

export type Environment = z.infer<typeof schema> & {
  files: FileStore
  bank: BankAccount | null
  vnpay: VnpayTerminal | null
}

/** The account that receives bank transfers. `sample`: made up, as `npm start` sets it. */
export interface BankAccount {
  bin: string
  number: string
  name: string
  sample: boolean
}

/** Where pictures are kept: a folder of this machine or a bucket. */
export type FileStore =
  | { kind: 'local'; dir: string }
  | {
      kind: 's3'
      url: string
      endpoint: string
      bucket: string
      region: string
      accessKeyId: string
      secretAccessKey: string
    }

/** A variable is missing or malformed; the message is one sentence that names it and what it expects. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
}

const S3_NAMES = [
  'S3_URL',
  'S3_ENDPOINT',
  'S3_BUCKET',
  'S3_REGION',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
] as const

const VNPAY_NAMES = ['VNPAY_TMN_CODE', 'VNPAY_HASH_SECRET', 'VNPAY_PAY_URL', 'VNPAY_API_URL'] as const

/**
 * Reads the environment of docs/contracts.md.
 * In: name-value pairs, empty values counting as unset. Out: parsed values with defaults; secrets have none.
 * Throws EnvironmentError for the first variable at fault.
 */
export function readEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0])
    throw new EnvironmentError(complaint(name, name in given))
  }
  return {
    ...parsed.data,
    files: fileStore(parsed.data),
    bank: bankAccount(parsed.data),
    vnpay: vnpayTerminal(parsed.data),
  }
}

/** All four or none: there is no default host that a half-made setting could leak payments to. */
function vnpayTerminal(env: z.infer<typeof schema>): VnpayTerminal | null {
  const { VNPAY_TMN_CODE, VNPAY_HASH_SECRET, VNPAY_PAY_URL, VNPAY_API_URL } = env
  if (VNPAY_TMN_CODE && VNPAY_HASH_SECRET && VNPAY_PAY_URL && VNPAY_API_URL) {
    return { tmnCode: VNPAY_TMN_CODE, secret: VNPAY_HASH_SECRET, payUrl: VNPAY_PAY_URL, apiUrl: VNPAY_API_URL }
  }
  const missing = VNPAY_NAMES.find((name) => !env[name])
  if (missing && VNPAY_NAMES.some((name) => env[name])) throw new EnvironmentError(complaint(missing, false))
  return null
}

/** Unset, transfers are not offered; half of it set is a mistake. */
function bankAccount(env: z.infer<typeof schema>): BankAccount | null {
  const { BANK_BIN: bin, BANK_ACCOUNT: number, BANK_ACCOUNT_NAME: name } = env
  if (bin && number && name) return { bin, number, name, sample: bin === SAMPLE_BIN }
  const names = ['BANK_BIN', 'BANK_ACCOUNT', 'BANK_ACCOUNT_NAME'] as const
  if (names.every((each) => !env[each])) return null
  throw new EnvironmentError(complaint(names.find((each) => !env[each]) ?? 'BANK_BIN', false))
}

function fileStore(env: z.infer<typeof schema>): FileStore {
  const { S3_URL, S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env
  if (S3_URL && S3_ENDPOINT && S3_BUCKET && S3_REGION && S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY) {
    return {
      kind: 's3',
      url: S3_URL.replace(/\/+$/, ''),
      endpoint: S3_ENDPOINT,
      bucket: S3_BUCKET,
      region: S3_REGION,
      accessKeyId: S3_ACCESS_KEY_ID,
      secretAccessKey: S3_SECRET_ACCESS_KEY,
    }
  }
  if (S3_NAMES.some((name) => env[name])) {
    const missing = S3_NAMES.find((name) => !env[name]) ?? 'S3_URL'
    throw new EnvironmentError(complaint(missing, false))
  }
  if (!env.FILE_DIR) throw new EnvironmentError(complaint('FILE_DIR', false))
  return { kind: 'local', dir: env.FILE_DIR }
}

function complaint(name: string, present: boolean): string {
  const field = name in schema.shape ? schema.shape[name as keyof typeof schema.shape] : undefined
  const expected = field?.description ?? describedInside(field) ?? 'a value'
  return `${name} is ${present ? 'malformed' : 'missing'}: it must be ${expected}.`
}

/** `.optional()` and `.default()` wrap the described schema. */
function describedInside(field: unknown): string | undefined {
  if (typeof field === 'object' && field !== null && 'unwrap' in field && typeof field.unwrap === 'function') {
    const inner: unknown = field.unwrap()
    if (
      typeof inner === 'object' &&
      inner !== null &&
      'description' in inner &&
      typeof inner.description === 'string'
    ) {
      return inner.description
    }
  }
  return undefined
}

function splitList(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function isOrigin(value: string): boolean {
  return URL.canParse(value) && new URL(value).origin === value
}

let cached: Environment | undefined

/** The environment of this process, parsed once. Throws EnvironmentError. */
export function environment(): Environment {
  cached ??= readEnvironment(process.env)
  return cached
}
