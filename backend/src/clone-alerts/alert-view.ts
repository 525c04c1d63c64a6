import type { ListedAlert } from '@sao-lang/traceability/http/operator-routes'
import { codePage } from '../labels/code-page'

/** An alert as the staff see it, with names for those who settled it. */
export interface AlertView extends ListedAlert {
  /** Page that shoppers see for the code; null for an alert about a whole batch. */
  codePage: string | null
}

/** In: what the traceability service says, names of users by id, the storefront's address. */
export function toAlertView(alert: ListedAlert, names: ReadonlyMap<string, string>, storefront: string): AlertView {
  const named = (by: string | null) => (by === null ? null : (names.get(by) ?? by))
  return {
    ...alert,
    acknowledgedBy: named(alert.acknowledgedBy),
    closedBy: named(alert.closedBy),
    codePage: alert.code === null ? null : codePage(alert.code, storefront),
  }
}
