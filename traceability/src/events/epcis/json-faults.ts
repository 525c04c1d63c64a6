import { type JSONPath, type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser'
import { type Fault, FaultLog, pointerTo, shown } from './fault.ts'
import { FORBIDDEN_NAMES, isExact, isWellFormed, type JsonLimits } from './json-rules.ts'

/**
 * Every fault of a text that is no JSON, or no JSON that may be taken; see `readJson`. Slow, and only called when there
 * is, or may be, something to find. Positions are lines and columns from 1. The text must not be nested deeper than
 * the limit.
 */
export function findJsonFaults(text: string, limits: JsonLimits): Fault[] {
  if (text.trim() === '') return [{ pointer: '', message: 'The document is empty; a JSON object is expected.' }]
  const log = new FaultLog(limits.maxFaults)
  const seen: Set<string>[] = []
  let broken = false
  let here: () => JSONPath = () => []
  const checkText = (value: string, at: () => string, what: string) => {
    if (!isWellFormed(value)) log.add(at(), `${what} holds half of a surrogate pair, which is no character.`)
    if (value.includes('\0')) log.add(at(), `${what} holds the NUL character, which cannot be stored.`)
  }
  visit(
    text,
    {
      onObjectBegin: () => {
        seen.push(new Set())
      },
      onObjectEnd: () => {
        seen.pop()
      },
      onObjectProperty: (name, _offset, _length, _line, _column, path) => {
        here = path
        const at = () => pointerTo(pointerOf(path()), name)
        const names = seen.at(-1)
        if (names?.has(name) && !limits.repeatable?.has(name)) {
          log.add(at(), `The object has the member ${shown(name)} more than once.`)
        }
        names?.add(name)
        if (FORBIDDEN_NAMES.has(name)) log.add(at(), `No member may be named "${name}".`)
        checkText(name, at, 'The name')
      },
      onLiteralValue: (value, offset, length, _line, _column, path) => {
        here = path
        if (typeof value === 'string') checkText(value, () => pointerOf(path()), 'The text')
        if (typeof value !== 'number') return
        const number = text.slice(offset, offset + length)
        if (!isExact(number)) log.add(pointerOf(path()), `${cut(number)} ${NOT_EXACT}`)
      },
      onError: (code, _offset, _length, line, column) => {
        // What follows a first syntax error is guesswork.
        if (!broken) log.add(pointerOf(here()), `Line ${line + 1}, column ${column + 1}: ${sentence(code)}.`)
        broken = true
      },
    },
    { disallowComments: true, allowTrailingComma: false },
  )
  return log.faults
}

const NOT_EXACT =
  'is too large, too small or too long to be kept exactly; send at most 17 significant digits, or a text.'

function cut(number: string): string {
  return number.length > 40 ? `${number.slice(0, 39)}…` : number
}

function sentence(code: ParseErrorCode): string {
  return SENTENCES[printParseErrorCode(code)] ?? 'this is not valid JSON'
}

const SENTENCES: { readonly [code: string]: string } = {
  InvalidSymbol: 'this is no value of JSON',
  InvalidNumberFormat: 'this is no number of JSON',
  PropertyNameExpected: 'a member name in double quotes is expected',
  ValueExpected: 'a value is expected',
  ColonExpected: 'a colon is expected after the member name',
  CommaExpected: 'a comma is expected',
  CloseBraceExpected: 'the object is not closed; "}" is expected',
  CloseBracketExpected: 'the list is not closed; "]" is expected',
  EndOfFileExpected: 'the document has ended before this',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'JSON has no comments',
  UnexpectedEndOfString: 'the text is not closed; a double quote is expected',
  UnexpectedEndOfNumber: 'the number is not complete',
  InvalidUnicode: 'four hexadecimal digits are expected after "\\u"',
  InvalidEscapeCharacter: 'no such escape exists in JSON',
  InvalidCharacter: 'a control character must be written as an escape',
}

function pointerOf(path: JSONPath): string {
  return path.reduce<string>((parent, key) => pointerTo(parent, key), '')
}
