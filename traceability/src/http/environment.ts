import { z } from 'zod'
import { type CodeRing, codeRing } from '../identifiers/unit-codes.ts'
import { InputError } from '../storage/input-error.ts'

const hex32 = z.string().regex(/^[0-9a-f]{64}$/i, 'must be 64 hex characters')

const environmentSchema = z.object({
  TRACE_DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./, 'must be a PostgreSQL URL, e.g. postgres://user:password@host:5432/name'),
  TRACE_INTERNAL_TOKEN: z.string().min(32, 'must be a secret of at least 32 characters'),
  CODE_KEY: hex32,
  SCAN_PEPPER: hex32,
  STOREFRONT_URL: z.string().regex(/^https?:\/\/[^/?#\s]+$/, 'must be the origin of the site without a trailing slash'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(9100),
  HOST: z.string().min(1).default('127.0.0.1'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  TRACE_POOLER: z.enum(['none', 'transaction']).default('none'),
  TRACE_POOL_SIZE: z.coerce.number().int().min(1).max(100).default(10),
})

export type Environment = z.infer<typeof environmentSchema> & { ring: CodeRing }

/** Says what is wrong with the environment in one sentence a variable. */
export class EnvironmentError extends Error {}

/**
 * Reads the service's environment. Besides CODE_KEY (epoch 0) it takes CODE_KEY_1 to CODE_KEY_31: keys of later epochs,
 * of which the highest makes new codes. Empty variables count as missing.
 * Throws EnvironmentError that names every wrong variable and never shows a value.
 */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environmentSchema.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0])
      return given[name] === undefined ? `${name} is missing` : `${name}: ${issue.message}`
    })
    throw new EnvironmentError(`${lines.join('; ')}. See docs/contracts.md, "Environment".`)
  }
  const keys: Record<number, string> = { 0: parsed.data.CODE_KEY }
  for (const [name, value] of Object.entries(given)) {
    const epoch = /^CODE_KEY_([1-9]\d*)$/.exec(name)?.[1]
    if (epoch !== undefined && value !== undefined) keys[Number(epoch)] = value
  }
  try {
    return { ...parsed.data, ring: codeRing(keys) }
  } catch (error) {
    if (error instanceof InputError) throw new EnvironmentError(`CODE_KEY_${error.field}: ${error.message}.`)
    throw error
  }
}
