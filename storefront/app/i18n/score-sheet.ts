import { messages } from './messages.ts'

/** Words of the page on which a council member scores alone. */
export const scoreSheet = messages({
  listTitle: { vi: 'Phiếu chấm của bạn', en: 'Your score sheets' },
  listLead: {
    vi: 'Bạn chấm riêng; không ai thấy phiếu trước khi mọi thành viên nộp.',
    en: 'You score alone; nobody sees your sheet before every member has handed in.',
  },
  emptyTitle: { vi: 'Không có phiếu nào chờ bạn', en: 'No sheet waits for you' },
  emptyText: {
    vi: 'Khi thư ký mở phiên, phiếu chấm sẽ hiện ở đây.',
    en: 'Sheets stand here once the secretary has opened a sitting.',
  },
  back: { vi: 'Phiếu chấm của bạn', en: 'Your score sheets' },
  title: { vi: 'Chấm {product}', en: 'Score {product}' },
  lead: { vi: '{producer}. Phiên ngày {day}.', en: '{producer}. Sitting of {day}.' },
  roundNote: { vi: 'Lượt chấm {round}. {note}', en: 'Scoring round {round}. {note}' },
  running: {
    vi: '{points} điểm, đã chấm {answered}/{all} tiêu chí',
    en: '{points} points, {answered} of {all} criteria scored',
  },
  sections: { vi: 'Các mục của phiếu', en: 'Sections of the sheet' },
  sectionName: { vi: 'Mục {code}. {title}', en: 'Section {code}. {title}' },
  sectionDone: { vi: '{answered}/{all}', en: '{answered} of {all}' },
  finish: { vi: 'Ý kiến và nộp phiếu', en: 'Opinion and handing in' },
  criterion: { vi: '{code} {title} (tối đa {max})', en: '{code} {title} (at most {max})' },
  option: { vi: '{points} điểm: {label}', en: '{points} points: {label}' },
  minimum: { vi: 'Tối thiểu cho {stars} sao', en: 'Least for {stars} stars' },
  none: { vi: 'Không đạt phương án nào (0 điểm)', en: 'No option is reached (0 points)' },
  self: { vi: 'Chủ thể tự chấm: {points} điểm', en: 'Self-assessment: {points} points' },
  selfNote: { vi: 'Giải trình của chủ thể', en: 'The producer’s explanation' },
  papers: { vi: 'Minh chứng', en: 'Papers' },
  noPapers: { vi: 'Không có giấy tờ cho tiêu chí này.', en: 'No paper for this criterion.' },
  advice: { vi: 'Ý kiến tổ tư vấn', en: 'What the advisory group found' },
  saveNext: { vi: 'Lưu và sang mục sau', en: 'Save, next section' },
  save: { vi: 'Lưu bản nháp', en: 'Save the draft' },
  saved: { vi: 'Đã lưu bản nháp. Chỉ bạn thấy bản này.', en: 'The draft was saved. Only you see it.' },
  opinion: { vi: 'Ý kiến của bạn', en: 'Your opinion' },
  stance: { vi: 'Kết luận bằng văn bản', en: 'Your written conclusion' },
  stanceAgree: { vi: 'Đồng ý với kết quả chấm, không cần họp', en: 'I agree with the scoring, no meeting is needed' },
  stanceMeet: { vi: 'Đề nghị hội đồng họp', en: 'I ask the council to meet' },
  unanswered: {
    vi: { other: 'Còn {count} tiêu chí chưa chấm' },
    en: { one: '{count} criterion is not scored yet', other: '{count} criteria are not scored yet' },
  },
  confirm: {
    vi: 'Tôi đã xem lại và nộp phiếu; sau khi nộp không sửa được',
    en: 'I have looked it over and hand it in; it cannot be changed afterwards',
  },
  confirmMissing: { vi: 'Hãy đánh dấu ô xác nhận trước khi nộp phiếu.', en: 'Tick the box before handing in.' },
  submit: { vi: 'Nộp phiếu chấm', en: 'Hand in the sheet' },
  submitted: {
    vi: 'Phiếu đã nộp lúc {when} và được niêm phong.',
    en: 'The sheet was handed in at {when} and is sealed.',
  },
  conflictTitle: { vi: 'Khai xung đột lợi ích', en: 'Declare a conflict of interest' },
  conflictHint: {
    vi: 'Nếu có lợi ích liên quan đến sản phẩm, bạn không chấm sản phẩm này. Phần đã chấm nháp sẽ bị xóa.',
    en: 'With an interest in the product you do not score it. What you drafted is deleted.',
  },
  ground: { vi: 'Quan hệ với sản phẩm', en: 'What ties you to the product' },
  conflictReason: { vi: 'Ghi rõ', en: 'In words' },
  declare: { vi: 'Khai và không chấm', en: 'Declare it and do not score' },
  state_conflict: {
    vi: 'Bạn đã khai xung đột lợi ích và không chấm sản phẩm này.',
    en: 'You declared a conflict of interest and do not score this product.',
  },
  state_absent: {
    vi: 'Thư ký ghi bạn vắng mặt ở phiên này. Nếu bạn đã đến, hãy báo thư ký.',
    en: 'The secretary noted you as absent. If you have come, tell the secretary.',
  },
  notOpen: { vi: 'Phiếu này hiện không mở để chấm.', en: 'This sheet is not open for scoring now.' },
})
