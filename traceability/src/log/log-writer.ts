import { randomUUID } from 'node:crypto'
import type { ClientBase, Pool } from 'pg'
import { type Database, inTransaction } from '../storage/database.ts'
import {
  type HeadRow,
  type LeafRow,
  latestCheckpoint,
  lockHead,
  pendingLeaves,
  placeLeaves,
  readHead,
  releaseLease,
  storeCheckpoint,
  takeLease,
} from '../storage/log.ts'
import { type Checkpoint, openCheckpoint } from '../verify/checkpoint.ts'
import { emptyRoot, same, verifyConsistency } from '../verify/merkle.ts'
import { parseNote } from '../verify/signed-note.ts'
import { appendEntries } from './append.ts'
import type { CheckpointMemory } from './checkpoint-memory.ts'
import { entryOf } from './leaves.ts'
import { consistencyProof, leafPrefix, rootAt } from './reader.ts'
import type { LogSigner } from './signer.ts'

/** The log may not go on: it would contradict what it published. Somebody must look (docs/decisions/0013, "Restore"). */
export class LogStoppedError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'LogStoppedError'
  }
}

export interface LogWriterParts {
  /** Each batch is one transaction of its own. */
  pool: Pool
  signer: LogSigner
  memory: CheckpointMemory
}

/** One process's hand on the log. Any number of processes may have one; one at a time writes. */
export interface LogWriter {
  /**
   * Gives places to at most `limit` leaves that wait longest, in one transaction. Out: how many; null while another process
   * has the right to write. Throws LogStoppedError when the log is behind its published checkpoint or contradicts it.
   */
  sequencePending(limit: number): Promise<number | null>
  /**
   * Signs and publishes the log as it is on disk, unless that is published already. Out: the checkpoint; null while another
   * process has the right to write. Throws LogStoppedError as above.
   */
  publishCheckpoint(): Promise<string | null>
  /** Lets another process write at once, instead of after the lease has run out. */
  release(): Promise<void>
}

/** Long enough for the slowest batch; a writer that dies is followed after it. */
const LEASE_SECONDS = 15

export function createLogWriter({ pool, signer, memory }: LogWriterParts): LogWriter {
  const holder = randomUUID()
  /** Published checkpoints that this log was found to continue; trees only grow, so once is enough. */
  const continued = new Map<string, Checkpoint>()

  /** Throws unless `head` continues a published checkpoint. */
  async function checkAgainst(db: Database, head: HeadRow, note: string, where: string): Promise<void> {
    const known = continued.get(note)
    const checkpoint = known ?? openPublished(note, where)
    if (checkpoint.size > head.size) {
      throw new LogStoppedError(
        `The log holds ${head.size} leaves, but ${where} is of ${checkpoint.size}: it is behind what it published. ` +
          'Nothing is signed until the missing leaves are back.',
      )
    }
    if (known) return
    const reason = await contradiction(db, checkpoint, head)
    if (reason !== null) throw new LogStoppedError(`The log contradicts ${where}: ${reason}`)
    if (continued.size >= 16) continued.clear()
    continued.set(note, checkpoint)
  }

  function openPublished(note: string, where: string): Checkpoint {
    const opened = openCheckpoint(note, signer.origin, signer.keys)
    if (!opened.ok) throw new LogStoppedError(`The log cannot tell whether it continues ${where}: ${opened.reason}`)
    return opened.checkpoint
  }

  async function checkPublished(db: Database, head: HeadRow, published: Published): Promise<void> {
    if (published.remembered !== null) await checkAgainst(db, head, published.remembered, REMEMBERED)
    if (published.stored !== null) await checkAgainst(db, head, published.stored.note, STORED)
  }

  return {
    async sequencePending(limit) {
      if (!(await takeLease(pool, holder, LEASE_SECONDS))) return null
      const remembered = await memory.read()
      return inTransaction(pool, async (client) => {
        // A process that hangs here must not keep the others out for ever.
        await client.query(`set local idle_in_transaction_session_timeout = '${LEASE_SECONDS}s'`)
        const head = await lockHead(client, holder)
        if (head === null) return null
        await checkPublished(client, head, { remembered, stored: await latestCheckpoint(client) })
        const leaves = await pendingLeaves(client, limit)
        if (leaves.length > 0) await placeBehind(client, head, leaves)
        return leaves.length
      })
    },

    async publishCheckpoint() {
      if (!(await takeLease(pool, holder, LEASE_SECONDS))) return null
      // What is published is read before the head: the log only grows, so the head can never seem behind by chance.
      const published = { remembered: await memory.read(), stored: await latestCheckpoint(pool) }
      const head = await readHead(pool)
      await checkPublished(pool, head, published)
      const root = await rootAt(pool, head.size)
      if (!same(root, head.root)) {
        throw new LogStoppedError(`The tiles of the log lead to another root than its head has at ${head.size} leaves`)
      }
      const { stored } = published
      const isCurrent = stored?.size === head.size && isSignedByAll(stored.note, signer)
      const note = isCurrent ? stored.note : signer.sign(head.size, root)
      // Remembered first: what readers have seen must never be unknown to it.
      if (published.remembered !== note) await memory.write(note)
      if (!isCurrent) await storeCheckpoint(pool, { size: head.size, root: head.root, note })
      return note
    },

    release: () => releaseLease(pool, holder),
  }
}

const REMEMBERED = 'the checkpoint remembered outside the database'
const STORED = 'the newest published checkpoint'

interface Published {
  remembered: string | null
  stored: { note: string; size: number } | null
}

async function placeBehind(client: ClientBase, head: HeadRow, rows: readonly LeafRow[]): Promise<void> {
  const { leaves } = await appendEntries(client, head, rows.map(entryOf))
  const places = leaves.map((leaf, i) => ({ index: head.size + i, prefix: leafPrefix(leaf) }))
  await placeLeaves(client, rows, places)
}

/** Why the log at `head` does not continue a checkpoint of at most its size; null when it does. */
async function contradiction(db: Database, checkpoint: Checkpoint, head: HeadRow): Promise<string | null> {
  if (checkpoint.size === 0) return same(checkpoint.root, emptyRoot()) ? null : 'the empty log has another root'
  const proof = await consistencyProof(db, checkpoint.size, head.size)
  const checked = verifyConsistency(checkpoint.size, head.size, proof, checkpoint.root, head.root)
  return checked.ok ? null : checked.reason
}

function isSignedByAll(note: string, signer: LogSigner): boolean {
  const parsed = parseNote(note)
  if (!parsed.ok) return false
  return signer.keys.every((key) =>
    parsed.note.signatures.some(({ name, keyId }) => name === key.name && same(keyId, key.keyId)),
  )
}
