/** What is wrong with a record, as a sentence that names the place. */
export interface RuleFault {
  vi: string
  en: string
}

/** Reads members of a JSON object of unknown shape. A wrong member is noted, and a harmless value stands in for it. */
export interface Fields {
  text(name: string): string
  textOrNull(name: string): string | null
  texts(name: string): string[]
  number(name: string): number
  numberOrNull(name: string): number | null
  flag(name: string): boolean
  oneOf<const T extends string | number>(name: string, values: readonly T[]): T
  oneOfOrNull<const T extends string | number>(name: string, values: readonly T[]): T | null
  object(name: string): Fields
  objectOrNull(name: string): Fields | null
  list(name: string): Fields[]
}

const MAX_TEXT = 2_000

/** In: any value, the path it stands at (empty for the root) and the list to note faults in. */
export function fieldsOf(value: unknown, path: string, faults: RuleFault[]): Fields {
  const at = (name: string) => (path === '' ? name : `${path}.${name}`)
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  if (!isObject)
    faults.push({
      vi: `${path || 'Nội dung'}: phải là một đối tượng JSON`,
      en: `${path || 'The content'}: must be a JSON object`,
    })
  const members = (isObject ? value : {}) as Record<string, unknown>
  // Once is enough for a whole object that is missing.
  const wrong = (name: string, vi: string, en: string) => {
    if (isObject) faults.push({ vi: `${at(name)}: phải là ${vi}`, en: `${at(name)}: must be ${en}` })
  }
  const text = (name: string, given: unknown): string => {
    if (typeof given === 'string' && given.trim() !== '' && given.length <= MAX_TEXT) return given
    wrong(name, `văn bản từ 1 đến ${MAX_TEXT} ký tự`, `text of 1 to ${MAX_TEXT} characters`)
    return ''
  }
  const number = (name: string, given: unknown): number => {
    if (typeof given === 'number' && Number.isFinite(given) && Math.abs(given * 100 - Math.round(given * 100)) < 1e-6)
      return given
    wrong(name, 'số có nhiều nhất hai số lẻ', 'a number with at most two decimals')
    return 0
  }
  const list = (name: string): unknown[] => {
    const given = members[name]
    if (Array.isArray(given)) return given
    wrong(name, 'danh sách', 'a list')
    return []
  }
  const absent = (name: string) => members[name] === null || members[name] === undefined
  const oneOf = <T extends string | number>(name: string, values: readonly T[]): T => {
    const found = values.find((each) => each === members[name])
    if (found === undefined) wrong(name, `một trong ${values.join(', ')}`, `one of ${values.join(', ')}`)
    return found ?? (values[0] as T)
  }
  const object = (name: string) => fieldsOf(members[name], at(name), isObject ? faults : [])
  return {
    text: (name) => text(name, members[name]),
    textOrNull: (name) => (absent(name) ? null : text(name, members[name])),
    texts: (name) => list(name).map((each, index) => text(`${name}[${index}]`, each)),
    number: (name) => number(name, members[name]),
    numberOrNull: (name) => (absent(name) ? null : number(name, members[name])),
    flag: (name) => {
      if (typeof members[name] !== 'boolean') wrong(name, 'true hoặc false', 'true or false')
      return members[name] === true
    },
    oneOf,
    oneOfOrNull: (name, values) => (absent(name) ? null : oneOf(name, values)),
    object,
    objectOrNull: (name) => (absent(name) ? null : object(name)),
    list: (name) => list(name).map((each, index) => fieldsOf(each, `${at(name)}[${index}]`, faults)),
  }
}
