import { hashes, verify } from '@noble/ed25519'
import { sha512 } from '@noble/hashes/sha2.js'

/**
 * Whether an Ed25519 signature (RFC 8032 section 5.1.7, strict: no point of small order, no second form of a signature)
 * holds. In: 64, any number of, and 32 bytes. Out: false for wrong lengths and impossible keys too. Never throws.
 */
export function verifyEd25519(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== 64 || publicKey.length !== 32) return false
  hashes.sha512 = sha512
  try {
    return verify(signature, message, publicKey, { zip215: false })
  } catch {
    return false
  }
}
