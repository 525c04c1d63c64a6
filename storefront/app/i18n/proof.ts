import { messages } from './messages.ts'

/** Words of `/doi-chung`, where anybody checks evidence on their own device. */
export const proof = messages({
  title: { vi: 'Đối chứng', en: 'Check the evidence' },
  description: {
    vi: 'Tự kiểm tra bằng chứng nhật ký, chứng nhận số và tem ký ngay trên máy bạn, không cần hỏi lại Sao Làng.',
    en: 'Check log proofs, digital credentials and signed labels on your own device, without asking Sao Làng.',
  },
  lead: {
    vi: 'Mọi phép kiểm tra chạy ngay trên máy bạn. Mở trang xong, bạn có thể tắt mạng rồi mới kiểm tra.',
    en: 'Everything is checked on your own device. Once this page is open you may go offline before you check.',
  },
  needsScripts: {
    vi: 'Trình duyệt của bạn đang tắt JavaScript nên trang này không tính được. Bạn có thể dùng công cụ khác: bằng chứng nhật ký theo chuẩn C2SP tlog-proof, chứng nhận số theo chuẩn W3C VC-JOSE (EdDSA).',
    en: 'JavaScript is off in your browser, so this page cannot compute anything. Other tools work too: log proofs follow C2SP tlog-proof, credentials follow W3C VC-JOSE (EdDSA).',
  },
  evidence: { vi: 'Bằng chứng', en: 'Evidence' },
  evidenceHint: {
    vi: 'Dán nội dung tệp .tlog-proof, chứng nhận số (chuỗi có hai dấu chấm) hoặc dãy 199 chữ số của tem ký.',
    en: 'Paste a .tlog-proof file, a digital credential (text with two dots), or the 199 digits of a signed label.',
  },
  evidenceFile: { vi: 'Hoặc chọn tệp bằng chứng', en: 'Or choose the evidence file' },
  document: { vi: 'Tài liệu gốc', en: 'Original document' },
  documentHint: {
    vi: 'Chỉ cần cho bằng chứng nhật ký: tệp quyết định, đợt tem hay danh sách trạng thái; với sự kiện thì dán mã băm của sự kiện.',
    en: 'For log proofs only: the file of the decision, label batch or status list; for an event, its hash.',
  },
  documentFile: { vi: 'Hoặc chọn tệp tài liệu gốc', en: 'Or choose the original document' },
  lists: { vi: 'Danh sách trạng thái', en: 'Status lists' },
  listsHint: {
    vi: 'Chỉ cần cho chứng nhận số: chọn các tệp danh sách để biết chứng nhận có bị thu hồi hay tạm ngừng không.',
    en: 'For credentials only: choose the list files to learn whether the credential was revoked or suspended.',
  },
  listsChosen: {
    vi: { other: 'Đã chọn {count} danh sách' },
    en: { one: '{count} list chosen', other: '{count} lists chosen' },
  },
  keys: { vi: 'Khóa tin cậy', en: 'Trusted keys' },
  keysHint: {
    vi: 'Đây là các khóa công khai Sao Làng đang công bố. Muốn chắc hơn, hãy thay bằng khóa bạn đã lưu từ trước hoặc nhận từ nơi khác.',
    en: 'These are the public keys Sao Làng publishes now. To be surer, replace them with keys you saved earlier or got elsewhere.',
  },
  keysAway: {
    vi: 'Lúc này chưa tải được khóa đang công bố. Bạn vẫn kiểm tra được với khóa của mình.',
    en: 'The published keys could not be loaded just now. You can still check with keys of your own.',
  },
  logKeys: { vi: 'Khóa của sổ nhật ký', en: 'Keys of the log' },
  didDocument: { vi: 'Tài liệu DID của nơi cấp chứng nhận', en: 'DID document of the issuer' },
  labelKeys: { vi: 'Khóa của tem ký', en: 'Keys of signed labels' },
  submit: { vi: 'Kiểm tra', en: 'Check' },
  clear: { vi: 'Xóa, kiểm tra cái khác', en: 'Clear and check another' },
  result: { vi: 'Kết quả', en: 'Result' },
  nothing: { vi: 'Hãy dán bằng chứng hoặc chọn tệp trước.', en: 'Paste the evidence or choose a file first.' },
  unknown: {
    vi: 'Không nhận ra đây là bằng chứng nhật ký, chứng nhận số hay tem ký. Hãy dán nguyên vẹn, không thiếu đầu hay cuối.',
    en: 'This is neither a log proof nor a credential nor a signed label. Paste it whole, with its beginning and its end.',
  },
  tooLarge: {
    vi: 'Tệp lớn hơn 8 MB nên không phải bằng chứng của Sao Làng.',
    en: 'The file is larger than 8 MB, so it is no evidence of Sao Làng.',
  },
  unreadableKeys: {
    vi: 'Không đọc được “{name}” trong phần Khóa tin cậy. Hãy dán lại khóa nguyên vẹn.',
    en: '“{name}” under Trusted keys cannot be read. Paste the keys again, whole.',
  },
  reason: { vi: 'Lý do chi tiết (tiếng Anh)', en: 'Reason' },

  proofHolds: { vi: 'Tài liệu có trong sổ nhật ký', en: 'The document is in the log' },
  proofHoldsText: {
    vi: 'Tài liệu này đã được ghi vào sổ và không bị sửa từ đó đến nay.',
    en: 'This document was written into the log and has not changed since.',
  },
  proofFails: { vi: 'Bằng chứng không khớp', en: 'The proof does not hold' },
  document_missing: {
    vi: 'Cần thêm tài liệu gốc: bằng chứng chỉ nói về đúng tài liệu ấy, đến từng ký tự.',
    en: 'The original document is needed: the proof is about exactly that document, letter by letter.',
  },
  malformed: {
    vi: 'Tệp bằng chứng bị thiếu hoặc bị sửa.',
    en: 'The proof file is incomplete or was changed.',
  },
  other_kind: { vi: 'Bằng chứng thuộc loại tài liệu khác.', en: 'The proof is of another kind of document.' },
  trusted_keys: { vi: 'Không đọc được khóa của sổ nhật ký.', en: 'The keys of the log cannot be read.' },
  checkpoint: {
    vi: 'Chữ ký của sổ nhật ký không đúng, hoặc không phải sổ bạn tin cậy.',
    en: 'The signature of the log is wrong, or it is not the log you trust.',
  },
  witnesses: { vi: 'Chưa đủ bên làm chứng.', en: 'Too few witnesses signed.' },
  not_included: {
    vi: 'Tài liệu không phải bản đã ghi vào sổ: nội dung hoặc bằng chứng đã bị sửa.',
    en: 'This is not the document that was logged: its content or the proof was changed.',
  },
  leaf: { vi: 'Loại tài liệu', en: 'Kind of document' },
  leaf_decision: { vi: 'Quyết định công nhận', en: 'Recognition decision' },
  leaf_label_batch: { vi: 'Đợt in tem', en: 'Label batch' },
  leaf_event: { vi: 'Sự kiện trên hành trình', en: 'Journey event' },
  leaf_status_list: { vi: 'Danh sách trạng thái', en: 'Status list' },
  logName: { vi: 'Sổ nhật ký', en: 'Log' },
  logPlace: { vi: 'Vị trí', en: 'Place' },
  logPlaceOf: { vi: 'mục số {index} trong {size} mục', en: 'entry {index} of {size}' },

  credentialHolds: { vi: 'Chứng nhận đúng và đang có hiệu lực', en: 'The credential is right and valid' },
  credentialUnknown: {
    vi: 'Chữ ký đúng, chưa biết đã bị thu hồi hay chưa',
    en: 'The signature is right; whether it was revoked is not known',
  },
  credentialNeedsLists: {
    vi: 'Hãy tải các danh sách trạng thái dưới đây, chọn ở ô “Danh sách trạng thái” rồi kiểm tra lại.',
    en: 'Download the status lists below, choose them under “Status lists” and check again.',
  },
  credentialFails: { vi: 'Không chấp nhận chứng nhận này', en: 'This credential is not accepted' },
  fault_expired: { vi: 'Đã hết thời hạn.', en: 'It has expired.' },
  fault_not_yet_valid: { vi: 'Chưa đến ngày có hiệu lực.', en: 'It is not valid yet.' },
  fault_revoked: { vi: 'Đã bị thu hồi.', en: 'It was revoked.' },
  fault_suspended: { vi: 'Đang bị tạm ngừng.', en: 'It is suspended for now.' },
  fault_signature: {
    vi: 'Chữ ký không đúng: nội dung đã bị sửa hoặc chép sai.',
    en: 'The signature is wrong: the content was changed or copied badly.',
  },
  fault_key: {
    vi: 'Được ký bằng khóa không nằm trong số khóa bạn tin cậy.',
    en: 'It was signed with a key that is not among those you trust.',
  },
  fault_status: {
    vi: 'Danh sách trạng thái không dùng được: sai chữ ký, đã cũ hoặc không phải danh sách này.',
    en: 'A status list cannot be used: wrong signature, too old, or another list.',
  },
  fault_form: { vi: 'Chứng nhận viết sai quy cách.', en: 'The credential is not written as the standard asks.' },
  statusAsOf: { vi: 'Trạng thái tính đến', en: 'Status as of' },
  sampleData: {
    vi: 'Dữ liệu minh họa, không phải công nhận thật.',
    en: 'Illustrative data, not a real recognition.',
  },
  what: { vi: 'Nội dung', en: 'What it says' },
  issuer: { vi: 'Nơi cấp', en: 'Issuer' },
  validUntil: { vi: 'Có hiệu lực đến hết', en: 'Valid until the end of' },

  labelHolds: { vi: 'Tem đúng như lúc phát hành', en: 'The label is as it was issued' },
  labelHoldsText: {
    vi: 'Các thông tin dưới đây được ký cùng nhau. Điều này không nói tem có bị sao chép hay không, cũng không nói chuyện xảy ra sau khi in.',
    en: 'The facts below were signed together. That does not tell whether the label was copied, nor what happened after printing.',
  },
  labelFails: { vi: 'Không chấp nhận tem này', en: 'This label is not accepted' },
  label_not_signed: { vi: 'Đây không phải tem ký.', en: 'This is no signed label.' },
  label_malformed: { vi: 'Dãy số đọc sai hoặc đã bị sửa.', en: 'The digits were misread or changed.' },
  label_unknown_layout: { vi: 'Tem theo mẫu mới hơn trang này.', en: 'The label has a layout newer than this page.' },
  label_unknown_key: {
    vi: 'Được ký bằng khóa không nằm trong số khóa bạn tin cậy.',
    en: 'It was signed with a key that is not among those you trust.',
  },
  label_wrong_signature: {
    vi: 'Chữ ký không đúng: có chữ số đọc sai hoặc đã bị sửa.',
    en: 'The signature is wrong: a digit was misread or changed.',
  },
  code: { vi: 'Mã đơn vị', en: 'Unit code' },
  stars: { vi: 'Hạng sao in trên tem', en: 'Stars on the label' },
  starsValue: { vi: '{stars} sao, đến hết {date}', en: '{stars} stars, until the end of {date}' },
  starsLapsed: { vi: '{stars} sao, đã hết hiệu lực sau {date}', en: '{stars} stars, expired after {date}' },
  noStars: { vi: 'Không in hạng sao', en: 'No stars on the label' },
  packedOn: { vi: 'Ngày đóng gói', en: 'Packed on' },
  host: { vi: 'Địa chỉ in trên tem', en: 'Address on the label' },
  hostNote: {
    vi: 'Địa chỉ không nằm trong chữ ký: hãy so với trang bạn tin cậy trước khi mở.',
    en: 'The address is not signed: compare it with the site you trust before you open it.',
  },

  whereTitle: { vi: 'Lấy bằng chứng ở đâu?', en: 'Where is the evidence?' },
  whereScan: {
    vi: 'Trang quét tem của mỗi gói hàng có đường dẫn đến chứng nhận số và bằng chứng nhật ký.',
    en: 'The scan page of each package links to its credential and its log proof.',
  },
  whereLabel: {
    vi: 'Tem ký là tem QR cỡ 20 mm. Quét bằng máy ảnh rồi chép địa chỉ hiện ra.',
    en: 'A signed label is a QR code of 20 mm. Scan it with a camera and copy the address shown.',
  },
  howTitle: { vi: 'Kiểm tra bằng cách nào?', en: 'How is it checked?' },
  howLog: {
    vi: 'Sổ nhật ký chỉ ghi thêm, không xóa. Mỗi tài liệu có một mã băm; bằng chứng nối mã ấy với mã băm gốc mà sổ đã ký.',
    en: 'The log is append-only. Each document has a hash; the proof ties that hash to the root that the log signed.',
  },
  howCredential: {
    vi: 'Chứng nhận số và tem ký mang chữ ký Ed25519. Sửa một ký tự là chữ ký sai.',
    en: 'Credentials and signed labels carry an Ed25519 signature. Change one character and it is wrong.',
  },
})
