import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { type CustomerExport, exportCustomer } from '../../../customers/export-customer'
import { CUSTOMER_ACCOUNT_MODULE } from '../../../modules/customer-account'
import type { CustomerAccountModuleService } from '../../../modules/customer-account/service'

/** Reads everything personal of a customer and notes that it was given out; the undo takes the note away. */
export const exportCustomerStep = createStep(
  'export-customer-data',
  async ({ customerId }: { customerId: string }, { container }) => {
    const at = new Date()
    const exported: CustomerExport = await exportCustomer(container, customerId, at)
    const accounts: CustomerAccountModuleService = container.resolve(CUSTOMER_ACCOUNT_MODULE)
    const rows = Object.fromEntries(Object.entries(exported.data).map(([table, found]) => [table, found.length]))
    const { id } = await accounts.createDataRequests({ customer_id: customerId, kind: 'export', at, rows })
    return new StepResponse(exported, id)
  },
  async (id, { container }) => {
    if (!id) return
    const accounts: CustomerAccountModuleService = container.resolve(CUSTOMER_ACCOUNT_MODULE)
    await accounts.deleteDataRequests(id)
  },
)
