import { messages } from './messages.ts'

/** Words of the page where a label code is typed. */
export const codeEntry = messages({
  title: { vi: 'Kiểm tra tem', en: 'Check a label' },
  description: {
    vi: 'Gõ mã in trên gói hàng để xem chủ thể, nguyên liệu, hành trình và quyết định công nhận sao.',
    en: 'Type the code printed on a package to see its producer, raw material, journey and star decision.',
  },
  lead: {
    vi: 'Mỗi gói hàng một mã. Quét hình QR bằng máy ảnh điện thoại, hoặc gõ mã in bên cạnh vào đây.',
    en: 'Each package has its own code. Scan the QR picture with your phone’s camera, or type the code beside it here.',
  },
  label: { vi: 'Mã trên tem', en: 'Code on the label' },
  hint: {
    vi: '16 chữ và số. Chữ thường, dấu cách, dấu gạch đều được.',
    en: 'Sixteen letters and digits. Lower case, spaces and dashes are fine.',
  },
  submit: { vi: 'Kiểm tra', en: 'Check' },
  empty: { vi: 'Hãy gõ mã in trên tem.', en: 'Type the code printed on the label.' },
  whereTitle: { vi: 'Mã nằm ở đâu?', en: 'Where is the code?' },
  whereBeside: {
    vi: 'Ngay dưới hoặc cạnh hình QR trên tem, chia thành bốn nhóm bốn ký tự.',
    en: 'Just below or beside the QR picture on the label, in four groups of four.',
  },
  whereBox: {
    vi: 'Hộp quà có tem ở đáy; túi và lọ có tem ở mặt sau hoặc trên nắp.',
    en: 'Gift boxes carry it underneath; bags and jars on the back or the lid.',
  },
  whereNot: {
    vi: 'Dãy số dưới mã vạch sọc (bắt đầu bằng 893) là mã loại hàng, không phải mã của gói.',
    en: 'The number under the striped barcode (starting with 893) names the kind of product, not the package.',
  },
  labelPicture: {
    vi: 'Hình vẽ một tem: hình QR, bên dưới là mã chia bốn nhóm',
    en: 'Drawing of a label: a QR picture with a code in four groups below it',
  },
  answersTitle: { vi: 'Kết quả cho biết', en: 'What you will see' },
  answerCode: { vi: 'Mã có do chủ thể phát hành không', en: 'Whether the producer issued the code' },
  answerStars: { vi: 'Hạng sao hôm nay và vào ngày đóng gói', en: 'The stars today and on the packing day' },
  answerWho: {
    vi: 'Ai làm, ở đâu, từ lô và vùng nguyên liệu nào',
    en: 'Who made it and where, from which lot and source area',
  },
  privacy: {
    vi: 'Sao Làng chỉ đếm lượt quét theo thiết bị, không ghi tên hay vị trí của bạn.',
    en: 'Sao Làng only counts checks by device; it records neither your name nor your position.',
  },
  errorIncomplete: {
    vi: 'Mã trên tem có {length} ký tự, bạn mới gõ {count}. Hãy so lại từng nhóm bốn ký tự.',
    en: 'A label code has {length} characters; you typed {count}. Compare four characters at a time.',
  },
  errorLetters: {
    vi: 'Mã trên tem không có chữ này. Hãy so lại từng nhóm bốn ký tự.',
    en: 'One of these letters is never used in a code. Compare four characters at a time.',
  },
  errorImpossible: {
    vi: 'Mã trên tem chỉ gồm chữ cái không dấu và chữ số. Hãy xem lại phần in cạnh hình QR.',
    en: 'A label code has only plain letters and digits. Look again at the print beside the QR picture.',
  },
  errorTooLong: {
    vi: 'Nội dung này dài quá. Chỉ gõ mã in trên tem.',
    en: 'This is too long. Type only the code printed on the label.',
  },
})
