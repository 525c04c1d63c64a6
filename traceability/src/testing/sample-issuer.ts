import {
  type CredentialIssuer,
  createIssuer,
  type RetiredKey,
  type SigningKey,
  signingKeysSchema,
} from '../credentials/issuer.ts'

export const ORIGIN = 'https://sao.test'
export const DID = 'did:web:sao.test'

/** Signing keys from `id:seed` texts; the seeds are test data. */
export function keysOf(...texts: string[]): SigningKey[] {
  return signingKeysSchema.parse(texts.join(','))
}

export const KEY_2026 = `2026-1:${'1a'.repeat(32)}`
export const KEY_2025 = `2025-1:${'2b'.repeat(32)}`

export function sampleIssuer(
  changes: { origin?: string; signingKeys?: SigningKey[]; retiredKeys?: RetiredKey[] } = {},
): CredentialIssuer {
  return createIssuer({
    origin: ORIGIN,
    storefrontUrl: 'https://shop.test',
    signingKeys: keysOf(KEY_2026),
    retiredKeys: [],
    ...changes,
  })
}
