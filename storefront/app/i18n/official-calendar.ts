import { messages } from './messages.ts'

/** Words of the calendar of deadlines. */
export const officialCalendar = messages({
  title: { vi: 'Lịch hạn việc', en: 'Calendar of deadlines' },
  lead: {
    vi: 'Hạn của các việc trong địa bàn của bạn. Thời hạn tính theo ngày làm việc nên bỏ qua ngày nghỉ.',
    en: 'Deadlines in your place. Terms count working days, so days off are left out.',
  },
  month: { vi: 'Tháng {month}/{year}', en: '{month}/{year}' },
  previous: { vi: 'Tháng trước', en: 'Previous month' },
  next: { vi: 'Tháng sau', en: 'Next month' },
  thisMonth: { vi: 'Tháng này', en: 'This month' },
  weekday_1: { vi: 'T2', en: 'Mon' },
  weekday_2: { vi: 'T3', en: 'Tue' },
  weekday_3: { vi: 'T4', en: 'Wed' },
  weekday_4: { vi: 'T5', en: 'Thu' },
  weekday_5: { vi: 'T6', en: 'Fri' },
  weekday_6: { vi: 'T7', en: 'Sat' },
  weekday_7: { vi: 'CN', en: 'Sun' },
  today: { vi: 'hôm nay', en: 'today' },
  dayOff: { vi: 'ngày nghỉ', en: 'day off' },
  worked: { vi: 'làm bù', en: 'worked in exchange' },
  dueCount: { vi: { other: '{count} việc tới hạn' }, en: { one: '{count} thing due', other: '{count} things due' } },
  dueTitle: { vi: 'Việc tới hạn trong tháng', en: 'Due this month' },
  nothingDue: { vi: 'Không có việc nào tới hạn trong tháng này.', en: 'Nothing is due this month.' },
  offTitle: { vi: 'Ngày nghỉ lễ và làm bù', en: 'Holidays and days worked in exchange' },
  noHolidays: { vi: 'Tháng này không có ngày nghỉ lễ.', en: 'There is no public holiday this month.' },
  holidaysMissing: {
    vi: 'Chưa có lịch nghỉ lễ của năm {year}, nên chưa đánh dấu ngày nghỉ.',
    en: 'The holidays of {year} are not on record yet, so days off are not marked.',
  },
  notWhole: {
    vi: 'Chưa tải được một phần danh sách. Mở lại trang sau ít phút để xem đủ.',
    en: 'Part of the list could not be loaded. Open the page again in a few minutes to see all of it.',
  },
  monthInvalid: {
    vi: 'Tháng chưa đúng, nên đang hiện tháng này.',
    en: 'The month is not right, so this month is shown.',
  },
})
