import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const runSchema = z.object({
  storefront: z.url(),
  backend: z.url(),
  admin: z.url(),
  traceability: z.url(),
  vnpaySimulator: z.url(),
  database: z.string(),
  publishableKey: z.string(),
  accounts: z.array(z.object({ role: z.string(), email: z.string(), password: z.string() })),
  sampleCodes: z.object({
    genuine: z.string(),
    expired: z.string(),
    recalled: z.string(),
    void: z.string(),
    unknown: z.string(),
  }),
  pids: z.record(z.string(), z.number()),
})

export type Run = z.infer<typeof runSchema>

/** The file that describes the running stack: the one of the test run, else that of `npm start`. */
export function runFile(): string {
  return process.env.SAO_LANG_RUN ?? fileURLToPath(new URL('../../.data/run.json', import.meta.url))
}

/** What `.data/run.json` says of the running stack; read afresh, because a restarted program has another id. */
export function readRun(): Run {
  return runSchema.parse(JSON.parse(readFileSync(runFile(), 'utf8')))
}

/** What only the programs of the running stack know. */
export function stackSecrets(): Record<string, string> {
  return JSON.parse(readFileSync(path.join(path.dirname(runFile()), 'secrets.json'), 'utf8'))
}

/** A GET of the shop's API with the storefront's key. */
export async function store(path: string, init: RequestInit = {}): Promise<Response> {
  const { backend, publishableKey } = readRun()
  return fetch(new URL(path, backend), {
    ...init,
    headers: { 'x-publishable-api-key': publishableKey, 'content-type': 'application/json', ...init.headers },
  })
}
