import { environment } from '../env'
import { PersonalKeys } from './sealed-field'

let keys: PersonalKeys | undefined

/** The keys of this process (`PERSONAL_DATA_KEY`), read once. */
export function personalKeys(): PersonalKeys {
  keys ??= new PersonalKeys(environment().PERSONAL_DATA_KEY)
  return keys
}
