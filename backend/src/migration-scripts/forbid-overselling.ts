import type { MedusaContainer } from '@medusajs/framework/types'
import { forbidOverselling } from '../checkout/forbid-overselling'

/** Medusa runs this once a database, after the migrations of all modules, its own among them. */
export default async function forbidOversellingScript({ container }: { container: MedusaContainer }): Promise<void> {
  await forbidOverselling(container)
}
