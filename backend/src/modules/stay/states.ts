/**
 * `asked` by a buyer, `offered` or `declined` by the host; an offer is `accepted` or `withdrawn` by the buyer. What nobody decides in time is
 * `expired`; after the days the host says `done` or `no_show`.
 */
export const STAY_STATES = [
  'asked',
  'offered',
  'declined',
  'accepted',
  'withdrawn',
  'expired',
  'done',
  'no_show',
] as const
export type StayState = (typeof STAY_STATES)[number]
