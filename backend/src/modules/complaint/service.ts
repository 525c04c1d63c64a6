import { MedusaService } from '@medusajs/framework/utils'
import { Complaint } from './models/complaint'
import { ComplaintStep } from './models/complaint-step'

/** Complaints, and what was done about them. */
export class ComplaintModuleService extends MedusaService({ Complaint, ComplaintStep }) {}
