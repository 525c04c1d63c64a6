/**
 * Public entry of `@sao-lang/traceability/verify/rating`: the programme's rules as pure functions over dated records. Nothing here knows
 * a number of the law; nothing reachable from here may touch a database, the network or a Node module.
 */

export type { Authority, AuthorityStage, CouncilOutcome, Level, Route } from './authority.ts'
export { authorityOn, councilOutcome, deciderOf, LEVELS, routeOf } from './authority.ts'
export { addDays, daysBetween, isDay, lastDayOfTerm } from './days.ts'
export type { Minimum } from './minimums.ts'
export { meets, minimumsFor } from './minimums.ts'
export type { DossierForm, DossierKind, DossierPapers, PaperKind, PaperKinds, RequiredPaper } from './papers.ts'
export { addedBy, DOSSIER_KINDS, evidenceFor, mayApply, requiredPapers } from './papers.ts'
export { bandOf, bandOfStar, isCertified, meanOfPoints } from './points.ts'
export type { ProductCode, ProductCodeField, ProductCodeFormat } from './product-code.ts'
export { formatProductCode, ProductCodeError, parseProductCode, registrationNumber } from './product-code.ts'
export type {
  MemberSheet,
  MissingMinimum,
  RatedSheet,
  RateProductInput,
  Rating,
  RatingInputs,
  RatingReason,
} from './rate-product.ts'
export { rateProduct } from './rate-product.ts'
export type { RatingLocale } from './rating-sentences.ts'
export { ratingSentences } from './rating-sentences.ts'
export type { RuleFault } from './read-fields.ts'
export { RubricError, readRubric } from './read-rubric.ts'
export type { Revocation } from './revocation.ts'
export { revokerOf } from './revocation.ts'
export type { Round, RoundRule, Rounds } from './rounds.ts'
export { nextRound, roundsOfYear } from './rounds.ts'
export type {
  Band,
  CertifiedStar,
  Rubric,
  RubricCriterion,
  RubricDetail,
  RubricMend,
  RubricOption,
  RubricPart,
  RubricQuestion,
  RubricSection,
  RubricSet,
  Star,
} from './rubric.ts'
export { criteriaOf, RUBRIC_DETAILS, setOf } from './rubric.ts'
export type { RuleConfidence, RuleKind, RuleRecord } from './rule-record.ts'
export { inForceOn, RULE_CONFIDENCES, RULE_KINDS, recordOn } from './rule-record.ts'
export type { Picks, ScoreFault, SheetPoints } from './score-sheet.ts'
export { pickedOption, SCORE_FAULTS, ScoreError, sheetPoints } from './score-sheet.ts'
export type { Scoring } from './scoring.ts'
export { quorumOf } from './scoring.ts'
export type { SectorRule, Sectors } from './sectors.ts'
export { mapSet, sectorOfSet } from './sectors.ts'
export type { BelowMinimum, StarOutlook } from './star-outlook.ts'
export { reachedStar, starOutlook } from './star-outlook.ts'
export type { PhaseFacts, RecognitionPhase, Windows } from './windows.ts'
export {
  carriesStar,
  certificateEnd,
  extensionLimit,
  filingWindow,
  oldRulesUntil,
  phaseOn,
  RECOGNITION_PHASES,
  reEvaluationDeadline,
  revocationDeadline,
} from './windows.ts'
export type { HolidayCalendar } from './working-days.ts'
export { HolidaysMissingError, isWorkingDay, workingDayAfter, workingDaysBetween } from './working-days.ts'
