import { benchClones, clonesReport } from '../../traceability/bench/clones.mjs'

/**
 * Detection and false alarms of clone alerts over simulated populations; needs no running stack. Prints every population
 * and share of scanning buyers, and gives the rows that have bars.
 */
export function benchCloneAlerts() {
  const rows = benchClones()
  console.log(clonesReport(rows))
  return rows
}
