import type { PersonalFieldName } from '../modules/evidence/personal-fields'

/** A hint by which its owner knows a value again: the last three digits of a personal number, of all else nothing. */
export function maskedValue(field: PersonalFieldName, value: string): string {
  return field === 'personal_id' ? `•••••••••${value.slice(-3)}` : '••••••'
}
