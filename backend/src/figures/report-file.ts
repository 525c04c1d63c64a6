import { caseFilePdf } from '@sao-lang/traceability/exports/case-file-pdf'
import { registerXlsx } from '@sao-lang/traceability/exports/register-xlsx'
import { readableDay, readableMoment } from '../calendar/vietnam-moment'
import type { ProgrammeReport } from './report'
import { type ReportTable, reportTables, reportTitle, toSheets } from './report-tables'

/** The report as a workbook, a sheet a table. */
export function reportXlsx(report: ProgrammeReport, provinceNames: ReadonlyMap<string, string>): Promise<Buffer> {
  return registerXlsx(toSheets(report, reportTables(report, provinceNames)))
}

/** The report on paper, A4: the same tables, a row a line. In: who makes it. */
export function reportPdf(
  report: ProgrammeReport,
  provinceNames: ReadonlyMap<string, string>,
  madeBy: string,
): Promise<Buffer> {
  return caseFilePdf({
    title: reportTitle(report),
    number: `OCOP ${report.period.key}`,
    subtitle: `Chương trình OCOP · ${report.placeName} · tính đến hết ngày ${readableDay(report.asOf)}`,
    sample: report.sample,
    sections: reportTables(report, provinceNames).map((table) => ({
      heading: table.name,
      facts: table.rows.length === 0 ? [['–', 'Không có trong kỳ']] : table.rows.map((row) => lineOf(table, row)),
    })),
    photos: [],
    madeBy,
    madeAt: readableMoment(report.knownAt),
  })
}

function lineOf({ header }: ReportTable, [name, ...cells]: (string | number)[]): [string, string] {
  if (cells.length === 1) return [String(name), String(cells[0])]
  const said = cells.flatMap((cell, at) => (cell === '' ? [] : [`${header[at + 1]}: ${cell}`]))
  return [String(name), said.join(' · ')]
}
