import { connect, createServer, type Socket } from 'node:net'

/** A door to PostgreSQL that a program goes through, and that knows each moment at which something of it is about to be kept. */
export interface CommitGate {
  port: number
  /** From now on each such moment is told, with its number; what answers true is never passed on. */
  watch(onMoment: (no: number) => boolean): void
  close(): void
}

const WRITES = /^\s*(insert|update|delete|with)\b/i

/**
 * Passes bytes on both ways. A moment is the COMMIT of a transaction that wrote, or a write outside a transaction: what is on disk
 * changes at these and nowhere else (PostgreSQL's frontend/backend protocol 3.0: Query `Q`, Parse `P`, ReadyForQuery `Z` with `I` when no transaction is open).
 */
export async function openCommitGate(target: { host: string; port: number }): Promise<CommitGate> {
  let onMoment: ((no: number) => boolean) | null = null
  let seen = 0
  const sockets = new Set<Socket>()
  const server = createServer((program) => {
    const database = connect(target)
    for (const socket of [program, database]) {
      sockets.add(socket)
      // A killed program resets its connection; the other side ends with it.
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        program.destroy()
        database.destroy()
      })
    }
    let open = false
    let wrote = false
    const answers = messages(false, (type, body) => {
      if (type === 'Z') open = body.toString('latin1', 0, 1) !== 'I'
    })
    const questions = messages(true, (type, body) => {
      if (type !== 'Q' && type !== 'P') return
      const text = type === 'Q' ? body.toString('utf8') : body.toString('utf8', body.indexOf(0) + 1)
      const commits = /^\s*commit\b/i.test(text)
      const writes = WRITES.test(text)
      const keeps = commits ? wrote : writes && !open
      if (commits || /^\s*rollback\b(?!\s+to)/i.test(text)) wrote = false
      else if (writes && open) wrote = true
      if (!keeps) return
      seen += 1
      if (onMoment?.(seen)) {
        program.destroy()
        database.destroy()
      }
    })
    program.on('data', (part) => {
      questions(part)
      if (!database.destroyed) database.write(part)
    })
    database.on('data', (part) => {
      answers(part)
      if (!program.destroyed) program.write(part)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    watch(tell) {
      seen = 0
      onMoment = tell
    },
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

/** Cuts a stream of bytes into the protocol's messages. In: whether the first has no type, as a program's first has not. */
function messages(startsUntyped: boolean, take: (type: string, body: Buffer) => void): (part: Buffer) => void {
  let untyped = startsUntyped
  let left: Buffer = Buffer.alloc(0)
  return (part) => {
    left = Buffer.concat([left, part])
    for (;;) {
      const head = untyped ? 0 : 1
      if (left.length < head + 4) return
      const length = left.readInt32BE(head)
      if (left.length < head + length) return
      if (!untyped) take(left.toString('latin1', 0, 1), left.subarray(5, 1 + length))
      untyped = false
      left = left.subarray(head + length)
    }
  }
}
