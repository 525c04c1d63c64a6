import { verifyEd25519 } from './ed25519.ts'
import { findSignedDigits, readSignedDigits, type SignedLabelFields } from './signed-label-text.ts'

/** A key that signs or once signed labels. */
export interface LabelKey {
  id: number
  /** Ed25519, 32 bytes. */
  publicKey: Uint8Array
}

export type SignedLabelFault = 'not_signed' | 'malformed' | 'unknown_layout' | 'unknown_key' | 'wrong_signature'

/** `message` is a sentence for people. `host` is where the printed address leads, null for digits alone. */
export type SignedLabelCheck =
  | { ok: true; label: SignedLabelFields; host: string | null }
  | { ok: false; reason: SignedLabelFault; message: string }

/**
 * Verifies a signed label with nothing but the published keys: no network, no database. It says that these fields were
 * issued together; not that this label is the only one with them, and nothing of what happened since. `host` is not
 * signed: compare it with the sites you trust before you open the address.
 * In: what a camera read (the address or its digits) and the keys. Never throws.
 */
export function verifySignedLabel(text: string, keys: readonly LabelKey[]): SignedLabelCheck {
  const found = findSignedDigits(text)
  if (!found) return refused('not_signed', 'This is no signed label: there are no 199 digits in it')
  const read = readSignedDigits(found.digits)
  if (!read) return refused('malformed', 'The digits are more than a signed label holds; one was misread or changed')
  if (read.version !== 1) {
    return refused('unknown_layout', `The label has layout ${read.version}; this program reads layout 1`)
  }
  const key = keys.find(({ id }) => id === read.keyId)
  if (!key) return refused('unknown_key', `The label names key ${read.keyId}, which is not among the known keys`)
  if (!verifyEd25519(read.signature, read.signed, key.publicKey)) {
    return refused('wrong_signature', 'The signature is not that of these fields; a digit was misread or changed')
  }
  if (!read.fields) return refused('malformed', 'The fields of the label contradict each other')
  return { ok: true, label: read.fields, host: found.host }
}

function refused(reason: SignedLabelFault, message: string): SignedLabelCheck {
  return { ok: false, reason, message }
}
