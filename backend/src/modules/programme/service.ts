import { MedusaService } from '@medusajs/framework/utils'
import { LegalInstrument } from './models/legal-instrument'
import { Statistic } from './models/statistic'

/** The programme's own figures and legal basis, as its documents give them. */
export class ProgrammeModuleService extends MedusaService({ Statistic, LegalInstrument }) {}
