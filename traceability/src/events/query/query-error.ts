/** A query that cannot be answered as it is; `kind` names the exception of EPCIS 2.0, 8.2.6. */
export class QueryError extends Error {
  readonly kind:
    | 'QueryParameterException'
    | 'QueryTooLargeException'
    | 'QueryTooComplexException'
    | 'QueryValidationException'
  /** The parameter; null when it is the whole query. */
  readonly parameter: string | null

  constructor(kind: QueryError['kind'], parameter: string | null, message: string) {
    super(parameter === null ? message : `${parameter}: ${message}`)
    this.kind = kind
    this.parameter = parameter
  }
}
