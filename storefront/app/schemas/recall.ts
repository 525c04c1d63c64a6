import { z } from 'zod'

/** Longest text of a recall's fields; also the `maxlength` of their inputs. */
export const RECALL_LENGTH = 1000

const line = (missing: string) => z.string().trim().min(1, missing).max(RECALL_LENGTH, missing)

/** Why goods are recalled and what buyers should do. Messages are keys of the journal's words. */
export const recallSchema = z.object({ reason: line('errorReasonGiven'), advice: line('errorAdvice') })

/** Why a recall ends; the backend asks for as much. */
export const liftSchema = z.object({
  reason: z.string().trim().min(10, 'errorReason').max(RECALL_LENGTH, 'errorReason'),
})
