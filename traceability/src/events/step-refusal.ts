import { InputError } from '../storage/input-error.ts'

/** Why the journal refuses an entry; the page of the producer has a sentence for each. */
export type RefusalCode =
  | 'lot_unknown'
  | 'lot_recalled'
  | 'lot_withdrawn'
  | 'lot_exists'
  | 'cycle'
  | 'lot_not_there_yet'
  | 'lot_used_up'
  | 'measures_differ'
  | 'more_out_than_in'
  | 'not_handed_over'
  | 'in_the_future'
  | 'area_unknown'
  | 'step_unknown'
  | 'step_void'
  | 'later_steps'
  | 'labels_printed'
  | 'handed_on'
  | 'reason_needed'

/** An entry that contradicts what is on record. `details` carries what a sentence in another language needs. */
export class StepRefusal extends InputError {
  readonly code: RefusalCode
  readonly details: Record<string, string | number>

  constructor(field: string, code: RefusalCode, message: string, details: Record<string, string | number> = {}) {
    super(field, `${field}: ${message}`)
    this.name = 'StepRefusal'
    this.code = code
    this.details = details
  }
}
