import { z } from 'zod'

const schema = z.object({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .describe('the address of the shop’s PostgreSQL, e.g. postgres://user:password@127.0.0.1:5432/sao_lang'),
  TRACE_DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .describe('the address of the PostgreSQL with schema trace; the same as DATABASE_URL unless split'),
  CODE_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .describe('64 hexadecimal characters, the key of unit codes'),
  DATA_DIR: z.string().min(1).describe('the folder of the run state, where seed.json is written'),
  FILE_DIR: z.string().min(1).optional().describe('the folder of the local file store, unless S3_* is set'),
  DEMO_ACCOUNTS: z
    .enum(['0', '1'])
    .default('0')
    .transform((value) => value === '1')
    .describe('1 to make demo accounts, else 0'),
  S3_ENDPOINT: z.url().optional().describe('the address of the S3 service'),
  S3_BUCKET: z.string().optional().describe('the name of the bucket'),
  S3_REGION: z.string().optional().describe('the region of the bucket'),
  S3_ACCESS_KEY_ID: z.string().optional().describe('the key id of the S3 service'),
  S3_SECRET_ACCESS_KEY: z.string().optional().describe('the secret key of the S3 service'),
})

export type SeedEnvironment = z.infer<typeof schema>

/** A variable is missing or malformed; the message is one sentence that names it and what it expects. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
}

/**
 * Reads what the seed itself needs of docs/contracts.md; the shop reads the rest when it opens.
 * In: name-value pairs, empty values counting as unset. Throws EnvironmentError for the first variable at fault.
 */
export function readSeedEnvironment(source: Readonly<Record<string, string | undefined>>): SeedEnvironment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0])
    throw new EnvironmentError(complaint(name, name in given))
  }
  if (!parsed.data.S3_BUCKET && !parsed.data.FILE_DIR) throw new EnvironmentError(complaint('FILE_DIR', false))
  return parsed.data
}

function complaint(name: string, isGiven: boolean): string {
  const expected = schema.shape[name as keyof typeof schema.shape]?.description ?? 'a value'
  return `The environment variable ${name} is ${isGiven ? 'malformed' : 'missing'}: it must be ${expected}.`
}
