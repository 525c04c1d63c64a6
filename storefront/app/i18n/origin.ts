import { messages } from './messages.ts'

/** Words of the parts of a scan page that show where a lot came from and where that can be checked. */
export const origin = messages({
  genealogy: { vi: 'Gói hàng được làm ra từ đâu', en: 'What this package was made from' },
  pictureLabel: {
    vi: { other: 'Sơ đồ nguồn gốc lô hàng, {count} lô. Nội dung bằng chữ ở ngay bên dưới.' },
    en: {
      one: 'Picture of the lot’s origin, {count} lot. The same in words follows.',
      other: 'Picture of the lot’s origin, {count} lots. The same in words follows.',
    },
  },
  inWords: { vi: 'Xem bằng chữ', en: 'In words' },
  stepSentence: { vi: '{step}, {date}: từ {from} làm ra {to}', en: '{step}, {date}: from {from} to {to}' },
  lotWord: { vi: 'lô {code}', en: 'lot {code}' },
  manyLots: { vi: { other: '{count} lô' }, en: { one: '{count} lot', other: '{count} lots' } },
  yield: { vi: 'thu được {percent}%', en: 'yield {percent}%' },
  rawLot: { vi: 'Nguyên liệu', en: 'Raw material' },
  intermediateLot: { vi: 'Bán thành phẩm', en: 'Intermediate' },
  productLot: { vi: 'Thành phẩm', en: 'Product' },
  boughtFrom: { vi: 'từ {producer}', en: 'from {producer}' },
  places: { vi: 'Những nơi đã đi qua', en: 'Places on the way' },
  earlierLot: { vi: 'lô {lot}', en: 'lot {lot}' },
  photo: { vi: 'Ảnh: {title}', en: 'Photo: {title}' },
  document: { vi: 'Giấy tờ: {title}', en: 'Paper: {title}' },
  evidence: { vi: 'Tự kiểm chứng', en: 'Check it yourself' },
  evidenceLead: {
    vi: 'Không cần tin lời trang này: dữ liệu dưới đây ai cũng tải về và đối chiếu được.',
    en: 'You need not take this page’s word: anybody may download and check the data below.',
  },
  credential: { vi: 'Chứng nhận điện tử của hạng sao', en: 'Digital credential of the stars' },
  logDocument: { vi: 'Biên bản đợt in tem', en: 'Record of the print run' },
  logProof: { vi: 'Bằng chứng trong sổ công khai', en: 'Proof in the public log' },
  lotEvents: { vi: 'Nhật ký của lô', en: 'Journal of the lot' },
  required: { vi: 'Mười mục theo Thông tư 02/2024', en: 'The ten items of Circular 02/2024' },
  passport: { vi: 'Hộ chiếu sản phẩm', en: 'Product passport' },
  compare: { vi: 'Mở trang Đối chứng', en: 'Open the proof checker' },
})
