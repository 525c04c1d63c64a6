/** Bytes on their way, and what reads those to nowhere that nobody took. */
export interface PassedBody {
  stream: ReadableStream<Uint8Array>
  /** Reads what is left. A browser that is still sending gets its answer so, instead of a lost connection. */
  drain(): Promise<void>
}

/** Passes a body on to somebody who may stop reading before its end. */
export function readToTheEnd(body: ReadableStream<Uint8Array>): PassedBody {
  const reader = body.getReader()
  let last: Promise<unknown> = Promise.resolve()
  // One after the other: a request's body, as Remix makes it of Node's, stands still when it is asked twice at once.
  const next = () => {
    const read = last.then(() => reader.read())
    last = read
    return read
  }
  const drain = async () => {
    while (!(await next()).done);
  }
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: drain,
  })
  return { stream, drain }
}
