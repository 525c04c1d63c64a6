import { type Env, parseEnv } from '../../server/env.mjs'

let parsed: Env | undefined

/** The storefront's settings, checked at first use; `server.mjs` checks the same variables before it listens. */
export function env(): Env {
  parsed ??= parseEnv(process.env)
  return parsed
}
