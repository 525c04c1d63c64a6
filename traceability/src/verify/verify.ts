/**
 * Public entry of `@sao-lang/traceability/verify`: pure types and functions that run in browsers and in other people's
 * tools. Nothing reachable from here may touch a database, the network or a Node module.
 */
export type { Recognition, RecognitionState, RecognitionStatus } from './recognition-state.ts'
export { recognitionStateOn, vietnamDay } from './recognition-state.ts'
export { formatUnitCode, readUnitCode, UNIT_CODE_LENGTH } from './unit-code-text.ts'
export type {
  AlertView,
  Confidence,
  JourneyStep,
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
