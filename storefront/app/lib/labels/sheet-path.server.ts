import { data } from '@remix-run/node'

/** Address of a print sheet at the shop. Throws a 404 response for what is no number of one. */
export function sheetPath(sheet: string | undefined): `/producer/label-sheets/${string}` {
  if (sheet === undefined || !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(sheet)) {
    throw data(null, { status: 404 })
  }
  return `/producer/label-sheets/${sheet}`
}

/** Address of a part of it. Throws a 404 response. */
export function partPath(sheet: string | undefined, part: string | undefined): `/producer/label-sheets/${string}` {
  if (part === undefined || !/^[1-9]\d{0,6}$/.test(part)) throw data(null, { status: 404 })
  return `${sheetPath(sheet)}/parts/${part}`
}
