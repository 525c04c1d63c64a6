import { messages } from './messages.ts'

/** What there can be to do, one text a kind: `duty_{key}` for each `DutyKey` of the backend. */
export const officialDuties = messages({
  duty_post_ends: {
    vi: { other: '{count} chức vụ của bạn sắp hết hạn: bàn giao việc đang dở' },
    en: {
      one: '{count} post of yours ends soon: hand over open work',
      other: '{count} posts of yours end soon: hand over open work',
    },
  },
  duty_other: {
    vi: { other: '{count} việc cần xem' },
    en: { one: '{count} thing to look at', other: '{count} things to look at' },
  },
})
