/** What somebody who scanned a label may tell us. The words for people are the storefront's. */
export const REPORT_KINDS = ['different_goods', 'copied_label', 'quality', 'wrong_facts', 'other'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]
