export type Gs1SyntaxFault =
  /** The text is no URI, or its scheme, host or path cannot be those of a Digital Link. */
  | 'not_a_digital_link'
  /** No primary key with a value stands at the end of the path. */
  | 'no_primary_key'
  | 'unknown_ai'
  | 'empty_value'
  | 'wrong_length'
  | 'wrong_content'
  /** The qualifiers do not belong to the key, or stand in another order than the standard's. */
  | 'wrong_qualifiers'
  /** This AI may not stand in the query. */
  | 'not_an_attribute'
  /** This AI stands in the query and belongs into the path. */
  | 'belongs_in_path'
  | 'duplicate_ai'
  | 'different_values'
  | 'excluded_pair'
  | 'missing_pair'
  | 'too_much'
  | 'not_an_element_string'
  | 'not_compressed'

/** What does not follow the GS1 syntax: `code` for programs, a whole sentence for people, the AI it is about. */
export class Gs1SyntaxError extends Error {
  override readonly name = 'Gs1SyntaxError'
  readonly code: Gs1SyntaxFault
  readonly ai: string | null

  constructor(code: Gs1SyntaxFault, message: string, ai: string | null = null) {
    super(message)
    this.code = code
    this.ai = ai
  }
}
