// A log writer that ends by SIGKILL at a chosen point. Environment: DATABASE_URL, CHECKPOINT_FILE, LOG_SEED, LOG_ORIGIN, and
// KILL_AT, the number of the step (statements and writes of the checkpoint file, from 1), WHEN = `sent` or `done`.
// It writes one round: all waiting leaves, then a checkpoint. Exits 0 when it came through unharmed.
import pg from 'pg'
import { checkpointFile } from '../../dist/log/checkpoint-memory.js'
import { createLogWriter } from '../../dist/log/log-writer.js'
import { createLogSigner } from '../../dist/log/signer.js'

const { DATABASE_URL, CHECKPOINT_FILE, LOG_SEED, LOG_ORIGIN, KILL_AT, WHEN } = process.env
let steps = 0

async function step(work) {
  steps++
  const fatal = steps === Number(KILL_AT)
  const result = work()
  // A statement leaves the process in the turns after it was asked for.
  if (fatal && WHEN === 'sent') setTimeout(() => process.kill(process.pid, 'SIGKILL'), 1)
  const value = await result
  if (fatal) process.kill(process.pid, 'SIGKILL')
  return value
}

const query = pg.Client.prototype.query
pg.Client.prototype.query = function countedQuery(...args) {
  // The pool passes a callback; it calls this again through the promise form.
  if (typeof args.at(-1) === 'function') return query.apply(this, args)
  return step(() => query.apply(this, args))
}
const poolQuery = pg.Pool.prototype.query
pg.Pool.prototype.query = function countedPoolQuery(...args) {
  return step(() => poolQuery.apply(this, args))
}

const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 2 })
const file = checkpointFile(CHECKPOINT_FILE)
const memory = { read: () => file.read(), write: (note) => step(() => file.write(note)) }
const writer = createLogWriter({ pool, signer: createLogSigner(LOG_ORIGIN, { 0: LOG_SEED }), memory })

for (let placed = 1; placed !== 0; ) placed = await writer.sequencePending(300)
await writer.publishCheckpoint()
process.exit(0)
