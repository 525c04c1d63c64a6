import { vietnamDay } from '@sao-lang/traceability/verify'

/** Within so many days after it arrived a complaint is answered; the complaints page says the same number. */
export const ANSWER_DAYS = 7

/** Last day (+07, yyyy-mm-dd) to answer a complaint that arrived at this moment. */
export function answerDay(arrived: Date): string {
  return vietnamDay(new Date(arrived.getTime() + ANSWER_DAYS * 86_400_000))
}
