import { z } from 'zod'
import { type CredentialIssuer, createIssuer, retiredKeysSchema, signingKeysSchema } from '../credentials/issuer.ts'
import { type CodeRing, codeRing } from '../identifiers/unit-codes.ts'
import { createLabelSigner, type LabelSigner } from '../labels/label-signer.ts'
import { type ScratchRing, scratchRing } from '../labels/scratch-codes.ts'
import { createLogSigner, type LogSigner } from '../log/signer.ts'
import { InputError } from '../storage/input-error.ts'

const hex32 = z.string().regex(/^[0-9a-f]{64}$/i, 'must be 64 hex characters')

const environmentSchema = z.object({
  TRACE_DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./, 'must be a PostgreSQL URL, e.g. postgres://user:password@host:5432/name'),
  TRACE_INTERNAL_TOKEN: z.string().min(32, 'must be a secret of at least 32 characters'),
  CODE_KEY: hex32,
  SCAN_PEPPER: hex32,
  /** Seeds of the keys that sign credentials, and public keys that signed once; docs/decisions/0014. */
  CREDENTIAL_KEYS: signingKeysSchema,
  CREDENTIAL_RETIRED_KEYS: retiredKeysSchema.default([]),
  /** Public keys that signed labels once, `id:hex` with commas between; docs/decisions/0018. */
  LABEL_RETIRED_KEYS: z
    .string()
    .regex(/^\d+:[0-9a-f]{64}(,\d+:[0-9a-f]{64})*$/i, 'must be id:hex, with commas between, of 64 hex characters each')
    .transform((text) => Object.fromEntries(text.split(',').map((each) => each.split(':') as [string, string])))
    .default({}),
  /** Where the newest checkpoint is remembered outside the database; docs/decisions/0013. */
  LOG_CHECKPOINT_FILE: z.string().min(1),
  /** Name of the log; the site's address with /log when it is not given. */
  LOG_ORIGIN: z.string().min(1).optional(),
  STOREFRONT_URL: z.string().regex(/^https?:\/\/[^/?#\s]+$/, 'must be the origin of the site without a trailing slash'),
  /** Where partners' webhooks may point: public https addresses, or also this machine (development). */
  EPCIS_WEBHOOKS: z.enum(['public', 'local']).default('public'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(9100),
  HOST: z.string().min(1).default('127.0.0.1'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  TRACE_POOLER: z.enum(['none', 'transaction']).default('none'),
  TRACE_POOL_SIZE: z.coerce.number().int().min(1).max(100).default(10),
})

export type Environment = z.infer<typeof environmentSchema> & {
  ring: CodeRing
  labelSigner: LabelSigner
  /** Keys of hidden codes: one for every epoch of `ring`. */
  scratch: ScratchRing
  issuer: CredentialIssuer
  logSigner: LogSigner
}

/** Says what is wrong with the environment in one sentence a variable. */
export class EnvironmentError extends Error {}

/**
 * Reads the service's environment. Besides CODE_KEY (epoch 0) it takes CODE_KEY_1 to CODE_KEY_31: keys of later epochs,
 * of which the highest makes new codes; LOG_KEY (key 0) with LOG_KEY_1 to LOG_KEY_15, all of which sign; and LABEL_KEY
 * (key 0) with LABEL_KEY_1 to LABEL_KEY_15, of which the highest signs new labels. Each CODE_KEY has a SCRATCH_KEY of the
 * same number for its hidden codes. Empty variables count as missing.
 * Throws EnvironmentError that names every wrong variable and never shows a value.
 */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environmentSchema.safeParse(given)
  // Once it is retired, LOG_KEY itself may be gone while a later one signs; so may LABEL_KEY and SCRATCH_KEY.
  const missing = ['LOG_KEY', 'LABEL_KEY', 'SCRATCH_KEY']
    .filter((name) => Object.keys(numbered(name, given)).length === 0)
    .map((name) => `${name} is missing`)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0])
      return given[name] === undefined ? `${name} is missing` : `${name}: ${issue.message}`
    })
    throw new EnvironmentError(`${[...lines, ...missing].join('; ')}. See docs/contracts.md, "Environment".`)
  }
  if (missing.length > 0) throw new EnvironmentError(`${missing.join('; ')}. See docs/contracts.md, "Environment".`)
  const { STOREFRONT_URL, CREDENTIAL_KEYS, CREDENTIAL_RETIRED_KEYS, LABEL_RETIRED_KEYS, LOG_ORIGIN } = parsed.data
  const ring = named('CODE_KEY', () => codeRing(numbered('CODE_KEY', given)))
  const scratch = scratchKeys(given)
  const origin = LOG_ORIGIN ?? `${new URL(STOREFRONT_URL).host}/log`
  const logSigner = named('LOG_KEY', () => createLogSigner(origin, numbered('LOG_KEY', given)))
  const issuer = named('CREDENTIAL_KEYS', () =>
    createIssuer({
      origin: STOREFRONT_URL,
      storefrontUrl: STOREFRONT_URL,
      signingKeys: CREDENTIAL_KEYS,
      retiredKeys: CREDENTIAL_RETIRED_KEYS,
    }),
  )
  const labelSigner = named('LABEL_KEY', () => createLabelSigner(numbered('LABEL_KEY', given), LABEL_RETIRED_KEYS))
  return { ...parsed.data, ring, issuer, labelSigner, logSigner, scratch }
}

/** The ring of hidden codes. One key for each of unit codes, and not the same: one leak must never give both. */
function scratchKeys(given: Readonly<Record<string, string | undefined>>): ScratchRing {
  const hidden = numbered('SCRATCH_KEY', given)
  for (const [epoch, key] of Object.entries(numbered('CODE_KEY', given))) {
    const suffix = epoch === '0' ? '' : `_${epoch}`
    const own = hidden[Number(epoch)]
    if (own === undefined) {
      throw new EnvironmentError(`SCRATCH_KEY${suffix} is missing: hidden codes of CODE_KEY${suffix} need it.`)
    }
    if (own.toLowerCase() === key.toLowerCase()) {
      throw new EnvironmentError(`SCRATCH_KEY${suffix}: must be another key than CODE_KEY${suffix}.`)
    }
  }
  return named('SCRATCH_KEY', () => scratchRing(hidden))
}

/** Keys by number: `NAME` is key 0, `NAME_1` key 1 and so on. */
function numbered(name: string, given: Readonly<Record<string, string | undefined>>): Record<number, string> {
  const keys: Record<number, string> = {}
  for (const [variable, value] of Object.entries(given)) {
    if (value === undefined) continue
    if (variable === name) keys[0] = value
    const number = variable.startsWith(`${name}_`) ? /^[1-9]\d*$/.exec(variable.slice(name.length + 1))?.[0] : undefined
    if (number !== undefined) keys[Number(number)] = value
  }
  return keys
}

/** Tells a key that cannot be used by the variable it came from. */
function named<T>(name: string, make: () => T): T {
  try {
    return make()
  } catch (error) {
    if (error instanceof InputError) {
      const variable = error.field === 'origin' ? 'LOG_ORIGIN' : error.field === '0' ? name : `${name}_${error.field}`
      throw new EnvironmentError(`${variable}: ${error.message}.`)
    }
    if (error instanceof Error) throw new EnvironmentError(`${name}: ${error.message}.`)
    throw error
  }
}
