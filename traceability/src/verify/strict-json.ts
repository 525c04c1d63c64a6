/** Deeper documents are refused: what walks over a document by recursion must not be brought down by one. */
const DEEPEST = 64

export type StrictJson =
  | { ok: true; value: unknown }
  | { ok: false; fault: 'not_json' | 'duplicate_member' | 'too_deep'; message: string }

/**
 * Parses JSON (RFC 8259) of UTF-8 bytes and refuses what two readers could understand differently: a member name that
 * stands twice in one object (also when spelled with escapes), bytes that are no UTF-8, and a byte order mark.
 */
export function parseStrictJson(bytes: Uint8Array): StrictJson {
  let text: string
  let value: unknown
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    value = JSON.parse(text)
  } catch {
    return { ok: false, fault: 'not_json', message: 'is not JSON in UTF-8' }
  }
  return structureFault(text) ?? { ok: true, value }
}

/** Walks over text that is known to be JSON: a set of names for every open object, null for every open array. */
function structureFault(text: string): StrictJson | null {
  const open: (Set<string> | null)[] = []
  let nameIsNext = false
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i)
    if (letter === '{' || letter === '[') {
      nameIsNext = letter === '{'
      open.push(nameIsNext ? new Set() : null)
      if (open.length > DEEPEST) {
        return { ok: false, fault: 'too_deep', message: `is nested deeper than ${DEEPEST} levels` }
      }
    } else if (letter === '}' || letter === ']') {
      open.pop()
      nameIsNext = false
    } else if (letter === ',') {
      nameIsNext = open.at(-1) instanceof Set
    } else if (letter === '"') {
      const end = endOfString(text, i)
      const names = open.at(-1)
      if (nameIsNext && names) {
        const name = String(JSON.parse(text.slice(i, end + 1)))
        if (names.has(name)) {
          return { ok: false, fault: 'duplicate_member', message: `has the member ${JSON.stringify(name)} twice` }
        }
        names.add(name)
        nameIsNext = false
      }
      i = end
    }
  }
  return null
}

function endOfString(text: string, start: number): number {
  let i = start + 1
  while (text.charAt(i) !== '"') i += text.charAt(i) === '\\' ? 2 : 1
  return i
}
