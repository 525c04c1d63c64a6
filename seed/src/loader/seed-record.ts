import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const sampleCodesSchema = z.strictObject({
  genuine: z.string(),
  expired: z.string(),
  recalled: z.string(),
  void: z.string(),
  unknown: z.string(),
})
export type SampleCodes = z.infer<typeof sampleCodesSchema>

const accountSchema = z.strictObject({ role: z.string(), email: z.string(), password: z.string() })
export type Account = z.infer<typeof accountSchema>

const recordSchema = z.object({
  /** Of this file's shape. */
  version: z.literal(1),
  publishableKey: z.string().nullable(),
  accounts: z.array(accountSchema),
  sampleCodes: sampleCodesSchema.nullable(),
  /** Bearer tokens for programs: `epcis` for `/epcis/*` of the traceability service. */
  tokens: z.record(z.string(), z.string()).default({}),
  counts: z.record(z.string(), z.number()),
  /** Of the data that was loaded; see `loadData`. */
  fingerprint: z.string(),
  /** UTC, ISO 8601; null while a seed is under way or was interrupted. */
  finishedAt: z.string().nullable(),
})
export type SeedRecord = z.infer<typeof recordSchema>

/** What an earlier run wrote; null when there is none or it is not readable as one. */
export function readSeedRecord(dataDir: string): SeedRecord | null {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(join(dataDir, 'seed.json'), 'utf8')))
  } catch {
    return null
  }
}

/** Writes `seed.json` whole or not at all, readable by this user alone: it holds passwords of demo accounts. */
export function writeSeedRecord(dataDir: string, record: SeedRecord): void {
  mkdirSync(dataDir, { recursive: true })
  const part = join(dataDir, `seed.json.${process.pid}.part`)
  writeFileSync(part, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 })
  chmodSync(part, 0o600)
  renameSync(part, join(dataDir, 'seed.json'))
}
