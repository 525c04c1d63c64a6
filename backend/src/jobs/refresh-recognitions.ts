import type { MedusaContainer } from '@medusajs/framework/types'
import { refreshStars } from '../recognition/refresh-stars'

/** A star that ends at midnight +07 is gone everywhere within a minute: this job, the outbox and the search index. */
const EVERY_MS = 20_000

/** Queues the refresh of every product whose star differs from the one last announced. */
export default async function refreshRecognitions(container: MedusaContainer): Promise<void> {
  await refreshStars(container, new Date())
}

export const config = { name: 'refresh-recognitions', schedule: { interval: EVERY_MS } }
