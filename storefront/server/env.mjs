import { readFileSync } from 'node:fs'
import { z } from 'zod'

const origin = z
  .url({ protocol: /^https?$/, error: 'an http or https address such as http://127.0.0.1:9000' })
  .transform((value) => value.replace(/\/+$/, ''))
const wholeNumber = (/** @type {number} */ fallback) =>
  z.coerce.number({ error: 'a whole number' }).int('a whole number').min(0, 'zero or more').default(fallback)

const EnvSchema = z.object({
  BACKEND_URL: origin,
  TRACE_URL: origin,
  STOREFRONT_URL: origin,
  PUBLISHABLE_KEY: z.string('the publishable key of the shop').min(8, 'the publishable key of the shop'),
  /** Lets the traceability service believe the visitor's address and agent, for the scan log. */
  TRACE_INTERNAL_TOKEN: z
    .string('the token of the traceability service')
    .min(16, 'the token of the traceability service'),
  SESSION_SECRET: z.string('at least 32 characters').min(32, 'at least 32 characters'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: wholeNumber(3000),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'one of debug, info, warn, error, silent')
    .default('info'),
  /** Number of reverse proxies in front whose X-Forwarded-* headers are to be believed. */
  TRUST_PROXY: wholeNumber(0),
  /** Header in which a trusted proxy states the visitor's province (two digits); none by default. */
  CLIENT_PROVINCE_HEADER: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'the name of a header such as X-Client-Province')
    .optional(),
  /** Multiplies every rate limit; a load test from one address needs a large one. */
  RATE_LIMIT_SCALE: wholeNumber(1).pipe(z.number().min(1, 'one or more')),
})

/** @typedef {z.infer<typeof EnvSchema>} Env */

/**
 * Checks the environment of the storefront.
 * In: variables as strings. Out: the typed settings, addresses without a trailing slash.
 * Throws an Error of one sentence a wrong variable, with its name and what it expects, never its value.
 * @param {Record<string, string | undefined>} variables
 * @returns {Env}
 */
export function parseEnv(variables) {
  const result = EnvSchema.safeParse(withKeyFromFile(variables))
  if (result.success) return result.data
  const problems = result.error.issues.map((issue) => {
    const name = String(issue.path[0])
    return `${name} ${variables[name] === undefined ? 'is missing' : 'is wrong'}: expected ${issue.message}.`
  })
  throw new Error(`The storefront cannot start. ${problems.join(' ')}`)
}

/**
 * In containers the set-up step makes the publishable key and leaves it in a file (`{ publishableKey }`) on a shared volume.
 * @param {Record<string, string | undefined>} variables
 */
function withKeyFromFile(variables) {
  const file = variables.PUBLISHABLE_KEY_FILE
  if (!file || variables.PUBLISHABLE_KEY) return variables
  try {
    return { ...variables, PUBLISHABLE_KEY: JSON.parse(readFileSync(file, 'utf8')).publishableKey }
  } catch {
    throw new Error('The storefront cannot start. PUBLISHABLE_KEY_FILE names no readable file with a publishableKey.')
  }
}
