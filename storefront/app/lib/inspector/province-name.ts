import type { inspector } from '#app/i18n/inspector.ts'
import type { Translate } from '#app/i18n/messages.ts'
import type { InspectorDesk } from './types.ts'

/** Where a code was checked, in words. In: a province's code, or null when the place is not known. */
export function provinceName(t: Translate<typeof inspector>, desk: InspectorDesk, code: string | null): string {
  if (code === null) return t('placeUnknown')
  return desk.everyProvince.find((province) => province.code === code)?.name ?? t('placeCode', { code })
}
