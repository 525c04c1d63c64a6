import { APPLICATION_IDENTIFIERS } from '../verify/gs1/application-identifiers.ts'
import { GS1_VOCABULARY } from './link-types.ts'
import { LINKSET_CONTEXT } from './linkset.ts'

/** Where the description is served: GS1-Conformant Resolver 1.2, section 3. */
export const DESCRIPTION_PATH = '/.well-known/gs1resolver'

export interface ResolverDescription {
  name: string
  resolverRoot: string
  supportedPrimaryKeys: string[]
  supportedLinkType: { namespace: string; prefix: string }[]
  supportedContextValuesEnumerated: string[]
  linkTypeDefaultCanBeLinkset: boolean
  jsonLdContextLocation: string
  contact: { fn: string; hasEmail?: string }
}

/**
 * The resolver description file. In: the public origin, the operator's name and mail address, the primary keys that links
 * are held for, context values they carry. Throws RangeError when a key is none, or the origin is not https: a resolver
 * answers over TLS. `localhost` and loopback addresses are let through for development.
 */
export function resolverDescription(options: {
  origin: string
  operator: string
  email?: string
  primaryKeys: readonly string[]
  contexts?: readonly string[]
}): ResolverDescription {
  const { protocol, hostname, origin } = new URL(options.origin)
  const loopback = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
  if (protocol !== 'https:' && !loopback) {
    throw new RangeError(`The resolver's origin must be https, not "${options.origin}"`)
  }
  const wrong = options.primaryKeys.find((ai) => !APPLICATION_IDENTIFIERS.get(ai)?.keyQualifiers)
  if (wrong !== undefined) throw new RangeError(`AI (${wrong}) is no primary key of a Digital Link`)
  return {
    name: options.operator,
    resolverRoot: origin,
    supportedPrimaryKeys: [...options.primaryKeys],
    supportedLinkType: [{ namespace: GS1_VOCABULARY, prefix: 'gs1:' }],
    supportedContextValuesEnumerated: [...(options.contexts ?? [])],
    linkTypeDefaultCanBeLinkset: false,
    jsonLdContextLocation: LINKSET_CONTEXT,
    contact: { fn: options.operator, ...(options.email === undefined ? {} : { hasEmail: options.email }) },
  }
}
