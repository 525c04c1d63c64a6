import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { PROGRAMME_MODULE } from '../../../modules/programme'
import type { ProgrammeModuleService } from '../../../modules/programme/service'
import type { ImportProgrammeInput } from '../workflows/import-programme'

/** Saves statistics and legal instruments by code; the undo restores the replaced ones and removes the new ones. */
export const saveProgrammeStep = createStep(
  'save-programme',
  async (input: ImportProgrammeInput, { container }) => {
    const programme: ProgrammeModuleService = container.resolve(PROGRAMME_MODULE)
    const statistics = input.statistics.map(toStatisticRow)
    const instruments = input.legalInstruments.map(toInstrumentRow)
    const statisticsBefore = await programme.listStatistics({ code: statistics.map(codeOf) }, { take: null })
    const instrumentsBefore = await programme.listLegalInstruments({ code: instruments.map(codeOf) }, { take: null })
    const knownStatistics = new Set(statisticsBefore.map(codeOf))
    const knownInstruments = new Set(instrumentsBefore.map(codeOf))

    await programme.createStatistics(statistics.filter((row) => !knownStatistics.has(row.code)))
    await programme.updateStatistics(statistics.filter((row) => knownStatistics.has(row.code)))
    await programme.createLegalInstruments(instruments.filter((row) => !knownInstruments.has(row.code)))
    await programme.updateLegalInstruments(instruments.filter((row) => knownInstruments.has(row.code)))
    return new StepResponse(
      { statistics: statistics.length, legalInstruments: instruments.length },
      {
        statisticsBefore,
        instrumentsBefore,
        newStatistics: statistics.map(codeOf).filter((code) => !knownStatistics.has(code)),
        newInstruments: instruments.map(codeOf).filter((code) => !knownInstruments.has(code)),
      },
    )
  },
  async (undo, { container }) => {
    if (!undo) return
    const programme: ProgrammeModuleService = container.resolve(PROGRAMME_MODULE)
    await programme.deleteStatistics(undo.newStatistics)
    await programme.deleteLegalInstruments(undo.newInstruments)
    await programme.updateStatistics(undo.statisticsBefore)
    await programme.updateLegalInstruments(undo.instrumentsBefore)
  },
)

function codeOf(row: { code: string }): string {
  return row.code
}

function toStatisticRow(given: ImportProgrammeInput['statistics'][number]) {
  return {
    code: given.id,
    title: given.title,
    title_en: given.titleEn ?? null,
    scope: given.scope,
    period: given.period,
    as_of: given.asOf,
    is_target: given.isTarget,
    unit: given.unit,
    total: given.total,
    dimension: given.dimension,
    breakdown: given.breakdown as unknown as Record<string, unknown>,
    breakdown_sum: given.breakdownSum,
    adds_up: given.addsUp,
    facts: given.facts,
    inconsistency: given.inconsistency,
    inconsistency_en: given.inconsistencyEn ?? null,
    note: given.note,
    note_en: given.noteEn ?? null,
    source: given.source,
    quote_hint: given.quoteHint,
  }
}

function toInstrumentRow(given: ImportProgrammeInput['legalInstruments'][number]) {
  return {
    code: given.id,
    number: given.number,
    type: given.type,
    date: given.date,
    date_as_given: given.dateAsGiven,
    issuer: given.issuer,
    level: given.level,
    subject: given.subject,
    cited_in: given.citedIn,
    inconsistency: given.inconsistency,
    note: given.note,
    quote_hint: given.quoteHint,
    source: given.source,
  }
}
