import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CheckpointMemory, checkpointFile } from '../log/checkpoint-memory.ts'
import type { NewLeaf } from '../log/leaves.ts'
import { createLogSigner } from '../log/signer.ts'
import type { LogTrust } from '../verify/log-proof.ts'

export const LOG_ORIGIN = 'trace.test/log'
export const LOG_SEED = '5e'.repeat(32)
export const logSigner = createLogSigner(LOG_ORIGIN, { 0: LOG_SEED })
export const logTrust: LogTrust = { origin: LOG_ORIGIN, logKeys: logSigner.vkeys }

/** Leaf number `i` of a test: its subject and content can be told from the number. */
export function sampleLeaf(i: number, changes: Partial<NewLeaf> = {}): NewLeaf {
  return { partyNo: 1 + (i % 3), kind: 'event', subject: `event-${i}`, contentHash: sampleContent(i), ...changes }
}

export function sampleContent(i: number): Uint8Array {
  return Uint8Array.from(createHash('sha256').update(`content ${i}`).digest())
}

export function sampleLeaves(count: number, from = 0): NewLeaf[] {
  return Array.from({ length: count }, (_, i) => sampleLeaf(from + i))
}

/** A checkpoint memory in a folder of its own. */
export function ownCheckpointFile(): CheckpointMemory & { path: string } {
  const path = join(mkdtempSync(join(tmpdir(), 'log-checkpoint-')), 'checkpoint')
  return { ...checkpointFile(path), path }
}
