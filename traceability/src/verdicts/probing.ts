import { BoundedCache } from '../storage/bounded-cache.ts'
import type { CloneSettings } from './clone-settings.ts'

/** A client that tries codes (`wrong_codes`) or reads labels one after the other (`labels_in_a_row`). */
export interface ProbingSign {
  kind: 'wrong_codes' | 'labels_in_a_row'
  /** Daily device hash; never an address. */
  client: Buffer
  /** The batch whose labels are read; 0 for wrong codes. */
  batchNo: number
  tries: number
  firstAt: Date
  at: Date
}

export interface ProbingMonitor {
  /** A code that was not issued here. */
  wrongCode(client: Buffer | null, now: Date): void
  /** A code that was. */
  label(client: Buffer | null, batchNo: number, index: number, now: Date): void
}

interface Clue {
  tries: number
  firstAt: number
  lastAt: number
}

interface Run extends Clue {
  batchNo: number
  index: number
  /** +1 or -1 once two neighbours were seen. */
  step: number
}

/** Clients kept in mind; a short memory of the busiest is enough, for the rate limit stops the rest. */
const CLIENTS = 10_000
const HOUR = 3_600_000
/** Labels somebody passes over, and still reads a sheet in order. */
const NEAR = 3

/**
 * Watches clients in memory, without a look-up: wrong codes an hour, and labels of one batch read in order. Tells `onSign`
 * at the threshold and each time the count has doubled since. In: thresholds, read at each call.
 */
export function probingMonitor(settings: () => CloneSettings, onSign: (sign: ProbingSign) => void): ProbingMonitor {
  const wrong = new BoundedCache<string, Clue>(CLIENTS)
  const runs = new BoundedCache<string, Run>(CLIENTS)

  function tell(kind: ProbingSign['kind'], client: Buffer, batchNo: number, clue: Clue, threshold: number): void {
    const times = clue.tries / threshold
    if (times < 1 || !Number.isInteger(Math.log2(times))) return
    onSign({ kind, client, batchNo, tries: clue.tries, firstAt: new Date(clue.firstAt), at: new Date(clue.lastAt) })
  }

  return {
    wrongCode(client, now) {
      if (client === null) return
      const key = client.toString('latin1')
      const at = now.getTime()
      const before = wrong.get(key)
      const clue =
        before && at - before.firstAt < HOUR
          ? { tries: before.tries + 1, firstAt: before.firstAt, lastAt: at }
          : { tries: 1, firstAt: at, lastAt: at }
      wrong.set(key, clue)
      tell('wrong_codes', client, 0, clue, settings().wrongCodesAnHour)
    },
    label(client, batchNo, index, now) {
      if (client === null) return
      const key = client.toString('latin1')
      const at = now.getTime()
      const before = runs.get(key)
      const move = before && before.batchNo === batchNo ? index - before.index : 0
      if (before && before.batchNo === batchNo && move === 0) return
      const goesOn =
        before !== undefined &&
        move !== 0 &&
        Math.abs(move) <= NEAR &&
        (before.step === 0 || before.step === Math.sign(move)) &&
        at - before.lastAt < HOUR
      const run: Run = goesOn
        ? { batchNo, index, step: Math.sign(move), tries: before.tries + 1, firstAt: before.firstAt, lastAt: at }
        : { batchNo, index, step: 0, tries: 1, firstAt: at, lastAt: at }
      runs.set(key, run)
      tell('labels_in_a_row', client, batchNo, run, settings().labelsInARow)
    },
  }
}
