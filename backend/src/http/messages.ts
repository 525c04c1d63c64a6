/** What people read when something is refused, by code. Each says what is wrong and what to do. */
const MESSAGES = {
  payout_batch_open: {
    vi: 'Đang có một đợt chi trả chưa gửi. Hãy gửi hoặc hủy đợt đó trước khi lập đợt mới.',
    en: 'A payout batch is still open. Send or cancel it before drawing up a new one.',
  },
  payout_nobody: {
    vi: 'Chưa có chủ thể nào đủ điều kiện chi trả: số dư chưa qua thời gian chờ, dưới mức tối thiểu, hoặc tài khoản chưa được xác minh.',
    en: 'Nobody can be paid yet: balances still wait, are below the minimum, or have no verified account.',
  },
  payout_state: {
    vi: 'Đợt hoặc khoản chi trả này không còn ở bước đó. Hãy tải lại trang để xem tình trạng mới.',
    en: 'This batch or payout is no longer at that step. Reload the page to see how it stands.',
  },
  payout_reference_used: {
    vi: 'Số giao dịch ngân hàng này đã dùng cho một khoản chi trả khác. Hãy kiểm tra lại sao kê.',
    en: 'This bank number already stands for another payout. Check the bank statement.',
  },
  commission_rule_invalid: {
    vi: 'Quy tắc hoa hồng chưa đúng. Hãy kiểm tra: tỷ lệ từ 0 đến 100 %, hoặc số tiền lớn hơn 0; mức thấp nhất không quá mức cao nhất; ngày kết thúc không trước ngày bắt đầu; phạm vi phải nêu rõ đối tượng.',
    en: 'The commission rule is not right. Check that it has a share of 0 to 100 % or an amount above 0, a minimum not above the maximum, an end not before its beginning, and whom it is for.',
  },
  delivery_rate_invalid: {
    vi: 'Mức phí giao hàng chưa đúng. Đồng giá chỉ có một mức phí; theo cân thì ghi số gam đầu, số gam mỗi nấc và phí mỗi nấc, cân tối đa không nhỏ hơn số gam đầu; mã chủ thể phải có thật. Mức chung của sàn không cho hết hạn, chỉ thay bằng mức mới.',
    en: 'The delivery rate is not right. A flat rate is one fee; by weight give the first grams, the grams and fee of each step, and a limit not below the first grams; the producer must exist. The platform’s own rate is replaced, never ended.',
  },
  offer_invalid: {
    vi: 'Khuyến mại chưa đúng ở ô được nêu. Hãy kiểm tra: mã từ 3 đến 20 chữ cái không dấu hoặc chữ số; giảm theo phần trăm không quá 100 %, miễn phí giao hàng thì không ghi mức giảm; trung tâm hoặc chủ thể chịu chi phí phải nêu rõ và chỉ chịu cho hàng của mình; ngày cuối không trước ngày đầu và chưa qua.',
    en: 'The promotion is not right in the field named. Check: a code of 3 to 20 plain letters or digits; at most 100 %, and no value for free delivery; the centre or producer that bears it is named and bears it for its own goods alone; the last day is not before the first and not past.',
  },
  offer_code_taken: {
    vi: 'Mã khuyến mại này đã dùng rồi. Hãy chọn mã khác.',
    en: 'This code belongs to another promotion. Choose another.',
  },
  settlement_day_past: {
    vi: 'Chỉ đặt được cho ngày từ ngày mai trở đi, vì đơn đã bán giữ nguyên điều kiện của ngày bán. Hãy chọn ngày khác.',
    en: 'Only days from tomorrow on can be set, since what was sold keeps the terms of its day. Choose another day.',
  },
  settlement_day_taken: {
    vi: 'Ngày này đã có mức khác, hoặc nằm trước mức mới nhất. Hãy chọn ngày sau đó.',
    en: 'Another record begins on that day or later. Choose a later day.',
  },
  tax_remitted_too_much: {
    vi: 'Số tiền lớn hơn số thuế đang giữ hộ. Hãy kiểm tra lại.',
    en: 'This is more than the tax that is held. Check the amount.',
  },
  invalid_request: {
    vi: 'Thông tin gửi lên chưa đúng. Hãy kiểm tra lại ô được nêu tên rồi gửi lại.',
    en: 'Something in the request is not right. Check the named field and send it again.',
  },
  unknown_field: {
    vi: 'Yêu cầu có một trường không được hỗ trợ. Hãy bỏ trường đó rồi gửi lại.',
    en: 'The request has a field that is not supported. Remove it and send again.',
  },
  invalid_json: {
    vi: 'Nội dung gửi lên không phải là JSON hợp lệ.',
    en: 'The body is not valid JSON.',
  },
  too_large: {
    vi: 'Nội dung gửi lên quá lớn.',
    en: 'The body is too large.',
  },
  role_may_not: {
    vi: 'Vai trò của bạn không được làm việc này. Hãy nhờ chủ tài khoản của cơ sở.',
    en: 'Your role may not do this. Ask the owner of the producer’s account.',
  },
  reason_required: {
    vi: 'Hãy ghi lý do, ít nhất 5 ký tự: người nhận sẽ đọc nguyên văn.',
    en: 'Give a reason of at least 5 characters: they will read it word for word.',
  },
  seller_name: {
    vi: 'Hãy nhập tên cơ sở, từ 2 đến 160 ký tự.',
    en: 'Enter the name of the business, 2 to 160 characters.',
  },
  bank_number: {
    vi: 'Số tài khoản có từ 6 đến 19 chữ số hoặc chữ cái. Hãy kiểm tra lại.',
    en: 'An account number has 6 to 19 digits or letters. Check it.',
  },
  bank_unknown: { vi: 'Hãy chọn ngân hàng trong danh sách.', en: 'Choose a bank from the list.' },
  bank_holder: {
    vi: 'Hãy nhập tên chủ tài khoản như trên sổ hoặc ứng dụng ngân hàng.',
    en: 'Enter the account holder’s name as the bank writes it.',
  },
  bank_state: {
    vi: 'Tài khoản này đã được thay hoặc đã xác nhận. Hãy tải lại trang.',
    en: 'This account has been replaced or verified. Reload the page.',
  },
  application_state: {
    vi: 'Đơn này không còn ở bước đó nữa. Hãy tải lại trang để xem tình trạng mới.',
    en: 'This application is no longer at that step. Reload the page to see where it is.',
  },
  application_incomplete: {
    vi: 'Đơn chưa đủ. Hãy bổ sung những mục được nêu rồi nộp lại.',
    en: 'The application is not complete. Fill in what is named and hand it in again.',
  },
  application_papers: {
    vi: 'Đơn đã có 20 giấy tờ. Hãy bỏ bớt một tờ trước khi thêm.',
    en: 'The application has 20 papers. Remove one before adding another.',
  },
  link_invalid: {
    vi: 'Đường dẫn này không đúng hoặc đã hết hạn. Hãy mở lại đường dẫn mới nhất bạn nhận được.',
    en: 'This link is not right or has expired. Open the newest one you were given.',
  },
  invitation_used: {
    vi: 'Lời mời này đã dùng, đã thu hồi hoặc hết hạn. Hãy xin chủ cơ sở mời lại.',
    en: 'This invitation has been used, withdrawn or has expired. Ask for a new one.',
  },
  contact_invalid: {
    vi: 'Hãy nhập địa chỉ thư điện tử hoặc số điện thoại Việt Nam.',
    en: 'Enter an e-mail address or a Vietnamese phone number.',
  },
  member_name: { vi: 'Hãy nhập họ tên, từ 2 ký tự.', en: 'Enter a name of at least 2 characters.' },
  last_owner: {
    vi: 'Cơ sở phải còn ít nhất một chủ tài khoản. Hãy trao quyền chủ cho người khác trước.',
    en: 'There must be at least one owner left. Make somebody else an owner first.',
  },
  password_wrong: {
    vi: 'Mật khẩu chưa đúng. Hãy nhập lại mật khẩu đang dùng của bạn.',
    en: 'The password is not right. Enter the password you sign in with.',
  },
  seller_suspended: {
    vi: 'Chủ thể này đang bị tạm ngừng bán.',
    en: 'This producer is suspended already.',
  },
  until_past: { vi: 'Ngày kết thúc phải từ hôm nay trở đi.', en: 'The last day must be today or later.' },
  message_not_retriable: {
    vi: 'Thư này không gửi lại được: đã gửi rồi, đang chờ gửi, hoặc địa chỉ không còn được lưu.',
    en: 'This message cannot be sent again: it was sent, is waiting, or its address is no longer kept.',
  },
  bank_file_no_header: {
    vi: 'Không tìm thấy dòng tiêu đề của sao kê. Tệp cần có các cột ngày giao dịch, số tiền ghi có và nội dung; hãy tải lại sao kê từ ngân hàng.',
    en: 'There is no row of headings. A statement needs columns for the day, the credit amount and the content; download it again from the bank.',
  },
  bank_file_empty: {
    vi: 'Tệp này không có dòng nào để đọc. Hãy kiểm tra lại kỳ sao kê.',
    en: 'There is no line to read in this file. Check its period.',
  },
  bank_file_faulty: {
    vi: 'Có dòng không đọc được nên chưa nhận gì từ tệp này. Hãy sửa các dòng được nêu rồi gửi lại.',
    en: 'Some rows cannot be read, so nothing of this file was taken. Correct the rows named and send it again.',
  },
  bank_line_settled: {
    vi: 'Khoản tiền này đã được xử lý. Hãy tải lại danh sách.',
    en: 'This money has been dealt with. Reload the list.',
  },
  group_unknown: {
    vi: 'Không có đơn nào mang số này. Hãy kiểm tra lại, ví dụ SL-2611-0001AB.',
    en: 'There is no order of this number. Check it, e.g. SL-2611-0001AB.',
  },
  carrier_unknown: {
    vi: 'Hãy chọn đơn vị vận chuyển trong danh sách.',
    en: 'Choose a carrier from the list.',
  },
  carrier_missing: {
    vi: 'Kiện thu tiền hộ này chưa ghi đơn vị vận chuyển nên chưa biết ai giữ tiền. Hãy ghi trước.',
    en: 'This COD parcel names no carrier, so nobody would owe the cash. Name it first.',
  },
  carrier_file_no_header: {
    vi: 'Không tìm thấy dòng tiêu đề. Bảng đối soát cần có các cột mã vận đơn, trạng thái và tiền thu hộ.',
    en: 'There is no row of headings. The file needs columns for tracking number, state and COD.',
  },
  carrier_file_faulty: {
    vi: 'Có dòng không đọc được hoặc trái với tệp trước nên chưa nhận gì từ tệp này. Hãy xem các dòng được nêu rồi gửi lại.',
    en: 'Some rows cannot be read or contradict an earlier file, so nothing of this file was taken. See the rows named and send it again.',
  },
  carrier_file_settled: {
    vi: 'Tiền của tệp này đã được ghi nhận. Hãy tải lại danh sách.',
    en: 'The money of this file has been noted. Reload the list.',
  },
  carrier_line_settled: {
    vi: 'Dòng này đã được xử lý. Hãy tải lại danh sách.',
    en: 'This line has been dealt with. Reload the list.',
  },
  bank_reference_required: {
    vi: 'Hãy nhập số bút toán của ngân hàng, từ 3 đến 60 ký tự.',
    en: 'Enter the bank’s number of the transfer, 3 to 60 characters.',
  },
  settle_note_required: {
    vi: 'Hãy ghi lý do, từ 3 đến 300 ký tự.',
    en: 'Give a reason, 3 to 300 characters.',
  },
  refund_account_invalid: {
    vi: 'Số tài khoản chưa đúng. Hãy nhập từ 6 đến 19 chữ số hoặc chữ cái, không dấu cách.',
    en: 'The account number is not right. Enter 6 to 19 digits or letters without blanks.',
  },
  refund_holder_invalid: {
    vi: 'Hãy nhập tên chủ tài khoản như ngân hàng ghi, từ 2 đến 100 ký tự.',
    en: 'Enter the holder’s name as the bank writes it, 2 to 100 characters.',
  },
  refund_bank_unknown: {
    vi: 'Hãy chọn ngân hàng trong danh sách.',
    en: 'Choose a bank from the list.',
  },
  refund_account_closed: {
    vi: 'Khoản hoàn này không cần số tài khoản nữa: đã chuyển xong hoặc hoàn theo cách khác.',
    en: 'This refund needs no account any more: it was paid, or goes back another way.',
  },
  name_required: {
    vi: 'Hãy nhập họ tên người nhận, từ 2 đến 100 ký tự.',
    en: 'Enter the recipient’s name, 2 to 100 characters.',
  },
  phone_invalid: {
    vi: 'Số điện thoại chưa đúng. Hãy nhập số Việt Nam gồm 10 chữ số, ví dụ 0912345678.',
    en: 'The phone number is not right. Enter a Vietnamese number of 10 digits, e.g. 0912345678.',
  },
  email_invalid: {
    vi: 'Địa chỉ email chưa đúng. Hãy sửa lại, hoặc để trống.',
    en: 'The e-mail address is not right. Correct it or leave it empty.',
  },
  province_unknown: {
    vi: 'Hãy chọn tỉnh hoặc thành phố trong danh sách.',
    en: 'Choose a province or city from the list.',
  },
  centre_unknown: {
    vi: 'Trung tâm xúc tiến này không có ở tỉnh đã chọn. Hãy chọn lại trong danh sách.',
    en: 'There is no such promotion centre in the chosen province. Choose one from the list.',
  },
  centre_name_taken: {
    vi: 'Tỉnh này đã có một trung tâm mang tên đó.',
    en: 'There already is a centre of that name in the province.',
  },
  stock_short: {
    vi: 'Không đủ hàng ở điểm bán này: vừa bán hết, hoặc đã giữ cho đơn đặt. Hãy giảm số lượng hoặc chọn lô khác.',
    en: 'The shop does not have that many: just sold, or kept for orders. Lower the quantity or choose another lot.',
  },
  goods_without_stock: {
    vi: 'Sản phẩm này không theo dõi tồn kho nên không nhận ký gửi được. Hãy nhờ chủ thể sửa trang hàng.',
    en: 'No stock is kept of these goods, so they cannot be consigned. Ask the producer to change the listing.',
  },
  goods_unknown: {
    vi: 'Không có quy cách hàng này. Hãy chọn lại trong danh sách.',
    en: 'There is no such goods. Choose again from the list.',
  },
  goods_not_here: {
    vi: 'Mã này là của hàng không có ở điểm bán. Hãy lập phiếu nhận hàng trước khi bán.',
    en: 'This code is of goods that the shop does not hold. Write a receipt before selling them.',
  },
  no_agreement: {
    vi: 'Chủ thể của sản phẩm này chưa có thoả thuận bán hộ còn hiệu lực với trung tâm. Hãy ký thoả thuận trước.',
    en: 'The producer of these goods has no agreement with the centre today. Agree first.',
  },
  agreement_share: {
    vi: 'Phần của trung tâm là một tỷ lệ từ 0 đến 50%. Hãy nhập lại, ví dụ 10 hoặc 12,5.',
    en: 'The centre’s share is a percentage from 0 to 50. Enter it again, for example 10 or 12.5.',
  },
  agreement_first_day: {
    vi: 'Thoả thuận bắt đầu sớm nhất là hôm nay. Hãy chọn lại ngày.',
    en: 'An agreement begins today at the earliest. Choose another day.',
  },
  agreement_last_day: {
    vi: 'Ngày cuối phải từ ngày bắt đầu trở đi. Hãy chọn lại, hoặc để trống nếu chưa định ngày hết.',
    en: 'The last day cannot be before the first. Choose another, or leave it empty for no end.',
  },
  agreement_products: {
    vi: 'Hãy chọn ít nhất một sản phẩm của chủ thể này, hoặc chọn tất cả sản phẩm.',
    en: 'Choose at least one product of this producer, or all of them.',
  },
  agreement_waiting: {
    vi: 'Chủ thể này đang có một đề nghị chờ trả lời. Hãy rút đề nghị đó trước khi gửi đề nghị mới.',
    en: 'A proposal to this producer waits for an answer. Withdraw it before you send another.',
  },
  agreement_state: {
    vi: 'Thoả thuận đã đổi trạng thái từ trước. Hãy tải lại trang để xem hiện nay thế nào.',
    en: 'The agreement has changed in the meantime. Load the page again to see where it stands.',
  },
  agreement_lapsed: {
    vi: 'Đề nghị này đã quá ngày cuối. Hãy nhờ trung tâm gửi đề nghị mới.',
    en: 'The last day of this proposal is over. Ask the centre for a new one.',
  },
  agreement_end_day: {
    vi: 'Ngày cuối của thoả thuận phải từ hôm nay và không muộn hơn ngày cuối đã thoả thuận.',
    en: 'The agreement ends today at the earliest, and not later than the last day that was agreed.',
  },
  paper_one_producer: {
    vi: 'Một phiếu nhận hoặc trả hàng chỉ ghi hàng của một chủ thể. Hãy tách phiếu.',
    en: 'A receipt or return holds goods of one producer. Write one for each.',
  },
  paper_same_shop: {
    vi: 'Hãy chọn điểm bán khác để chuyển hàng đến.',
    en: 'Choose another shop to move the goods to.',
  },
  paper_corrected: {
    vi: 'Phiếu này đã được điều chỉnh, hoặc chính nó là phiếu điều chỉnh.',
    en: 'This paper was taken back already, or is itself a correction.',
  },
  sale_changed: {
    vi: 'Mã lần bán này đã dùng cho một lần bán khác. Hãy mở giỏ mới rồi bán lại.',
    en: 'This sale’s id belongs to another sale. Start a new basket.',
  },
  counter_price_changed: {
    vi: 'Giá trên kệ đã đổi. Hãy xem lại giá trong giỏ rồi thu tiền.',
    en: 'The price on the shelf has changed. Look at the basket again before taking the money.',
  },
  unit_sold: {
    vi: 'Gói hàng mang mã này đã được bán. Hãy kiểm tra lại gói trên tay.',
    en: 'The package with this code was sold before. Look at the one in hand.',
  },
  lot_recalled: {
    vi: 'Lô hàng này đang bị thu hồi, không được bán. Hãy cất hàng khỏi kệ và báo quản lý.',
    en: 'This lot is recalled and may not be sold. Take it off the shelf and tell the manager.',
  },
  sale_total_wrong: {
    vi: 'Tổng tiền không khớp với các dòng hàng. Hãy tải lại trang rồi bán lại.',
    en: 'The total does not match the lines. Reload the page and sell again.',
  },
  cash_short: {
    vi: 'Tiền khách đưa ít hơn số phải trả. Hãy nhập lại.',
    en: 'The cash handed over is less than what is due. Enter it again.',
  },
  till_closed: {
    vi: 'Ca quầy có lần bán này đã chốt nên không hủy được. Hãy lập phiếu trả hàng với khách theo quy định của trung tâm.',
    en: 'The till was closed after this sale, so it cannot be voided.',
  },
  difference_note_required: {
    vi: 'Tiền đếm được khác với sổ. Hãy ghi lý do chênh lệch rồi chốt lại.',
    en: 'What was counted differs from the book. Say why and close again.',
  },
  deposit_above_till: {
    vi: 'Số tiền nộp lớn hơn tiền đang có trong quầy theo sổ. Hãy kiểm tra lại.',
    en: 'The deposit is more than the till holds by the book. Check the amount.',
  },
  query_settled: {
    vi: 'Người khác vừa xử lý lần bán này.',
    en: 'Somebody else has just settled this sale.',
  },
  stock_take_open: {
    vi: 'Điểm bán này đang có một lần kiểm kê chưa xong. Hãy làm tiếp lần đó.',
    en: 'A stock-take of this shop is under way. Go on with that one.',
  },
  stock_take_state: {
    vi: 'Lần kiểm kê này không còn ở bước đó. Hãy tải lại trang.',
    en: 'The stock-take is past that step. Reload the page.',
  },
  stock_take_missing: {
    vi: 'Còn dòng hàng chưa đếm. Hãy nhập số đếm, số 0 nếu không còn.',
    en: 'Some lines were not counted. Enter a number, 0 for none.',
  },
  code_unknown: {
    vi: 'Không tìm thấy mã này. Hãy quét lại, hoặc gõ mã in trên tem.',
    en: 'There is no such code. Scan again, or type the code printed on the label.',
  },
  code_out_of_use: {
    vi: 'Tem này không dùng được: đã hủy, đã bán, bị khóa hoặc báo mất. Hãy lấy gói khác.',
    en: 'This label is not in use: void, sold, locked or reported missing. Take another package.',
  },
  code_other_goods: {
    vi: 'Mã tem này là của sản phẩm khác. Hãy lấy đúng sản phẩm.',
    en: 'This label is of other goods. Take the right product.',
  },
  commune_not_in_province: {
    vi: 'Xã, phường hoặc đặc khu này không thuộc tỉnh đã chọn. Hãy chọn lại.',
    en: 'This commune is not in the chosen province. Choose again.',
  },
  street_required: {
    vi: 'Hãy nhập số nhà, tên đường hoặc thôn, từ 2 đến 200 ký tự.',
    en: 'Enter the house number, street or hamlet, 2 to 200 characters.',
  },
  note_too_long: {
    vi: 'Ghi chú dài quá 500 ký tự. Hãy viết ngắn hơn.',
    en: 'The note is longer than 500 characters. Make it shorter.',
  },
  receipt_conflict: {
    vi: 'Mã giao dịch này đã được ghi với số tiền hoặc đơn khác. Hãy đối chiếu lại với ngân hàng hoặc cổng thanh toán trước khi ghi.',
    en: 'This transaction is on record with another amount or order. Check it with the bank or the gateway before recording it.',
  },
  refund_above_receipt: {
    vi: 'Số tiền hoàn vượt quá số còn lại của khoản đã nhận. Hãy nhập số nhỏ hơn.',
    en: 'The refund is larger than what is left of the money received. Enter a smaller amount.',
  },
  refund_key_reused: {
    vi: 'Yêu cầu hoàn tiền này đã được ghi với số tiền khác. Hãy tải lại trang rồi làm lại.',
    en: 'This refund is on record with another amount. Load the page again and repeat.',
  },
  refund_changed: {
    vi: 'Khoản hoàn này vừa đổi trạng thái nên không làm được việc đó nữa. Hãy tải lại trang.',
    en: 'This refund has just changed, so this can no longer be done. Load the page again.',
  },
  receipt_settled: {
    vi: 'Khoản tiền này đã được xử lý. Hãy tải lại trang.',
    en: 'This money has already been dealt with. Load the page again.',
  },
  receipt_not_applicable: {
    vi: 'Không ghi được khoản tiền này vào đơn: đơn không còn chờ thanh toán hoặc số tiền không khớp. Hãy chọn hoàn lại.',
    en: 'This money cannot pay the order: the order no longer waits, or the amount differs. Send it back instead.',
  },
  settlement_file_wrong: {
    vi: 'Tệp đối soát có dòng chưa đọc được. Tệp cần có cột TxnRef và Amount (số tiền là số nguyên đồng). Hãy sửa dòng được nêu rồi gửi lại.',
    en: 'A line of the settlement file cannot be read. It needs the columns TxnRef and Amount (whole đồng). Correct the named line and send it again.',
  },
  settlement_day: {
    vi: 'Hãy chọn một ngày đã qua hoặc hôm nay.',
    en: 'Choose a day that has passed, or today.',
  },
  paid_reference_needed: {
    vi: 'Hãy nhập mã giao dịch của ngân hàng cho khoản đã chuyển, từ 3 đến 64 ký tự.',
    en: 'Enter the bank’s number of the transfer, 3 to 64 characters.',
  },
  payment_not_awaited: {
    vi: 'Đơn này không còn chờ thanh toán. Hãy xem lại tình trạng đơn.',
    en: 'This order no longer waits for payment. Look at its state again.',
  },
  payment_method_off: {
    vi: 'Cách thanh toán này hiện không dùng được. Hãy chọn cách khác.',
    en: 'This way of paying is not available now. Choose another.',
  },
  dossier_open: {
    vi: 'Sản phẩm này đã có một hồ sơ đang làm. Hãy mở hồ sơ đó để làm tiếp.',
    en: 'This product already has a dossier on its way. Open that one and go on.',
  },
  dossier_commune_missing: {
    vi: 'Trang chủ thể chưa ghi xã, phường nên chưa biết nộp hồ sơ ở đâu. Hãy báo người vận hành bổ sung.',
    en: 'The producer’s commune is not on record, so there is nobody to submit to. Ask the operator to add it.',
  },
  dossier_set_unknown: {
    vi: 'Không có bộ sản phẩm này trong bộ tiêu chí đang dùng. Hãy chọn lại.',
    en: 'There is no such set in the criteria in force. Choose again.',
  },
  dossier_changed: {
    vi: 'Người khác vừa lưu hồ sơ này. Những gì bạn nhập vẫn còn ở dưới: hãy xem lại rồi bấm Lưu lần nữa.',
    en: 'Somebody else has just saved this dossier. What you entered is still below: look it over and save again.',
  },
  dossier_state: {
    vi: 'Hồ sơ đã sang bước khác nên không làm được việc này nữa. Hãy tải lại trang để xem bước hiện tại.',
    en: 'The dossier has moved on, so this can no longer be done. Reload the page to see where it stands.',
  },
  dossier_incomplete: {
    vi: 'Hồ sơ còn thiếu. Hãy bổ sung từng mục trong danh sách rồi làm lại.',
    en: 'The dossier is incomplete. Add each thing on the list, then try again.',
  },
  dossier_pick_invalid: {
    vi: 'Có lựa chọn không thuộc bộ tiêu chí của hồ sơ này. Hãy tải lại trang rồi chọn lại.',
    en: 'A choice does not belong to the criteria of this dossier. Reload the page and choose again.',
  },
  dossier_paper_unknown: {
    vi: 'Có giấy tờ không còn trong kho của chủ thể, hoặc đã được thay bằng bản mới. Hãy chọn lại.',
    en: 'A paper is no longer in the producer’s store or has been replaced. Choose again.',
  },
  dossier_answer_late: {
    vi: 'Đã quá hạn bổ sung. Hãy liên hệ xã để được gia hạn; hồ sơ vẫn giữ nguyên.',
    en: 'The deadline for the correction has passed. Ask the commune for a new one; the dossier stays as it is.',
  },
  dossier_deadline: {
    vi: 'Hạn bổ sung phải là một ngày sau hôm nay và không quá 90 ngày.',
    en: 'The deadline must be a day after today, at most 90 days ahead.',
  },
  dossier_return_items: {
    vi: 'Hãy nêu ít nhất một nội dung có trong hồ sơ cần bổ sung, mỗi nội dung một lần, kèm lý do cụ thể.',
    en: 'Name at least one thing of the dossier to correct, each once and with its reason.',
  },
  dossier_confirm_items: {
    vi: 'Hãy ghi số liệu và nhận xét cho từng nội dung mà xã xác nhận.',
    en: 'Give a figure and a note for each item the commune confirms.',
  },
  dossier_not_confirmed: {
    vi: 'Xã cần xác nhận đủ bốn nội dung trước khi chuyển hồ sơ lên tỉnh.',
    en: 'The commune must confirm all four items before the dossier is passed on.',
  },
  story_changed: {
    vi: 'Người khác vừa lưu câu chuyện này. Những gì bạn viết vẫn còn ở dưới: hãy xem lại rồi bấm Lưu lần nữa.',
    en: 'Somebody else has just saved this story. What you wrote is still below: look it over and save again.',
  },
  story_empty: {
    vi: 'Câu chuyện còn trống. Hãy viết vài câu rồi đăng.',
    en: 'The story is empty. Write a few sentences before publishing.',
  },
  story_not_published: {
    vi: 'Chưa có lần đăng nào để lấy lại.',
    en: 'Nothing was published that could be taken back.',
  },
  story_picture_words: {
    vi: 'Hãy ghi mỗi ảnh cho thấy gì, từ 1 đến 200 ký tự; nhiều nhất 12 ảnh.',
    en: 'Say what each picture shows, 1 to 200 characters; at most 12 pictures.',
  },
  story_picture_kind: {
    vi: 'Ảnh của câu chuyện phải là ảnh chụp (JPEG, PNG hoặc WebP), không phải tệp PDF.',
    en: 'A picture of the story must be a photo (JPEG, PNG or WebP), not a PDF.',
  },
  cart_empty: {
    vi: 'Giỏ hàng đang trống. Hãy chọn sản phẩm trước khi đặt.',
    en: 'The cart is empty. Choose a product before ordering.',
  },
  cart_changed: {
    vi: 'Giá hoặc số lượng còn lại đã thay đổi. Hãy xem lại giỏ hàng trước khi đặt.',
    en: 'A price or the stock has changed. Review the cart before ordering.',
  },
  delivery_missing: {
    vi: 'Chưa có địa chỉ giao hàng. Hãy điền địa chỉ trước khi đặt.',
    en: 'There is no delivery address yet. Fill it in before ordering.',
  },
  delivery_not_offered: {
    vi: 'Cách giao này không còn cho các sản phẩm này. Hãy chọn cách giao khác.',
    en: 'These goods cannot be delivered this way any more. Choose another way.',
  },
  method_not_offered: {
    vi: 'Cách thanh toán này không dùng được cho đơn này. Hãy chọn cách khác.',
    en: 'This order cannot be paid this way. Choose another way to pay.',
  },
  offer_unknown: {
    vi: 'Không có mã khuyến mại này. Hãy kiểm tra lại từng ký tự.',
    en: 'There is no such promotion code. Check it letter by letter.',
  },
  offers_many: {
    vi: 'Mỗi giỏ hàng dùng nhiều nhất 10 mã. Hãy bỏ bớt một mã rồi thử lại.',
    en: 'A cart takes at most 10 codes. Remove one and try again.',
  },
  place_split: {
    vi: 'Địa danh cũ này nay thuộc nhiều xã, phường. Hãy chọn nơi bạn nhận hàng.',
    en: 'This former place now belongs to several communes. Choose the one where you receive goods.',
  },
  place_unknown: {
    vi: 'Không tìm thấy địa danh cũ này trong tỉnh đã chọn. Hãy chọn xã, phường hiện nay trong danh sách.',
    en: 'This former place was not found in the chosen province. Choose today’s commune from the list.',
  },
  order_under_way: {
    vi: 'Đơn hàng đã được xác nhận hoặc đã kết thúc nên không huỷ được ở đây. Hãy liên hệ người bán.',
    en: 'The order has been confirmed or has ended, so it cannot be canceled here. Contact the seller.',
  },
  group_state: {
    vi: 'Đơn hàng không còn chờ thanh toán. Hãy tải lại trang để xem tình trạng hiện nay.',
    en: 'The order does not await payment any more. Reload the page to see where it stands.',
  },
  already_placed: {
    vi: 'Giỏ hàng này đã được đặt. Hãy xem đơn hàng qua đường dẫn đã gửi cho bạn.',
    en: 'This cart has been ordered already. See the order through the link you were given.',
  },
  idempotency_key_required: {
    vi: 'Yêu cầu đặt hàng thiếu mã chống đặt trùng. Hãy tải lại trang rồi thử lại.',
    en: 'The order request lacks its Idempotency-Key. Reload the page and try again.',
  },
  idempotency_key_reused: {
    vi: 'Mã chống đặt trùng này đã dùng cho một yêu cầu khác. Hãy tải lại trang rồi thử lại.',
    en: 'This Idempotency-Key was used for another request. Reload the page and try again.',
  },
  insufficient_inventory: {
    vi: 'Sản phẩm không còn đủ số lượng bạn chọn. Hãy giảm số lượng.',
    en: 'There is not enough stock for the quantity you chose. Choose less.',
  },
  busy: {
    vi: 'Hệ thống đang bận. Hãy thử lại sau vài giây; đơn hàng sẽ không bị đặt hai lần.',
    en: 'The shop is busy. Try again in a few seconds; nothing is ordered twice.',
  },
  too_many_requests: {
    vi: 'Bạn thao tác quá nhanh. Hãy đợi một phút rồi thử lại.',
    en: 'That was too fast. Wait a minute and try again.',
  },
  order_link_missing: {
    vi: 'Cần có đường dẫn đơn hàng đầy đủ để xem. Hãy mở đường dẫn đã nhận khi đặt hàng.',
    en: 'The full order link is needed. Open the link you received when ordering.',
  },
  order_link_wrong: {
    vi: 'Đường dẫn đơn hàng không đúng hoặc đã hết hạn.',
    en: 'The order link is wrong or has expired.',
  },
  sign_in_required: {
    vi: 'Chức năng này cần đăng nhập.',
    en: 'This needs signing in.',
  },
  use_place: {
    vi: 'Hãy đặt hàng qua bước xác nhận đơn.',
    en: 'Orders are placed through POST /store/carts/{id}/place.',
  },
  not_found: {
    vi: 'Không tìm thấy nội dung này.',
    en: 'This was not found.',
  },
  publishable_key_required: {
    vi: 'Yêu cầu thiếu mã cửa hàng (x-publishable-api-key).',
    en: 'The request lacks a valid x-publishable-api-key.',
  },
  not_allowed: {
    vi: 'Thao tác này không thực hiện được lúc này.',
    en: 'This cannot be done now.',
  },
  account_suspended: {
    vi: 'Tài khoản này đã bị tạm khóa. Hãy liên hệ ban vận hành của Sao Làng.',
    en: 'This account is suspended. Contact the operators of Sao Làng.',
  },
  producer_suspended: {
    vi: 'Chủ thể này đang tạm ngừng trên Sao Làng. Hãy liên hệ ban vận hành.',
    en: 'This producer is suspended on Sao Làng. Contact the operators.',
  },
  owner_required: {
    vi: 'Việc này cần người đứng đầu chủ thể (vai trò chủ). Hãy nhờ người đó thực hiện.',
    en: 'This is for an owner of the producer. Ask one of them to do it.',
  },
  product_not_yours: {
    vi: 'Sản phẩm được chọn không thuộc chủ thể của bạn. Hãy chọn sản phẩm trong danh sách của mình.',
    en: 'The product is not one of yours. Choose one of your own list.',
  },
  order_unknown: {
    vi: 'Có đơn hàng không có sản phẩm nào của bạn. Hãy kiểm tra lại mã đơn.',
    en: 'One of the orders holds no product of yours. Check the order numbers.',
  },
  producer_unknown: {
    vi: 'Không tìm thấy chủ thể nhận hoặc giao hàng này. Hãy chọn lại.',
    en: 'This producer is not known here. Choose another.',
  },
  evidence_unknown: {
    vi: 'Có ảnh hoặc giấy tờ chưa được tải lên, hoặc không khớp với bản đã tải. Hãy tải lại.',
    en: 'A photo or paper was not uploaded, or is not what was uploaded. Upload it again.',
  },
  journal_away: {
    vi: 'Sổ truy xuất tạm thời không trả lời. Hãy giữ lại nội dung và gửi lại sau ít phút.',
    en: 'The traceability service does not answer. Keep the entry and send it again in a few minutes.',
  },
  reason_needed: {
    vi: 'Hãy ghi lý do, để sau này ai xem lại cũng hiểu.',
    en: 'Give a reason, so that whoever looks later understands.',
  },
  labels_unclear: {
    vi: 'Hãy chọn một đoạn tem (từ số đến số) hoặc dán danh sách mã, chỉ một trong hai.',
    en: 'Name a stretch of labels (first and last) or a list of codes, one of the two.',
  },
  recall_waiting: {
    vi: 'Sổ truy xuất tạm thời không trả lời. Yêu cầu đã được giữ lại và hệ thống sẽ tự gửi; hãy xem lại sau ít phút.',
    en: 'The traceability service does not answer. The request is kept and is sent by itself; look again in a few minutes.',
  },
  report_kind: {
    vi: 'Hãy chọn loại vấn đề trong danh sách.',
    en: 'Choose a kind of problem from the list.',
  },
  report_message: {
    vi: 'Hãy kể vấn đề bằng vài lời, từ 5 đến 2.000 ký tự.',
    en: 'Describe the problem in a few words, 5 to 2,000 characters.',
  },
  report_contact: {
    vi: 'Số điện thoại hoặc email dài quá 120 ký tự.',
    en: 'The phone number or e-mail is longer than 120 characters.',
  },
  upload_expected: {
    vi: 'Hãy gửi tệp bằng biểu mẫu (multipart/form-data).',
    en: 'Send the file as a form (multipart/form-data).',
  },
  file_missing: {
    vi: 'Hãy chọn một tệp ảnh hoặc PDF.',
    en: 'Choose one photo or PDF.',
  },
  file_too_large: {
    vi: 'Tệp lớn quá 10 MB. Hãy chọn tệp nhỏ hơn.',
    en: 'The file is larger than 10 MB. Choose a smaller one.',
  },
  file_kind: {
    vi: 'Chỉ nhận ảnh JPEG, PNG, WebP hoặc giấy tờ PDF. Tệp này không phải loại đó, dù tên tệp ghi khác.',
    en: 'Only JPEG, PNG and WebP photos and PDF papers are taken. This file is none of them, whatever its name says.',
  },
  photo_heic: {
    vi: 'Ảnh HEIC chưa đọc được. Hãy chọn ảnh JPEG (trên iPhone: Cài đặt, Camera, Định dạng, Tương thích nhất).',
    en: 'HEIC photos cannot be read. Choose a JPEG (iPhone: Settings, Camera, Formats, Most Compatible).',
  },
  photo_damaged: {
    vi: 'Không đọc được ảnh này: tệp bị hỏng hoặc ảnh quá lớn. Hãy chụp hoặc chọn ảnh khác.',
    en: 'This photo cannot be read: it is damaged or far too large. Take or choose another.',
  },
  document_damaged: {
    vi: 'Không đọc được tệp PDF này. Hãy xuất lại tệp rồi tải lên.',
    en: 'This PDF cannot be read. Make it again and upload that.',
  },
  document_active: {
    vi: 'Tệp PDF có mã chạy hoặc tệp đính kèm bên trong nên không nhận. Hãy in lại thành PDF thường.',
    en: 'This PDF carries scripts or attached files. Print it to a plain PDF and upload that.',
  },
  document_locked: {
    vi: 'Tệp PDF đang đặt mật khẩu hoặc bị khóa, người xét hồ sơ sẽ không mở được. Hãy in lại thành PDF thường.',
    en: 'This PDF is locked or asks for a password, so nobody else could read it. Print it to a plain PDF and upload that.',
  },
  paper_kind_unknown: {
    vi: 'Hãy chọn loại giấy tờ trong danh sách.',
    en: 'Choose a kind of paper from the list.',
  },
  paper_number: {
    vi: 'Số giấy dài quá 80 ký tự. Hãy ghi đúng số in trên giấy.',
    en: 'The number is longer than 80 characters. Write it as it is printed on the paper.',
  },
  paper_text: {
    vi: 'Tên giấy hoặc nơi cấp dài quá 200 ký tự. Hãy viết gọn lại.',
    en: 'The title or the issuer is longer than 200 characters. Make it shorter.',
  },
  paper_day: {
    vi: 'Ngày chưa đúng. Hãy chọn một ngày có thật.',
    en: 'This is not a day of the calendar. Choose one.',
  },
  paper_issued_later: {
    vi: 'Ngày cấp đang ở tương lai. Hãy ghi ngày in trên giấy.',
    en: 'The day of issue lies in the future. Enter the day printed on the paper.',
  },
  paper_expiry_first: {
    vi: 'Ngày hết hạn đứng trước ngày cấp. Hãy xem lại hai ngày trên giấy.',
    en: 'The paper expires before it was issued. Check both days on the paper.',
  },
  paper_expiry_needed: {
    vi: 'Loại giấy này thường có hạn. Hãy ghi ngày hết hạn, hoặc chọn “Giấy không ghi ngày hết hạn”.',
    en: 'Papers of this kind usually expire. Enter the day, or tick “No expiry printed”.',
  },
  paper_expiry_twice: {
    vi: 'Đã ghi ngày hết hạn thì bỏ chọn “Giấy không ghi ngày hết hạn”.',
    en: 'With a day of expiry, untick “No expiry printed”.',
  },
  paper_area_unknown: {
    vi: 'Không tìm thấy vùng nguyên liệu này. Hãy chọn vùng trong danh sách của mình.',
    en: 'This source area is not one of yours. Choose one from your list.',
  },
  paper_file_missing: {
    vi: 'Hãy chụp ảnh giấy, hoặc chọn ảnh hay tệp PDF.',
    en: 'Take photos of the paper, or choose photos or a PDF.',
  },
  paper_photos_many: {
    vi: 'Mỗi giấy nhận nhiều nhất 20 ảnh. Giấy dài hơn, hãy quét thành một tệp PDF hoặc chia thành nhiều giấy.',
    en: 'A paper takes at most 20 photos. Scan a longer one to a PDF, or divide it into several papers.',
  },
  paper_pages_many: {
    vi: 'Tệp PDF dài quá 200 trang. Hãy tách thành từng giấy (ví dụ mỗi hợp đồng, mỗi phiếu kiểm nghiệm một tệp) rồi tải lên lần lượt.',
    en: 'The PDF is longer than 200 pages. Divide it into its papers (each contract, each test report a file) and upload them one by one.',
  },
  paper_too_large: {
    vi: 'Mỗi tệp nhận nhiều nhất 25 MB, mỗi lần gửi nhiều nhất 100 MB. Hãy quét ở 150–200 dpi, hoặc tách thành nhiều tệp.',
    en: 'A file may have 25 MB, all files of one paper 100 MB. Scan at 150–200 dpi, or divide it into several files.',
  },
  paper_mixed: {
    vi: 'Hãy gửi một tệp PDF, hoặc các ảnh chụp; không gửi lẫn hai loại hay nhiều tệp PDF một lúc.',
    en: 'Send one PDF, or photos; not both together, and not several PDFs at once.',
  },
  paper_moved: {
    vi: 'Giấy này vừa được thay hoặc rút ở nơi khác. Hãy tải lại trang để xem bản hiện tại.',
    en: 'This paper was just replaced or withdrawn elsewhere. Load the page again to see how it stands.',
  },
  personal_value: {
    vi: 'Nội dung chưa đúng. Số định danh gồm 12 chữ số; các ô khác không quá 100 ký tự.',
    en: 'This is not right. A personal number has 12 digits; other fields at most 100 characters.',
  },
  document_private: {
    vi: 'Giấy tờ PDF chỉ lưu riêng, không hiện công khai. Hãy bỏ chọn công khai.',
    en: 'PDF papers are kept private. Upload it without making it public.',
  },
  province_not_yours: {
    vi: 'Tỉnh này không thuộc phạm vi được giao của bạn.',
    en: 'This province is outside of what you were given to inspect.',
  },
  finding_invalid: {
    vi: 'Hãy chọn ít nhất một phát hiện; “không có vi phạm” không đi cùng phát hiện khác.',
    en: 'Choose at least one finding; “nothing wrong” goes with no other.',
  },
  record_key_reused: {
    vi: 'Mã biên bản này đã dùng cho một nội dung khác. Hãy lập biên bản mới.',
    en: 'This record key was used for other content. Write a new record.',
  },
  photo_unknown: {
    vi: 'Có ảnh chưa được tải lên hoặc đã thuộc một biên bản khác. Hãy tải lại ảnh.',
    en: 'A photo was not uploaded, or belongs to another record. Upload it again.',
  },
  already_closed: {
    vi: 'Biên bản này đã được kết thúc theo dõi.',
    en: 'The follow-up of this record is closed already.',
  },
  decision_invalid: {
    vi: 'Hãy chọn một kết luận trong danh sách.',
    en: 'Choose one of the findings in the list.',
  },
  alert_unknown: {
    vi: 'Không tìm thấy cảnh báo này. Hãy tải lại danh sách.',
    en: 'This alert is not known. Load the list again.',
  },
  alert_closed: {
    vi: 'Cảnh báo này đã được đóng. Hãy tải lại danh sách để xem kết luận.',
    en: 'This alert is closed already. Load the list again to see how.',
  },
  email_taken: {
    vi: 'Email này đã có tài khoản. Hãy dùng email khác.',
    en: 'There is an account with this e-mail address. Use another.',
  },
  password_invalid: {
    vi: 'Mật khẩu cần từ 12 đến 128 ký tự.',
    en: 'A password has 12 to 128 characters.',
  },
  period_invalid: {
    vi: 'Khoảng ngày chưa đúng: từ ngày trước đến ngày, không quá 366 ngày.',
    en: 'The days are not right: from before to, at most 366 days.',
  },
  no_post_today: {
    vi: 'Tài khoản này hôm nay không giữ chức vụ nào. Hãy liên hệ ban vận hành của Sao Làng để được giao chức vụ.',
    en: 'This account holds no post today. Ask the operators of Sao Làng to give you one.',
  },
  not_permitted: {
    vi: 'Chức vụ của bạn không được giao việc này. Nếu đây là việc của bạn, hãy đề nghị ban vận hành giao chức vụ phù hợp.',
    en: 'Your post does not include this task. If it is yours to do, ask the operators for the post that includes it.',
  },
  four_eyes: {
    vi: 'Người soạn thảo không được tự ký. Hãy để một người khác có thẩm quyền xem lại và ký.',
    en: 'Whoever drafted this cannot sign it. Let another person with the authority review and sign.',
  },
  post_invalid: {
    vi: 'Chức vụ này không có ở cấp hoặc địa bàn đã chọn. Chức vụ cấp xã cần tỉnh và xã, cấp tỉnh chỉ cần tỉnh, cấp bộ không có địa bàn.',
    en: 'There is no such post at this level or place. A commune’s post needs province and commune, a province’s the province alone, the ministry’s no place.',
  },
  post_days_invalid: {
    vi: 'Ngày chưa đúng. Hãy nhập ngày có thật; ngày cuối không được trước ngày đầu.',
    en: 'The days are not right. Give real days; the last one is not before the first.',
  },
  post_overlaps: {
    vi: 'Cán bộ này đã giữ chính chức vụ đó ở địa bàn đó trong những ngày này. Hãy cho thôi chức vụ cũ trước, hoặc chọn ngày khác.',
    en: 'The official holds this very post at this place on those days. End that one first, or choose other days.',
  },
  unit_name_required: {
    vi: 'Hãy nhập tên cơ quan, từ 2 đến 200 ký tự.',
    en: 'Enter the name of the office, 2 to 200 characters.',
  },
  plan_exists: {
    vi: 'Năm này đã có kế hoạch hậu kiểm. Hãy mở kế hoạch đó để sửa.',
    en: 'There is a post-inspection plan for this year already. Open that one to change it.',
  },
  plan_approved: {
    vi: 'Kế hoạch đã được phê duyệt nên không sửa được nữa. Việc phát sinh thì mở cuộc hậu kiểm đột xuất.',
    en: 'The plan is approved and cannot be changed. For anything new, open an inspection of its own.',
  },
  plan_empty: {
    vi: 'Kế hoạch chưa có sản phẩm nào. Hãy thêm sản phẩm rồi phê duyệt.',
    en: 'The plan names no product yet. Add products, then approve it.',
  },
  recognition_without_place: {
    vi: 'Công nhận này chưa ghi tỉnh nên chưa hậu kiểm được. Hãy đính chính quyết định trước.',
    en: 'This recognition names no province, so it cannot be inspected. Correct the decision first.',
  },
  five_star_ministry: {
    vi: 'Sản phẩm 5 sao do Bộ hậu kiểm. Hãy báo cơ quan cấp Bộ.',
    en: 'Products with 5 stars are inspected by the ministry. Tell its office.',
  },
  inspection_day: {
    vi: 'Ngày kiểm tra không được sau hôm nay.',
    en: 'The day of the inspection cannot be after today.',
  },
  inspection_state: {
    vi: 'Cuộc hậu kiểm đang ở bước khác nên không làm được việc này. Hãy tải lại trang.',
    en: 'The inspection is at another step, so this cannot be done. Load the page again.',
  },
  look_note_missing: {
    vi: 'Nội dung chưa đạt phải ghi rõ sai ở đâu, ít nhất 5 ký tự.',
    en: 'Say what is wrong with each look that failed, at least 5 characters.',
  },
  violation_without_look: {
    vi: 'Đã chọn hành vi vi phạm nhãn hiệu thì mục sử dụng nhãn hiệu hoặc quảng cáo phải là chưa đạt.',
    en: 'Where the mark is misused, mark use or advertising has to be marked as failed.',
  },
  violation_missing: {
    vi: 'Sử dụng nhãn hiệu chưa đạt thì phải chọn hành vi vi phạm.',
    en: 'Where mark use failed, choose how the mark was misused.',
  },
  nothing_looked_at: {
    vi: 'Chưa ghi nội dung kiểm tra nào. Hãy ghi biên bản tại chỗ rồi mới kết luận.',
    en: 'Nothing has been looked at yet. Record the inspection before concluding it.',
  },
  conclusion_day: {
    vi: 'Ngày kết luận phải từ ngày kiểm tra đến hôm nay.',
    en: 'The day of the conclusion lies between the inspection and today.',
  },
  follow_up_day: {
    vi: 'Hạn khắc phục phải sau ngày kết luận.',
    en: 'What must be mended is due after the day of the conclusion.',
  },
  new_due_day: {
    vi: 'Chỉ gia hạn khi chưa đạt, và hạn mới phải sau hôm nay.',
    en: 'Give more time only with a refusal, and until a day after today.',
  },
  follow_up_state: {
    vi: 'Yêu cầu khắc phục này đã được xử lý. Hãy tải lại trang.',
    en: 'This follow-up has been dealt with already. Load the page again.',
  },
  follow_up_open: {
    vi: 'Còn yêu cầu khắc phục chưa xong. Hãy xử lý hết rồi mới kết thúc.',
    en: 'Something still has to be mended. Settle that before closing.',
  },
  photo_known: {
    vi: 'Ảnh hoặc giấy tờ này đã có trong mục này.',
    en: 'This photo or paper is with this look already.',
  },
  record_unknown: {
    vi: 'Không tìm thấy biên bản kiểm tra này, hoặc biên bản nói về sản phẩm khác.',
    en: 'This inspector’s record is not known, or it is about another product.',
  },
  not_concluded: {
    vi: 'Chỉ đề nghị thu hồi khi cuộc hậu kiểm đã có kết luận, hoặc khi có kết luận của cơ quan khác.',
    en: 'A revocation can be proposed once the inspection is concluded, or another authority has concluded.',
  },
  authority_paper_missing: {
    vi: 'Hãy ghi số văn bản và ngày kết luận của cơ quan khác.',
    en: 'Give the number of the other authority’s paper and the day of its conclusion.',
  },
  proposal_open: {
    vi: 'Đang có đề nghị thu hồi chưa giải quyết xong cho công nhận này.',
    en: 'There is a proposal of revocation for this recognition that is not settled yet.',
  },
  proposal_state: {
    vi: 'Đề nghị thu hồi này đã chuyển sang bước khác. Hãy tải lại trang.',
    en: 'This proposal has moved on. Load the page again.',
  },
  artwork_wrong_stars: {
    vi: 'Số sao in trên mẫu khác số sao được công nhận. Hãy sửa mẫu trước khi đăng ký.',
    en: 'The stars on the artwork are not those of the recognition. Correct it before registering.',
  },
  artwork_other_product: {
    vi: 'Tên in trên mẫu không phải tên sản phẩm được công nhận. Nhãn hiệu chỉ gắn lên đúng sản phẩm đó.',
    en: 'The name on the artwork is not that of the recognised product. The mark goes on that product only.',
  },
  artwork_lapsed: {
    vi: 'Ngày bắt đầu in nằm ngoài thời hạn công nhận hạng sao.',
    en: 'The first day of use lies outside of the days on which the star is valid.',
  },
  artwork_days: {
    vi: 'Ngày ngừng in phải từ ngày bắt đầu đến hôm nay.',
    en: 'The last day of use lies between the first and today.',
  },
  artwork_ended: {
    vi: 'Mẫu này đã ghi ngày ngừng in.',
    en: 'This artwork has its last day already.',
  },
  rule_missing: {
    vi: 'Sổ quy định chưa có quy định cần dùng cho ngày này. Hãy báo ban vận hành bổ sung.',
    en: 'The rule book lacks a rule that is needed for this day. Ask the operators to add it.',
  },
  rules_refused: {
    vi: 'Có bản ghi chưa đưa vào Sổ quy định được, nên chưa ghi gì cả. Xem lỗi nêu ở từng bản ghi, sửa rồi gửi lại.',
    en: 'A record cannot be adopted, so nothing was written. See the faults named with each record, mend them and send again.',
  },
  day_invalid: {
    vi: 'Hãy nêu ngày theo dạng năm-tháng-ngày, ví dụ 2026-05-22.',
    en: 'Give the day as year-month-day, e.g. 2026-05-22.',
  },
  report_period: {
    vi: 'Kỳ báo cáo chưa đúng. Hãy nêu một tháng (ví dụ 2026-11) hoặc một năm (2026), từ năm 2018.',
    en: 'The period is not right. Give a month (2026-11) or a year (2026), from 2018 on.',
  },
  report_note_missing: {
    vi: 'Kỳ này đã nộp báo cáo. Muốn nộp bản khác, hãy ghi rõ vì sao.',
    en: 'A report for this period was handed in. To hand in another, say why.',
  },
  plan_year: {
    vi: 'Năm kế hoạch chưa đúng. Hãy nhập một năm từ 2018 đến 2099.',
    en: 'The year of the plan is not right. Enter a year from 2018 to 2099.',
  },
  plan_target: {
    vi: 'Chỉ tiêu phải là số nguyên từ 0 đến 1.000.000.',
    en: 'A target is a whole number from 0 to 1,000,000.',
  },
  plan_source: {
    vi: 'Hãy ghi văn bản giao chỉ tiêu, từ 3 đến 300 ký tự.',
    en: 'Name the document that sets the target, 3 to 300 characters.',
  },
  conflict: {
    vi: 'Có một yêu cầu khác đang xử lý cùng lúc. Hãy thử lại sau vài giây.',
    en: 'Another request is at work on the same thing. Try again in a few seconds.',
  },
  unexpected: {
    vi: 'Đã có lỗi ở phía chúng tôi. Hãy thử lại; nếu vẫn lỗi, hãy báo cho chúng tôi mã yêu cầu kèm theo.',
    en: 'Something went wrong on our side. Try again; if it stays, tell us the request id.',
  },
  validity_backwards: {
    vi: 'Ngày cuối phải từ ngày đầu trở đi. Hãy kiểm tra lại hai ngày.',
    en: 'The last day must not be before the first day. Check both days.',
  },
  extension_too_short: {
    vi: 'Ngày cuối của thời gian gia hạn phải sau ngày hết hạn của công nhận.',
    en: 'The last day of the extension must be after the day the recognition expires.',
  },
  already_suspended: {
    vi: 'Công nhận này đã bị tạm đình chỉ trong những ngày đó.',
    en: 'This recognition is already suspended on those days.',
  },
  suspension_not_open: {
    vi: 'Vào ngày đó công nhận này không bị tạm đình chỉ, hoặc đợt tạm đình chỉ vừa được chấm dứt. Hãy kiểm tra lại ngày.',
    en: 'This recognition is not suspended on that day, or the suspension has just been lifted. Check the day.',
  },
  lifting_too_early: {
    vi: 'Ngày chấm dứt phải sau ngày đầu tiên của đợt tạm đình chỉ.',
    en: 'A suspension is lifted after its first day at the earliest.',
  },
  decision_number_used: {
    vi: 'Số quyết định này đã được cơ quan đó dùng trong năm. Hãy kiểm tra lại số và ngày.',
    en: 'This authority has used this decision number in that year already. Check number and date.',
  },
  decision_number_needed: {
    vi: 'Hãy ghi số quyết định, ví dụ 15/QĐ-UBND.',
    en: 'Enter the decision number, e.g. 15/QĐ-UBND.',
  },
  decision_date_needed: { vi: 'Hãy ghi ngày quyết định có thật.', en: 'Enter a real date for the decision.' },
  decision_authority_needed: { vi: 'Hãy ghi tên cơ quan ban hành.', en: 'Enter the name of the authority.' },
  decision_basis_needed: { vi: 'Hãy ghi căn cứ pháp lý.', en: 'Enter the legal basis.' },
  decision_signatory_needed: {
    vi: 'Hãy ghi họ tên và chức vụ người ký.',
    en: 'Enter name and post of who signs.',
  },
  draft_not_open: {
    vi: 'Dự thảo đã được ký, bị bỏ hoặc vừa có người sửa. Hãy tải lại trang để xem bản mới nhất.',
    en: 'The draft has been signed, dropped or changed by somebody. Reload the page to see its latest state.',
  },
  draft_kind_rows: {
    vi: 'Nội dung các dòng không hợp với loại quyết định. Hãy kiểm tra dòng được nêu tên.',
    en: 'The rows do not fit the kind of decision. Check the named row.',
  },
  decision_date_future: {
    vi: 'Ngày quyết định không được sau hôm nay.',
    en: 'The date of the decision cannot be after today.',
  },
  decision_day_without_rules: {
    vi: 'Không có quy định nào về thẩm quyền vào ngày này. Hãy kiểm tra lại ngày quyết định.',
    en: 'No rule says who decided on that day. Check the date of the decision.',
  },
  decision_not_authorised: {
    vi: 'Vào ngày quyết định, cấp này không có thẩm quyền với hạng sao đó.',
    en: 'On the date of the decision this level had no authority over that number of stars.',
  },
  class_above_evaluation: {
    vi: 'Hạng sao cao hơn kết quả đánh giá. Hãy ghi hạng mà hội đồng đã xếp, hoặc thấp hơn.',
    en: 'The stars are above the result of the evaluation. Give the class the council found, or a lower one.',
  },
  recognition_unknown: {
    vi: 'Không có công nhận này trong sổ của địa bàn.',
    en: 'There is no such recognition on record in your area.',
  },
  recognition_named_twice: {
    vi: 'Một sản phẩm được nêu hai lần trong dự thảo. Hãy bỏ bớt một dòng.',
    en: 'A product is named twice in the draft. Remove one of the rows.',
  },
  recognition_already_revoked: {
    vi: 'Công nhận này đã bị thu hồi.',
    en: 'This recognition has been revoked already.',
  },
  revocation_ground_unknown: {
    vi: 'Hãy chọn một trong các căn cứ thu hồi theo quy định.',
    en: 'Choose one of the grounds for revocation in the rules.',
  },
  revocation_late: {
    vi: 'Đã quá thời hạn ra quyết định thu hồi kể từ ngày có kết luận. Hãy ghi lý do chậm để ký.',
    en: 'The time for revoking after the conclusion has passed. Say why it is late to sign.',
  },
  conclusion_after_decision: {
    vi: 'Ngày kết luận không được sau ngày quyết định.',
    en: 'The day of the conclusion cannot be after the date of the decision.',
  },
  extension_too_long: {
    vi: 'Thời gian gia hạn dài hơn mức quy định cho phép sau ngày hết hạn.',
    en: 'The extension is longer than the rules allow after expiry.',
  },
  import_header_missing: {
    vi: 'Không thấy các cột cần có ở dòng đầu. Hãy dùng tệp mẫu.',
    en: 'The first row does not hold the columns needed. Use the template.',
  },
  import_empty: {
    vi: 'Tệp không có dòng dữ liệu nào.',
    en: 'The file has no rows.',
  },
  import_too_many_rows: {
    vi: 'Tệp có quá 20.000 dòng. Hãy chia thành nhiều tệp.',
    en: 'The file has more than 20,000 rows. Split it.',
  },
  import_file_kind: {
    vi: 'Nội dung không phải là tệp Excel (.xlsx) hoặc CSV như tên tệp. Hãy lưu lại đúng định dạng.',
    en: 'The content is not an Excel (.xlsx) or CSV file as its name says. Save it in the right format.',
  },
  import_file_unpacks: {
    vi: 'Tệp Excel giải nén ra quá lớn nên không được đọc. Hãy xoá các trang tính và hình ảnh thừa.',
    en: 'The Excel file unpacks to too much and was not read. Remove needless sheets and pictures.',
  },
  import_file_damaged: {
    vi: 'Tệp bị hỏng nên không đọc được. Hãy mở bằng phần mềm bảng tính, lưu lại rồi gửi lại.',
    en: 'The file is damaged. Open it in a spreadsheet program, save it and send it again.',
  },
  import_not_open: {
    vi: 'Tệp còn dòng lỗi, hoặc đã được ghi vào sổ. Hãy tải lại trang để xem.',
    en: 'The file still has faulty rows or has been taken over already. Reload the page.',
  },
  import_outdated: {
    vi: 'Sổ đã có quyết định cùng số sau khi tệp được kiểm tra. Hãy gửi lại tệp để kiểm tra lại.',
    en: 'A decision with one of these numbers came on record since the file was checked. Send the file again.',
  },
  import_not_committed: {
    vi: 'Lần nhập này chưa ghi vào sổ hoặc đã được hoàn tác.',
    en: 'This import is not on record or has been undone.',
  },
  import_built_upon: {
    vi: 'Không hoàn tác được: đã có việc khác dựa trên công nhận trong lần nhập này (thu hồi, gia hạn, đính chính, gắn sản phẩm, công nhận mới hoặc dự thảo).',
    en: 'It cannot be undone: something stands on a recognition of this import (revocation, extension, correction, link, a later recognition or a draft).',
  },
  cell_empty: { vi: 'Ô này không được để trống.', en: 'This cell must not be empty.' },
  cell_too_long: { vi: 'Nội dung ô này quá dài.', en: 'This cell is too long.' },
  cell_day: {
    vi: 'Không đọc được ngày. Hãy ghi như 25/12/2024.',
    en: 'This is not a day. Write it like 25/12/2024.',
  },
  cell_day_future: { vi: 'Ngày này nằm sau hôm nay.', en: 'This day is after today.' },
  cell_expiry_before_date: {
    vi: 'Ngày hết hạn trước ngày bắt đầu hiệu lực.',
    en: 'The expiry is before the first day.',
  },
  cell_start_before_decision: {
    vi: 'Ngày bắt đầu hiệu lực trước ngày quyết định.',
    en: 'The first day is before the date of the decision.',
  },
  cell_stars: { vi: 'Hạng sao phải là 3, 4 hoặc 5.', en: 'Stars must be 3, 4 or 5.' },
  cell_points: { vi: 'Điểm phải là số từ 0 đến 100.', en: 'Points must be a number from 0 to 100.' },
  cell_points_stars: {
    vi: 'Số điểm thấp hơn mức của hạng sao này.',
    en: 'The points are below what these stars need.',
  },
  cell_set: {
    vi: 'Bộ sản phẩm phải là số từ 1 đến 26.',
    en: 'The criteria set must be a number from 1 to 26.',
  },
  cell_province: { vi: 'Không có tỉnh, thành phố này.', en: 'There is no such province or city.' },
  cell_province_outside: {
    vi: 'Tỉnh này nằm ngoài địa bàn của bạn.',
    en: 'This province is outside your area.',
  },
  cell_level: {
    vi: 'Cấp phải là huyện, tỉnh hoặc trung ương.',
    en: 'The level must be district, province or central.',
  },
  cell_level_not_authorised: {
    vi: 'Vào ngày đó, cấp này không có thẩm quyền với hạng sao này.',
    en: 'On that day this level had no authority over these stars.',
  },
  cell_authority: {
    vi: 'Không nhận ra cơ quan ban hành, hoặc cơ quan không thuộc cấp đã ghi. Hãy ghi như “UBND tỉnh Tuyên Quang”.',
    en: 'The authority is not known or not of that level. Write it like “UBND tỉnh Tuyên Quang”.',
  },
  cell_sector: { vi: 'Không có nhóm sản phẩm này.', en: 'There is no such product group.' },
  cell_rubric: {
    vi: 'Không có bộ tiêu chí này trong sổ quy định. Hãy ghi như 148/2023.',
    en: 'The rule book has no such rubric. Write it like 148/2023.',
  },
  row_twice: {
    vi: 'Sản phẩm này đã có ở một dòng trước của cùng quyết định.',
    en: 'An earlier row of the same decision has this product.',
  },
  row_number_two_dates: {
    vi: 'Cùng số quyết định và cơ quan nhưng ngày, cấp hoặc căn cứ khác với dòng trước.',
    en: 'The same number and authority, but another date, level or basis than an earlier row.',
  },
  row_number_used: {
    vi: 'Sổ đã có quyết định này với danh sách khác. Hãy kiểm tra lại số quyết định.',
    en: 'This decision is on record with another list. Check the number.',
  },
  recognition_linked: {
    vi: 'Công nhận này đã gắn với một sản phẩm đang bán.',
    en: 'This recognition is linked to a listed product already.',
  },
  register_query: {
    vi: 'Bộ lọc không đúng. Hãy chọn lại từ danh sách.',
    en: 'The filter is not right. Choose again from the list.',
  },
  evaluation_changed: {
    vi: 'Có người khác vừa xử lý việc này, hoặc bước này không còn làm được. Hãy tải lại trang để xem tình trạng mới.',
    en: 'Somebody else has just dealt with this, or the step has no place any more. Reload the page to see how things stand.',
  },
  already_received: {
    vi: 'Hồ sơ này đã được tiếp nhận vào một đợt. Hãy tải lại danh sách.',
    en: 'This dossier has been taken into a round already. Reload the list.',
  },
  dossier_not_passed_on: {
    vi: 'Hồ sơ này chưa được cấp dưới chuyển lên. Chỉ tiếp nhận được hồ sơ đã chuyển.',
    en: 'The level below has not sent this dossier on. Only what was sent can be received.',
  },
  round_not_here: {
    vi: 'Đợt đánh giá này không thuộc cấp hoặc tỉnh của hồ sơ. Hãy chọn đợt khác.',
    en: 'This round is not of the dossier’s level or province. Choose another.',
  },
  round_exists: {
    vi: 'Đợt này của năm đã có. Hãy chọn số đợt khác.',
    en: 'The year has a round of this number already. Choose another number.',
  },
  round_days: {
    vi: 'Đợt bổ sung cần hạn gửi hồ sơ và hạn họp, hạn gửi không sau hạn họp.',
    en: 'An extra round needs a last day to send and a last day to meet, in that order.',
  },
  council_exists: {
    vi: 'Số quyết định này đã dùng cho một hội đồng khác. Hãy kiểm tra lại số quyết định.',
    en: 'This decision number already founded another council. Check the number.',
  },
  council_roles: {
    vi: 'Hội đồng cần đúng một chủ tịch, một thư ký, đủ số thành viên chấm điểm, và mỗi người một vai. Hãy xem lại danh sách.',
    en: 'A council needs one chair, one secretary, enough members who score, and one role for each person. Look at the list again.',
  },
  member_not_in_place: {
    vi: 'Có người trong danh sách không giữ chức vụ tương ứng ở cấp này hôm nay. Hãy chọn người khác.',
    en: 'Somebody on the list does not hold the post for that seat at this level today. Choose another.',
  },
  agenda_empty: {
    vi: 'Hãy chọn ít nhất một hồ sơ sẵn sàng cho phiên họp.',
    en: 'Choose at least one dossier that is ready for the sitting.',
  },
  written_only_renewal: {
    vi: 'Chỉ hồ sơ đánh giá lại mới lấy ý kiến bằng văn bản. Hãy chọn họp trực tiếp hoặc bỏ hồ sơ khác khỏi danh sách.',
    en: 'Only re-evaluations are done in written opinions. Choose a meeting, or take the other dossiers off the list.',
  },
  advice_incomplete: {
    vi: 'Trước khi nộp, hãy ghi kết quả kiểm tra giấy tờ và báo cáo của tổ tư vấn.',
    en: 'Before handing in, say whether the papers are sound and write the report.',
  },
  paper_not_in_dossier: {
    vi: 'Có giấy tờ không thuộc chủ thể của hồ sơ này. Hãy chọn lại.',
    en: 'One of the papers is not of this dossier’s producer. Choose again.',
  },
  sheet_sealed: {
    vi: 'Phiếu đã nộp và được niêm phong, không sửa được nữa. Chỉ khi hội đồng mở lượt chấm lại mới có phiếu mới.',
    en: 'The sheet was handed in and is sealed; it cannot be changed. A new one comes only with another scoring round.',
  },
  sheet_not_open: {
    vi: 'Phiếu này hiện không mở để chấm. Hãy hỏi thư ký hội đồng.',
    en: 'This sheet is not open for scoring now. Ask the council’s secretary.',
  },
  score_incomplete: {
    vi: 'Còn tiêu chí chưa chọn phương án. Hãy chấm đủ mọi mục rồi nộp.',
    en: 'Some criteria have no option yet. Score them all, then hand in.',
  },
  score_outside_options: {
    vi: 'Có điểm không nằm trong các phương án của tiêu chí. Hãy chọn lại ở mục đó.',
    en: 'One score is not among the options of its criterion. Choose again there.',
  },
  stance_needed: {
    vi: 'Khi lấy ý kiến bằng văn bản, hãy chọn đồng ý hoặc đề nghị họp.',
    en: 'In written opinions, choose whether you agree or ask for a meeting.',
  },
  quorum_lost: {
    vi: 'Vắng thêm người này thì hội đồng không đủ số thành viên chấm. Hãy chờ, hoặc hoãn hồ sơ sang phiên khác.',
    en: 'Without this member the council would have no quorum. Wait, or adjourn the dossier to another sitting.',
  },
  conflict_ground: {
    vi: 'Hãy chọn lý do xung đột lợi ích trong danh sách.',
    en: 'Choose the ground of the conflict of interest from the list.',
  },
  rescore_not_asked: {
    vi: 'Chỉ mở lượt chấm lại khi điểm các thành viên chênh quá mức quy định.',
    en: 'Another round is opened only when the members’ points lie too far apart.',
  },
  rescore_needed: {
    vi: 'Điểm các thành viên chênh quá mức quy định. Hội đồng cần trao đổi và chấm lại trước khi có kết quả.',
    en: 'The members’ points lie too far apart. The council discusses and scores again before there is a result.',
  },
  written_disagreement: {
    vi: 'Ý kiến bằng văn bản chưa thống nhất. Hãy hoãn hồ sơ này và đưa vào một phiên họp trực tiếp.',
    en: 'The written opinions disagree. Adjourn this dossier and put it on the agenda of a meeting.',
  },
  nothing_to_draft: {
    vi: 'Phiên này không có kết quả từ 3 sao nào chưa vào dự thảo.',
    en: 'This sitting has no result of 3 stars or more that is not in a draft yet.',
  },
  replay_scores: {
    vi: 'Hãy nhập ngày và điểm của ít nhất một hội đồng, từ 0 đến 100.',
    en: 'Give the day and the points of at least one council, from 0 to 100.',
  },
  page_words: {
    vi: 'Tiêu đề từ 2 đến 120 ký tự, lời dẫn từ 2 đến 400 ký tự, mỗi ô một dòng, đủ cả hai thứ tiếng.',
    en: 'The title has 2 to 120 characters and the lead 2 to 400, one line each, in both languages.',
  },
  page_body: {
    vi: 'Nội dung từ 20 ký tự, đề mục bắt đầu bằng “## ” (không dùng “# ” vì đã có tiêu đề), đủ cả hai thứ tiếng.',
    en: 'The text has at least 20 characters, headings begin with “## ” (not “# ”, the title is one), in both languages.',
  },
  page_moment: {
    vi: 'Thời điểm công bố phải từ bây giờ trở đi. Để trống nếu muốn công bố ngay.',
    en: 'The moment of publishing lies from now on. Leave it empty to publish at once.',
  },
  page_changed: {
    vi: 'Vừa có người công bố một bản khác của trang này. Hãy mở lại trang, xem bản mới rồi sửa trên bản đó.',
    en: 'Somebody has just published another wording of this page. Open it again and change that one.',
  },
  review_points: {
    vi: 'Hãy chọn điểm từ 1 đến 5.',
    en: 'Choose 1 to 5 points.',
  },
  review_body: {
    vi: 'Hãy viết vài lời về sản phẩm, từ 10 đến 2.000 ký tự.',
    en: 'Say something about the product, in 10 to 2,000 characters.',
  },
  review_name: {
    vi: 'Tên hiển thị có từ 2 đến 60 ký tự; để trống nếu bạn không muốn ghi tên.',
    en: 'A name has 2 to 60 characters; leave it empty to give none.',
  },
  review_not_delivered: {
    vi: 'Đơn này chưa giao xong. Nhận hàng rồi, bạn hãy quay lại đánh giá.',
    en: 'This order has not arrived yet. Come back once you have the goods.',
  },
  review_over: {
    vi: 'Đã quá 90 ngày kể từ khi nhận hàng nên không đánh giá được nữa.',
    en: 'The goods arrived more than 90 days ago: they can no longer be reviewed.',
  },
  review_own: {
    vi: 'Người của chủ thể không đánh giá sản phẩm của chính mình.',
    en: 'People of a producer do not review its products.',
  },
  review_withdrawn: {
    vi: 'Người viết đã rút đánh giá này.',
    en: 'Its writer has taken this review back.',
  },
  review_not_shown: {
    vi: 'Đánh giá này hiện không hiển thị nên không trả lời hay báo lên sàn được.',
    en: 'This review is not shown at present, so it cannot be answered or reported.',
  },
  review_ground: {
    vi: 'Hãy chọn lý do ẩn. Chê sản phẩm không phải là lý do.',
    en: 'Choose why it is hidden. That it is unfavourable is no reason.',
  },
  review_reply: {
    vi: 'Hãy viết câu trả lời, từ 2 đến 1.000 ký tự.',
    en: 'Write the answer, in 2 to 1,000 characters.',
  },
  review_report: {
    vi: 'Hãy nói rõ đánh giá này sai ở đâu, từ 10 đến 1.000 ký tự.',
    en: 'Say what is wrong with this review, in 10 to 1,000 characters.',
  },
  sale_unknown: {
    vi: 'Không có phiếu bán nào trả bằng chuyển khoản mang số này. Hãy xem số trên hoá đơn tại quầy.',
    en: 'No sale paid by transfer has this number. Look at the receipt of the counter.',
  },
  sale_paid_before: {
    vi: 'Phiếu bán này đã khớp với một khoản khác. Khoản này có thể là khách chuyển hai lần: hãy trả lại người gửi.',
    en: 'Another line has paid this sale. The buyer may have paid twice: send this one back.',
  },
  sale_other_amount: {
    vi: 'Số tiền của phiếu bán khác số tiền đã về. Hãy xem lại số phiếu, hoặc cho trung tâm hủy phiếu và bán lại đúng tiền.',
    en: 'The sale has another amount than what arrived. Check the number, or have the centre void the sale and ring it up anew.',
  },
  stock_number: {
    vi: 'Số trong kho là số nguyên từ 0 đến 1.000.000.',
    en: 'Stock is a whole number from 0 to 1,000,000.',
  },
  stock_moved: {
    vi: 'Số trong kho vừa thay đổi vì có hàng được gửi đi hoặc nhận lại. Hãy xem số mới rồi nhập lại.',
    en: 'The number has just changed: goods were sent or came back. Look at the new one and enter it again.',
  },
  stock_reserved: {
    vi: 'Số này ít hơn số hàng khách đã đặt mà bạn chưa gói. Hãy gói hoặc hủy bớt đơn trước, rồi sửa số trong kho.',
    en: 'More than this is ordered and not packed yet. Pack or cancel orders first, then change the stock.',
  },
  complaint_kind: {
    vi: 'Hãy chọn khiếu nại về việc gì.',
    en: 'Choose what the complaint is about.',
  },
  complaint_about: {
    vi: 'Hãy ghi số đơn hàng, tên sản phẩm hoặc chủ thể trong một dòng, dưới 200 ký tự.',
    en: 'Give the order number, product or producer in one line, below 200 characters.',
  },
  complaint_name: {
    vi: 'Hãy nhập họ tên của bạn, từ 2 đến 100 ký tự.',
    en: 'Enter your name, 2 to 100 characters.',
  },
  complaint_contact: {
    vi: 'Hãy nhập thư điện tử hoặc số điện thoại để chúng tôi trả lời bạn.',
    en: 'Enter an e-mail address or phone number where we can answer you.',
  },
  complaint_message: {
    vi: 'Hãy kể sự việc, từ 10 đến 5.000 ký tự.',
    en: 'Tell what happened, in 10 to 5,000 characters.',
  },
  complaint_answer: {
    vi: 'Hãy viết câu trả lời cho người khiếu nại, từ 10 ký tự.',
    en: 'Write the answer to the person who complained, at least 10 characters.',
  },
  account_name: {
    vi: 'Hãy nhập họ tên, từ 2 đến 100 ký tự.',
    en: 'Enter your name, 2 to 100 characters.',
  },
  account_password: {
    vi: 'Mật khẩu cần từ 10 đến 128 ký tự. Một câu ngắn dễ nhớ là đủ.',
    en: 'The password needs 10 to 128 characters. A short sentence will do.',
  },
  account_consent: {
    vi: 'Hãy đọc và đánh dấu ô đồng ý; không có đồng ý này thì chưa làm được.',
    en: 'Read and tick the consent; it cannot be done without it.',
  },
  reset_owner: {
    vi: 'Chủ cơ sở tự đặt lại mật khẩu qua thư điện tử ở trang đăng nhập, hoặc nhờ đơn vị vận hành sàn.',
    en: 'Owners reset their password by e-mail on the sign-in page, or through the operator.',
  },
  reset_link: {
    vi: 'Đường dẫn đặt mật khẩu đã dùng rồi hoặc hết hạn. Hãy xin một đường dẫn mới.',
    en: 'The link for a new password has been used or has run out. Ask for a new one.',
  },
  follow_unknown: {
    vi: 'Không tìm thấy sản phẩm hoặc chủ thể này để theo dõi.',
    en: 'There is no such product or producer to follow.',
  },
  follow_too_many: {
    vi: 'Bạn đang theo dõi 200 mục, là nhiều nhất. Hãy bỏ bớt trước khi thêm.',
    en: 'You follow 200 things, which is the most. Remove some before adding.',
  },
  address_too_many: {
    vi: 'Sổ địa chỉ đã có 20 địa chỉ. Hãy xóa bớt trước khi thêm.',
    en: 'The address book holds 20 addresses. Remove one before adding.',
  },
  order_state: {
    vi: 'Đơn hàng đã sang bước khác. Hãy tải lại trang để xem đơn đang ở đâu.',
    en: 'The order has moved on. Load the page again to see where it is.',
  },
  undo_too_late: {
    vi: 'Đã quá 10 phút hoặc hàng đã gói: không rút lại được xác nhận. Nếu không giao được, hãy từ chối đơn và nêu lý do.',
    en: 'More than 10 minutes have passed or goods are packed: the confirmation stays. If you cannot deliver, refuse the order and say why.',
  },
  reason_short: {
    vi: 'Hãy nêu lý do, ít nhất 5 ký tự. Người mua sẽ đọc được.',
    en: 'Say why, in at least 5 characters. The buyer will read it.',
  },
  parcel_state: {
    vi: 'Kiện hàng đã sang bước khác. Hãy tải lại trang để xem kiện đang ở đâu.',
    en: 'The parcel has moved on. Load the page again to see where it is.',
  },
  stock_gone: {
    vi: 'Kho không còn đủ hàng đã giữ cho đơn này. Hãy kiểm tra tồn kho rồi gói lại.',
    en: 'The stock kept for this order is not there. Check the stock, then pack again.',
  },
  pack_too_many: {
    vi: 'Số lượng gói nhiều hơn số còn lại của đơn. Hãy tải lại trang và sửa số lượng.',
    en: 'That is more than is left of the order. Load the page again and correct the quantity.',
  },
  lots_short: {
    vi: 'Các lô còn hạn không đủ hàng. Hãy ghi lô mới vào sổ, hoặc gói số lượng ít hơn.',
    en: 'The lots in date do not have enough. Enter the new lot in the book, or pack fewer.',
  },
  lot_unfit: {
    vi: 'Lô này không dùng được: đã thu hồi, hết hạn, hết hàng hoặc của sản phẩm khác. Hãy chọn lô khác.',
    en: 'This lot cannot be used: it is recalled, expired, used up or of another product. Choose another.',
  },
  lot_reason_needed: {
    vi: 'Hãy nêu lý do vì sao không lấy lô hết hạn trước.',
    en: 'Say why the lot that expires first is not taken.',
  },
  code_not_yours: {
    vi: 'Mã này là của chủ thể khác. Hãy để gói này ra ngoài.',
    en: 'This code is another producer’s. Leave the package out.',
  },
  code_recalled: {
    vi: 'Gói này thuộc lô đã thu hồi. Không được gửi cho khách.',
    en: 'This package is of a recalled lot. It must not be sent.',
  },
  code_twice: {
    vi: 'Mã này đã quét trong kiện. Mỗi gói chỉ quét một lần.',
    en: 'This code is in the parcel already. Scan each package once.',
  },
  code_packed: {
    vi: 'Gói này đã nằm trong một kiện khác. Hãy lấy gói khác.',
    en: 'This package is in another parcel. Take another one.',
  },
  code_other_lot: {
    vi: 'Gói này thuộc lô khác với lô đã chọn. Hãy lấy gói của lô hết hạn trước, hoặc chọn lô khác và nêu lý do.',
    en: 'This package is of another lot than chosen. Take one of the lot that expires first, or choose the other lot and say why.',
  },
  code_too_many: {
    vi: 'Đã quét đủ số gói của hàng này. Hãy bỏ mã thừa.',
    en: 'All packages of these goods are scanned. Take the extra code out.',
  },
  tracking_no: {
    vi: 'Mã vận đơn gồm 3 đến 40 chữ và số, không có dấu cách.',
    en: 'A tracking number has 3 to 40 letters and digits, without spaces.',
  },
  request_state: {
    vi: 'Yêu cầu đã sang bước khác. Hãy tải lại trang để xem kết quả.',
    en: 'The request has moved on. Load the page again to see what became of it.',
  },
  cancel_whole: {
    vi: 'Đơn chưa giao chỉ xin hủy được cả đơn. Hãy chọn tất cả hàng trong đơn.',
    en: 'Before it is delivered an order can only be canceled whole. Choose all of its goods.',
  },
  return_reason: {
    vi: 'Hàng này không trả lại được vì lý do đã chọn. Hàng mau hỏng chỉ nhận trả khi hỏng, sai hoặc thiếu.',
    en: 'These goods cannot be returned for this reason. Perishables come back only when damaged, wrong or missing.',
  },
  return_window: {
    vi: 'Đã quá hạn trả hàng này. Bạn vẫn có thể nhắn cho người bán.',
    en: 'The time to return these goods is over. You can still write to the seller.',
  },
  return_photo: {
    vi: 'Hãy gửi ít nhất một ảnh chụp hàng, để người bán thấy vấn đề.',
    en: 'Send at least one photo of the goods, so that the seller sees what is wrong.',
  },
  return_too_many: {
    vi: 'Số lượng trả nhiều hơn số còn trả được. Hãy tải lại trang và sửa số lượng.',
    en: 'That is more than can still be returned. Load the page again and correct the quantity.',
  },
  answer_short: {
    vi: 'Hãy viết ít nhất 10 ký tự, để bên kia hiểu vì sao.',
    en: 'Write at least 10 characters, so that the other side understands why.',
  },
  decision_amount: {
    vi: 'Hãy nhập số tiền hoàn một phần, lớn hơn 0 và nhỏ hơn số được yêu cầu.',
    en: 'Give the part that goes back: above 0 and below what was asked for.',
  },
  listing_title: {
    vi: 'Tên sản phẩm có từ 3 đến 150 ký tự.',
    en: 'A product name has 3 to 150 characters.',
  },
  listing_pack: {
    vi: 'Giá là số đồng nguyên từ 1.000 đến 1 tỷ; khối lượng từ 1 đến 100.000 gam, hoặc để trống. Hãy sửa quy cách chưa đúng.',
    en: 'A price is whole đồng from 1,000 to 1 billion; a weight 1 to 100,000 grams, or empty. Correct the pack size at fault.',
  },
  listing_unchanged: {
    vi: 'Chưa có gì khác với nội dung đang hiển thị. Hãy sửa rồi gửi duyệt.',
    en: 'Nothing differs from what is shown. Change something, then submit.',
  },
  listing_waiting: {
    vi: 'Sản phẩm này đã có một thay đổi chờ duyệt. Hãy rút lại thay đổi đó nếu muốn gửi nội dung khác.',
    en: 'A change of this product is under review. Withdraw it to submit another.',
  },
  listing_changed: {
    vi: 'Sản phẩm vừa được sửa ở nơi khác. Những gì bạn viết vẫn còn ở dưới: hãy xem lại rồi gửi lần nữa.',
    en: 'The product was just changed elsewhere. What you wrote is still below: look it over and submit again.',
  },
  listing_change_state: {
    vi: 'Thay đổi này đã được duyệt, trả lại hoặc rút. Hãy tải lại trang.',
    en: 'This change has been approved, sent back or withdrawn. Load the page again.',
  },
  listing_outdated: {
    vi: 'Sản phẩm đã đổi từ khi thay đổi này được gửi nên không duyệt được. Hãy trả lại để chủ thể gửi mới.',
    en: 'The product has changed since this was submitted, so it cannot be approved. Send it back for a new one.',
  },
  proposals_too_many: {
    vi: 'Đang có 100 bản nháp và bản chờ duyệt. Hãy bỏ bớt bản không dùng rồi thêm sản phẩm mới.',
    en: 'There are 100 drafts and proposals already. Give up some before you add another product.',
  },
  listing_proposal_state: {
    vi: 'Bản này đã sang bước khác nên không làm việc này được nữa. Hãy tải lại trang để xem.',
    en: 'This proposal has moved on, so this cannot be done any more. Load the page again.',
  },
  proposal_changed: {
    vi: 'Có người vừa lưu bản này ở nơi khác. Hãy tải lại trang, xem bản mới rồi sửa tiếp.',
    en: 'Somebody has saved this elsewhere. Load the page again and go on from there.',
  },
  proposal_gaps: {
    vi: 'Chưa gửi duyệt được: còn mục bỏ trống hoặc chưa đúng. Hãy xem các mục được đánh dấu.',
    en: 'Not handed in: something is missing or wrong. Look at the fields that are marked.',
  },
  sku_taken: {
    vi: 'Một mã hàng đã được dùng cho sản phẩm khác. Hãy đổi mã, hoặc để trống để sàn tự đặt.',
    en: 'One of the codes belongs to another product. Change it, or leave it empty and one is made.',
  },
  pack_title_taken: {
    vi: 'Sản phẩm đã có quy cách cùng tên. Hãy đặt tên khác cho quy cách mới.',
    en: 'The product has a pack size of this name. Give the new one another name.',
  },
  set_parts: {
    vi: 'Bộ quà chỉ gồm các quy cách lẻ đang bán của chính bạn. Hãy chọn lại các món trong bộ.',
    en: 'A gift set holds single pack sizes that you sell yourself. Choose its parts again.',
  },
  listing_options: {
    vi: 'Sản phẩm này được khai nhiều tùy chọn nên chưa thêm quy cách tại đây được. Hãy nhờ quản trị sàn thêm giúp.',
    en: 'This product has several options, so pack sizes cannot be added here. Ask the operator to add them.',
  },
  preorder_days: {
    vi: 'Hàng đặt trước cần ngày bắt đầu thu hoạch từ ngày mai trở đi và ngày kết thúc trong vòng 400 ngày tới. Hãy sửa lại ngày.',
    en: 'Goods ordered ahead need a harvest that begins tomorrow or later and ends within 400 days. Correct the days.',
  },
  preorder_early: {
    vi: 'Có món đặt trước chưa đến ngày thu hoạch nên chưa đóng gói được. Hãy để số lượng món đó là 0 và gửi các món khác trước.',
    en: 'Something was ordered ahead of a harvest that has not begun. Leave its quantity at 0 and send the rest first.',
  },
  listing_file_faulty: {
    vi: 'Tệp còn lỗi nên chưa làm gì. Hãy sửa các ô được nêu rồi gửi lại tệp.',
    en: 'The file has faults, so nothing was done. Correct the cells that are named and send it again.',
  },
  listing_file_empty: {
    vi: 'Tệp giống hệt những gì đang bán nên không có gì để làm.',
    en: 'The file says what is on sale already: there is nothing to do.',
  },
  shop_not_set_up: {
    vi: 'Chợ chưa có kênh bán hoặc kho nên chưa đưa sản phẩm lên được. Hãy hoàn tất cài đặt trước.',
    en: 'The shop has no channel or stock location yet, so nothing can be listed. Finish setting it up first.',
  },
  listing_hidden: {
    vi: 'Sản phẩm này đang do sàn ẩn. Hãy hỏi quản trị sàn.',
    en: 'The platform has taken this product off sale. Ask the operator.',
  },
  message_text: {
    vi: 'Hãy viết tin nhắn, nhiều nhất 2.000 ký tự.',
    en: 'Write a message of at most 2,000 characters.',
  },
  message_unpaid: {
    vi: 'Người bán thấy đơn sau khi bạn thanh toán. Thanh toán xong, bạn nhắn được ngay.',
    en: 'The seller sees the order once it is paid. You can write as soon as you have paid.',
  },
  message_over: {
    vi: 'Đơn đã kết thúc quá 180 ngày nên không nhắn được nữa. Nếu còn vướng mắc, hãy gửi khiếu nại cho sàn.',
    en: 'The order ended more than 180 days ago: messages are closed. If something is still wrong, send the site a complaint.',
  },
  message_too_many: {
    vi: 'Mỗi bên gửi được nhiều nhất 20 tin trong một giờ cho một đơn. Hãy đợi một lúc rồi gửi lại tin này.',
    en: 'Each side may send at most 20 messages an hour about an order. Wait a while, then send this one again.',
  },
  message_ground: {
    vi: 'Hãy chọn lý do ẩn tin nhắn. Than phiền không phải là lý do.',
    en: 'Choose why the message is hidden. That it complains is no reason.',
  },
  stay_not_in_cart: {
    vi: 'Chỗ nghỉ và chuyến tham quan không mua qua giỏ hàng. Hãy mở trang sản phẩm và bấm “Hỏi đặt chỗ” để hỏi chủ nhà.',
    en: 'Stays and tours are not bought through the cart. Open the product’s page and ask the host there.',
  },
  stay_days: {
    vi: 'Hãy chọn ngày đến và ngày về có thật trên lịch.',
    en: 'Choose a day of arrival and a day of leaving that exist.',
  },
  stay_from_past: {
    vi: 'Ngày này đã qua. Hãy chọn từ hôm nay trở đi.',
    en: 'This day is past. Choose today or later.',
  },
  stay_too_far: {
    vi: 'Chỉ chọn được ngày trong vòng 365 ngày tới.',
    en: 'Only days within the next 365 can be chosen.',
  },
  stay_to_before: {
    vi: 'Ngày cuối phải bằng hoặc sau ngày đầu.',
    en: 'The last day must be the first one or later.',
  },
  stay_too_long: {
    vi: 'Mỗi lần hỏi được tối đa 30 đêm. Ở lâu hơn, hãy gọi thẳng cho chủ nhà.',
    en: 'At most 30 nights can be asked for at once. Call the host for more.',
  },
  stay_guests: {
    vi: 'Hãy ghi số khách: ít nhất 1 người lớn, cả đoàn không quá 200 người.',
    en: 'Give the number of guests: at least 1 adult, 200 people in all at most.',
  },
  stay_name: {
    vi: 'Hãy ghi tên để chủ nhà biết xưng hô, từ 2 đến 80 ký tự.',
    en: 'Give a name for the host to call you by, in 2 to 80 characters.',
  },
  stay_contact: {
    vi: 'Hãy ghi số điện thoại hoặc thư điện tử, ít nhất một trong hai, để chủ nhà trả lời bạn.',
    en: 'Give a phone number or an e-mail address, at least one of them, so that the host can answer.',
  },
  stay_note: {
    vi: 'Lời nhắn dài tối đa 1.000 ký tự.',
    en: 'The note has at most 1,000 characters.',
  },
  stay_consent: {
    vi: 'Hãy đánh dấu đồng ý chuyển cách liên hệ cho chủ nhà; nếu không, chủ nhà không trả lời được bạn.',
    en: 'Please agree that your contact is handed to the host, who could not answer you otherwise.',
  },
  stay_closed: {
    vi: 'Chủ nhà không nhận thêm khách, hoặc không đủ chỗ cho đoàn của bạn, trong những ngày này. Hãy chọn ngày khác hoặc bớt khách.',
    en: 'The host takes nobody more, or not so many, on these days. Choose other days or fewer guests.',
  },
  stay_state: {
    vi: 'Lượt hỏi này không còn ở bước đó. Hãy tải lại trang để xem tình trạng mới.',
    en: 'This enquiry is no longer at that step. Reload the page to see how it stands.',
  },
  stay_not_over: {
    vi: 'Chưa đến ngày để ghi việc này. Ghi “đã đón” từ ngày khách về, “không đến” từ ngày khách hẹn đến.',
    en: 'It is too early for this. A stay is done from its last day on, missed from its first.',
  },
  stay_not_taken: {
    vi: 'Nơi này hiện không nhận khách qua Sao Làng.',
    en: 'This place takes no guests through Sao Làng at present.',
  },
  stay_full: {
    vi: 'Không còn đủ chỗ cho số khách này trong những ngày đó. Khách khác đã nhận chỗ trước, hoặc chủ nhà đã đóng lịch.',
    en: 'There is no longer room for so many guests on these days: others were first, or the host has closed them.',
  },
  stay_offer_changed: {
    vi: 'Chủ nhà vừa báo lại. Hãy xem giá và điều kiện mới rồi nhận lời.',
    en: 'The host has just changed the offer. Look at it again before you accept.',
  },
  stay_price: {
    vi: 'Hãy ghi giá cho cả đoàn và cả chuyến, bằng số nguyên đồng, ví dụ 1.200.000.',
    en: 'Give the price for everybody and all days in whole đồng, such as 1.200.000.',
  },
  stay_included: {
    vi: 'Hãy ghi giá đã gồm những gì, từ 2 đến 1.000 ký tự.',
    en: 'Say what the price includes, in 2 to 1,000 characters.',
  },
  stay_words: {
    vi: 'Lời nhắn cho khách dài tối đa 1.000 ký tự.',
    en: 'Your words to the guests have at most 1,000 characters.',
  },
  stay_until: {
    vi: 'Ngày cuối để khách nhận lời phải từ hôm nay đến ngày khách đến.',
    en: 'The last day to accept lies between today and the day of arrival.',
  },
  stay_reason: {
    vi: 'Hãy nói lý do cho khách hiểu, từ 5 đến 500 ký tự.',
    en: 'Tell the guests why, in 5 to 500 characters.',
  },
  stay_capacity: {
    vi: 'Hãy ghi số khách mỗi ngày bằng số nguyên, nhiều nhất 1.000.',
    en: 'Give the guests a day as a whole number, 1,000 at most.',
  },
  shop_closed: {
    vi: 'Điểm bán này đã đóng nên không nhận hàng nữa. Hãy chọn điểm bán khác, hoặc mở lại điểm bán trước.',
    en: 'This shop is closed and takes no more goods. Choose another, or open it again first.',
  },
  fair_name: {
    vi: 'Hãy nhập tên hội chợ, từ 3 đến 120 ký tự.',
    en: 'Enter the name of the fair, 3 to 120 characters.',
  },
  fair_place: {
    vi: 'Hãy nhập nơi tổ chức, từ 2 đến 200 ký tự, ví dụ Quảng trường trung tâm.',
    en: 'Enter the venue, 2 to 200 characters.',
  },
  fair_days: {
    vi: 'Ngày cuối phải từ ngày đầu trở đi và hội chợ không kéo dài quá ba tháng. Hãy chọn lại.',
    en: 'The last day cannot be before the first, and a fair lasts three months at most. Choose again.',
  },
  fair_past: {
    vi: 'Ngày cuối của hội chợ đã qua. Hãy sửa lại ngày trước.',
    en: 'The last day of the fair is over. Correct its days first.',
  },
  fair_exists: {
    vi: 'Trung tâm đã có hội chợ cùng tên bắt đầu ngày này. Hãy mở hội chợ đó, hoặc đặt tên khác.',
    en: 'The centre has a fair of that name from that day on. Open that one, or choose another name.',
  },
  fair_state: {
    vi: 'Hội chợ đã đóng, đã hủy hoặc vừa đổi tình trạng. Hãy tải lại trang để xem hiện nay thế nào.',
    en: 'The fair is closed, cancelled or has just changed. Load the page again to see where it stands.',
  },
  fair_reason: {
    vi: 'Hãy ghi lý do hủy, từ 3 đến 500 ký tự. Lý do hiện trên trang công khai của hội chợ.',
    en: 'Say why it is called off, 3 to 500 characters. Everybody reads it on the fair’s page.',
  },
  fair_no_booth: {
    vi: 'Hội chợ chưa có gian hàng nào nên chưa mở được. Hãy thêm gian hàng trước.',
    en: 'The fair has no booth yet. Add one before you open it.',
  },
  fair_goods_left: {
    vi: 'Chưa đóng được hội chợ: có gian hàng còn hàng chưa trả hoặc lần bán chưa chốt. Hãy trả hàng và chốt quầy của các gian nêu dưới đây.',
    en: 'The fair cannot be closed: a booth still holds goods or sales that were not counted. Return the goods and close the tills named below.',
  },
  fair_booth_unnamed: {
    vi: 'Hãy nhập tên gian hàng, tối đa 60 ký tự, ví dụ Gian A12.',
    en: 'Enter the name of the booth, 60 characters at most.',
  },
  fair_booth_name: {
    vi: 'Hội chợ đã có gian hàng mang tên này. Hãy đặt tên khác.',
    en: 'The fair has a booth of that name. Choose another.',
  },
  fair_booth_used: {
    vi: 'Gian hàng này đã nhận hàng nên không xóa được. Gian sẽ đóng cùng hội chợ.',
    en: 'Goods went through this booth, so it cannot be removed. It closes with the fair.',
  },
  fair_no_agreement: {
    vi: 'Thoả thuận bán hộ với chủ thể của hàng này không có hiệu lực suốt hội chợ. Hãy ký thoả thuận đủ các ngày trước.',
    en: 'The agreement with the producer of these goods does not cover all days of the fair. Agree on all of them first.',
  },
  fair_entry_twice: {
    vi: 'Gian hàng đã có sản phẩm với quy cách này. Hãy sửa dòng đã có.',
    en: 'The booth has these goods already. Change that line.',
  },
  fair_price: {
    vi: 'Giá là số đồng từ 1 đến 1 tỷ. Hãy nhập lại, hoặc để trống nếu hỏi giá tại gian hàng.',
    en: 'A price is whole đồng from 1 to 1 billion. Enter it again, or leave it empty to be asked at the booth.',
  },
  fair_position: {
    vi: 'Thứ tự là số từ 1 đến 9999. Hãy nhập lại.',
    en: 'The order is a number from 1 to 9999. Enter it again.',
  },
  supply_retailer: {
    vi: 'Hãy nhập tên bên mua, từ 2 đến 200 ký tự.',
    en: 'Enter the name of the retailer, 2 to 200 characters.',
  },
  supply_tax_code: {
    vi: 'Mã số thuế của bên mua chưa đúng. Hãy nhập 10 số, 13 số của chi nhánh, hoặc 12 số định danh của hộ kinh doanh.',
    en: 'The retailer’s tax code is not right. Enter 10 digits, 13 of a branch, or the 12 of a household.',
  },
  supply_signed_on: {
    vi: 'Ngày ký chưa đúng. Hãy chọn lại, hoặc để trống nếu hợp đồng chưa ký.',
    en: 'The day of signing is not right. Choose again, or leave it empty while the contract is not signed.',
  },
  supply_days: {
    vi: 'Ngày cuối của hợp đồng phải từ ngày đầu trở đi. Hãy chọn lại.',
    en: 'The last day of a contract cannot be before its first. Choose again.',
  },
  supply_number_taken: {
    vi: 'Đã có hợp đồng mang số này với bên mua đó. Hãy mở hợp đồng đó, hoặc kiểm tra lại số.',
    en: 'There is a contract of that number with this retailer. Open that one, or check the number.',
  },
  supply_seller: {
    vi: 'Chủ thể này chưa từng có thoả thuận với trung tâm nên không đứng bán được. Hãy chọn lại.',
    en: 'This producer never had an agreement with the centre, so it cannot be the seller. Choose another.',
  },
  supply_other_producer: {
    vi: 'Bên bán là một chủ thể nên hợp đồng chỉ ghi hàng của chủ thể đó.',
    en: 'The seller is a producer, so the contract holds its own goods alone.',
  },
  supply_state: {
    vi: 'Hợp đồng không còn ở bước đó. Hãy tải lại trang để xem hiện nay thế nào.',
    en: 'The contract is past that step. Load the page again to see where it stands.',
  },
  supply_signed: {
    vi: 'Hợp đồng đã có hiệu lực nên chỉ sửa được người liên hệ và ghi chú. Thay đổi khác cần một hợp đồng mới.',
    en: 'The contract is in force: only whom to ask and the note can be changed. Anything else needs a new one.',
  },
  supply_unsigned: {
    vi: 'Hãy ghi số hợp đồng và ngày ký trước khi đưa hợp đồng vào thực hiện.',
    en: 'Enter the number and the day of signing before the contract is put in force.',
  },
  supply_no_line: {
    vi: 'Hợp đồng chưa có dòng hàng nào. Hãy thêm hàng trước.',
    en: 'The contract holds no goods yet. Add some first.',
  },
  supply_line_twice: {
    vi: 'Hợp đồng đã có sản phẩm với quy cách này. Hãy bỏ dòng đã có rồi thêm lại.',
    en: 'The contract holds these goods already. Take that line out and add it anew.',
  },
  supply_quantity: {
    vi: 'Số lượng là số nguyên từ 1 đến 10 triệu. Hãy nhập lại.',
    en: 'A quantity is a whole number from 1 to 10 million. Enter it again.',
  },
  supply_unit: {
    vi: 'Hãy nhập đơn vị tính, ví dụ hộp, túi, kg.',
    en: 'Enter the unit, for example box, bag, kg.',
  },
  supply_price: {
    vi: 'Giá là số đồng từ 1 đến 1 tỷ cho một đơn vị. Hãy nhập lại.',
    en: 'A price is whole đồng from 1 to 1 billion for one unit. Enter it again.',
  },
  supply_day_ahead: {
    vi: 'Ngày giao chưa đến. Hãy ghi lần giao khi hàng đã giao.',
    en: 'That day is still to come. Note a delivery once it was made.',
  },
  supply_day_outside: {
    vi: 'Ngày giao phải nằm trong thời hạn của hợp đồng. Hãy chọn lại.',
    en: 'A delivery is made on a day of the contract. Choose again.',
  },
  supply_lot: {
    vi: 'Lô này không có trong sổ của chủ thể, đang bị thu hồi, hoặc đã quá hạn vào ngày giao. Hãy chọn lại.',
    en: 'This lot is not in the producer’s book, is recalled, or was past its date. Choose again.',
  },
  supply_reason: {
    vi: 'Hãy ghi lý do, từ 3 đến 500 ký tự.',
    en: 'Say why, in 3 to 500 characters.',
  },
} as const

export type ErrorCode = keyof typeof MESSAGES
export type MessageLanguage = 'vi' | 'en'

/** True for a code of ours. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(MESSAGES, value)
}

/** The sentence for a code in a language. */
export function messageFor(code: ErrorCode, language: MessageLanguage): string {
  return MESSAGES[code][language]
}

/** English when the caller prefers it over Vietnamese, else Vietnamese. In: the `Accept-Language` header. */
export function languageOf(acceptLanguage: string | undefined): MessageLanguage {
  const first = (acceptLanguage ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase().slice(0, 2))
    .find((tag) => tag === 'vi' || tag === 'en')
  return first === 'en' ? 'en' : 'vi'
}
