import { hashes, verify } from '@noble/ed25519'
import { sha512 } from '@noble/hashes/sha2.js'

/**
 * Whether `signature` (64 bytes) is an Ed25519 signature (RFC 8032) of `message` by `publicKey` (32 bytes). Encodings that
 * RFC 8032 does not allow are refused. Wrong lengths and points off the curve give false; never throws.
 */
export function verifyEd25519(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== 64 || publicKey.length !== 32) return false
  // Set when it is needed, so that pages which verify nothing need not load it.
  hashes.sha512 ??= sha512
  try {
    return verify(signature, message, publicKey, { zip215: false })
  } catch {
    return false
  }
}
