import type { ClientBase } from 'pg'
import { journeyOfLot } from '../storage/events.ts'
import { keepLotTrace, lockLot } from '../storage/lots.ts'
import { areasOfLot } from '../storage/source-areas.ts'

/**
 * Rebuilds what scans show of a lot, inside the transaction that changed the lot, one of its areas or its journey; so a
 * scan reads one row and never sees half a change. Throws when the lot does not exist.
 */
export async function rebuildLotTrace(client: ClientBase, partyNo: number, lotNo: string): Promise<void> {
  const lot = await lockLot(client, partyNo, lotNo)
  if (!lot) throw new Error(`lot ${lotNo} of party ${partyNo} does not exist`)
  await keepLotTrace(client, partyNo, lotNo, {
    ref: lot.lotRef,
    lotCode: lot.lotCode,
    packedOn: lot.packedOn,
    bestBefore: lot.bestBefore,
    quantity: lot.quantity,
    status: lot.recall ? 'recalled' : lot.status,
    recall: lot.recall,
    sourceAreas: await areasOfLot(client, partyNo, lotNo),
    journey: await journeyOfLot(client, partyNo, lotNo),
    sample: lot.sample,
  })
}
