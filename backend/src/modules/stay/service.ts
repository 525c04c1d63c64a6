import { MedusaService } from '@medusajs/framework/utils'
import { StayCalendar } from './models/stay-calendar'
import { StayEnquiry } from './models/stay-enquiry'
import { StayHouse } from './models/stay-house'

/** Holds the tables. Enquiries and calendars are written by `inTransaction` alone (src/stays): the guests of a day are counted with them. */
export class StayModuleService extends MedusaService({ StayEnquiry, StayHouse, StayCalendar }) {}
