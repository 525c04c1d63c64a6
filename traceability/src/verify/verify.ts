/**
 * Public entry of `@sao-lang/traceability/verify`: pure types and functions that run in browsers and in other people's
 * tools. Nothing reachable from here may touch a database, the network or a Node module.
 */

export { decodeBase64url } from './base64url.ts'
export type { StatusListErrorCode } from './bitstring-status-list.ts'
export type { Checkpoint, OpenedCheckpoint } from './checkpoint.ts'
export { openCheckpoint } from './checkpoint.ts'
export type { CredentialFailure, CredentialVerdict, Reason } from './credential.ts'
export { CREDENTIAL_FAILURES, verifyCredential } from './credential.ts'
export { DidDocumentError, verificationKeysOf } from './did-web.ts'
export type {
  BundleAge,
  BundleFault,
  BundleFile,
  BundleManifest,
  BundleProduct,
  HeldBundle,
  InspectionBundle,
  OpenedBundle,
} from './inspection-bundle.ts'
export { bundleAge, openBundle, openBundleFile } from './inspection-bundle.ts'
export type { InspectionFinding, InspectionReason, InspectionVerdict, SeenOnPack } from './inspection-verdict.ts'
export { INSPECTION_FINDINGS, inspectOffline } from './inspection-verdict.ts'
export type { JwsFailure, VerificationKey } from './jws.ts'
export type { LeafKind, LeafOpening } from './log-leaf.ts'
export { contentHashOf, isLeafKind, LEAF_KINDS, logEntry } from './log-leaf.ts'
export type { LogProof, LogProofFault, LogTrust, ParsedLogProof, VerifiedLogProof } from './log-proof.ts'
export { parseLogProof, readLeafExtra, verifyContentProof, verifyLogProof } from './log-proof.ts'
export type { Checked } from './merkle.ts'
export { leafHash, nodeHash, rootOf, verifyConsistency, verifyInclusion } from './merkle.ts'
export type { Recognition, RecognitionState, RecognitionStatus, Suspension } from './recognition-state.ts'
export { lastDay, recognitionStateOn, turningDays, vietnamDay, withLaterMembers } from './recognition-state.ts'
export type { LabelKey, SignedLabelCheck, SignedLabelFault } from './signed-label.ts'
export { verifySignedLabel } from './signed-label.ts'
export type { SignedLabelFields } from './signed-label-text.ts'
export type { SignedNote, VerifiedNote, VerifierKey } from './signed-note.ts'
export { formatVerifierKey, parseNote, parseVerifierKey, verifyNote } from './signed-note.ts'
export { formatUnitCode, readUnitCode, UNIT_CODE_LENGTH } from './unit-code-text.ts'
export type {
  AlertView,
  Confidence,
  JourneyStep,
  LotGenealogy,
  LotNode,
  LotView,
  Passport,
  Picture,
  Place,
  SourceAreaView,
  UnitState,
  VerdictName,
  VerdictResponse,
} from './verdict.ts'
export { UNIT_STATES, VERDICTS } from './verdict.ts'
