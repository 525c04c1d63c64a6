/** One thing that is wrong with a document. */
export interface Fault {
  /** JSON pointer (RFC 6901) to the value, or to where a missing member belongs; '' is the whole document. */
  pointer: string
  /** A sentence that says what is wrong and what to do. */
  message: string
}

/** The pointer to a member or an element of the value `parent` points to. */
export function pointerTo(parent: string, key: string | number): string {
  if (typeof key === 'number') return `${parent}/${key}`
  return `${parent}/${/[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key}`
}

/** Collects faults up to a limit, so that an answer to a hostile document stays small. */
export class FaultLog {
  readonly faults: Fault[] = []
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit
  }

  /** No further fault is kept: loops may stop. */
  get full(): boolean {
    return this.faults.length >= this.#limit
  }

  add(pointer: string, message: string): void {
    if (!this.full) this.faults.push({ pointer: bounded(pointer), message: cut(message, MAX_MESSAGE) })
  }

  addAt(parent: string, key: string | number, message: string): void {
    if (!this.full) this.add(pointerTo(parent, key), message)
  }
}

/** Member names may be as long as the document; an answer that repeats them in every fault would outgrow it. */
const MAX_POINTER = 1_000
const MAX_MESSAGE = 500

/** A pointer that is too long points to what the value stands in. */
function bounded(pointer: string): string {
  return pointer.length <= MAX_POINTER ? pointer : pointer.slice(0, pointer.lastIndexOf('/', MAX_POINTER))
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`
}

/** A value as a message shows it: JSON, cut to a readable length. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  if (value === undefined) return 'nothing'
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value)
  return cut(text, 80)
}
