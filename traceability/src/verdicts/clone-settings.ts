import { z } from 'zod'

const points = z.number().min(0).max(100)
const count = z.number().min(0).max(10_000)

/**
 * Thresholds of the clone signals, as data: the database may override any of them (`trace.clone_setting`). The defaults
 * were set on simulated populations (`npm run bench -- clones`), with other seeds than those it reports.
 */
export const cloneSettingsSchema = z.strictObject({
  /** Every scan weighs half as much after this many days. */
  halfLifeDays: z.number().min(1).max(365).default(30),
  /** Older scans are not looked at. */
  horizonDays: z.int().min(1).max(730).default(120),
  /** Scans of one area within one such stretch of the day are one visit: a family at a table, a class in a shop. */
  visitHours: z.number().min(0.25).max(24).default(2),
  /** Visits of an ordinary pack: shelf, buyer, a later look. */
  freeVisits: count.default(3.5),
  visitPoints: points.default(1),
  /** Provinces of an ordinary pack: where it is bought and where it is taken. */
  freeAreas: count.default(2),
  areaPoints: points.default(0.75),
  /** Faster than this between two provinces no pack travels; provinces guessed wrongly make some such jumps. */
  jumpKmPerHour: z.number().min(50).max(5_000).default(900),
  freeJumps: count.default(1.5),
  jumpPoints: points.default(0.25),
  /** Visits before commissioning, this long before it: print shop and producer try their labels just before. */
  earlyGraceHours: z.number().min(0).max(720).default(48),
  earlyVisitPoints: points.default(1),
  /** Visits after the sale that a household makes, and each one beyond them. */
  freeVisitsAfterSale: count.default(2),
  visitAfterSalePoints: points.default(0.5),
  /** Visits after the sale outside the province of sale, beyond the two of a gift. */
  freeVisitsElsewhere: count.default(2),
  visitElsewherePoints: points.default(0.5),
  /** Each visit of a unit that is void, destroyed or stolen. */
  outOfUsePoints: points.default(2),
  /** Each attempt to sell what was sold before. */
  secondSalePoints: points.default(2),
  watch: points.default(1.5),
  suspect: points.default(3),
  /** Below so many visits nothing is called suspect: a crowd in one place at one time is one or two. */
  visitsForSuspect: count.default(3),
  /** Nor what was all seen on fewer days (+07): a pack shown at a fair makes one long day. */
  daysForSuspect: count.default(2),
  /** So many devices in so many minutes is a code that was shown (television, internet), not packs that were sold. */
  publicDevices: z.int().min(10).max(256).default(40),
  publicMinutes: z.number().min(1).max(1_440).default(60),
  /** Distinct uncommissioned units of one batch seen, from which the batch itself gets an alert. */
  earlyUnitsOfBatch: z.int().min(1).max(100_000).default(5),
  /** A client's wrong codes an hour, and neighbouring labels of one batch a day, that are called probing. */
  wrongCodesAnHour: z.int().min(5).max(10_000).default(30),
  labelsInARow: z.int().min(5).max(10_000).default(40),
})
export type CloneSettings = z.infer<typeof cloneSettingsSchema>

export const CLONE_SETTINGS: CloneSettings = cloneSettingsSchema.parse({})
