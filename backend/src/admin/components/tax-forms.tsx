import { orNull, percentPoints, useForm, wholeNumber } from '../use-form'
import { ChoiceField } from './choice-field'
import { FormBox } from './form-box'
import { LineField } from './line-field'

const TAXES = [
  ['vat', 'Thuế GTGT'],
  ['pit', 'Thuế TNCN'],
] as const
const CATEGORIES = [
  ['goods', 'Hàng hóa'],
  ['service', 'Dịch vụ'],
  ['transport', 'Vận tải'],
] as const

/** A rate of withheld tax from a day on; the one before ends the day before and stays on record. */
export function NewWithholdingRate() {
  const form = useForm({
    empty: { tax: 'vat', category: 'goods', percent: '', from: '', source: '' },
    path: '/withholding-rates',
    refresh: '/withholding-rates',
    toBody: ({ tax, category, percent, from, source }) => ({
      tax,
      category,
      basisPoints: percentPoints(percent),
      from,
      source,
    }),
  })
  const { typed, set } = form
  return (
    <FormBox
      title="Đặt tỷ lệ khấu trừ mới"
      button="Đặt tỷ lệ"
      done="Tỷ lệ mới áp dụng từ ngày đã ghi; tỷ lệ trước hết hạn vào hôm trước đó."
      form={form}
    >
      <ChoiceField
        id="rate-tax"
        label="Sắc thuế"
        placeholder="Chọn"
        choices={TAXES}
        value={typed.tax}
        onChange={set('tax')}
      />
      <ChoiceField
        id="rate-category"
        label="Loại"
        placeholder="Chọn"
        choices={CATEGORIES}
        value={typed.category}
        onChange={set('category')}
      />
      <LineField
        id="rate-percent"
        label="Tỷ lệ (%)"
        inputMode="decimal"
        value={typed.percent}
        onChange={set('percent')}
        required
      />
      <LineField id="rate-from" label="Từ ngày" type="date" value={typed.from} onChange={set('from')} required />
      <LineField
        id="rate-source"
        label="Căn cứ (văn bản, điều, khoản)"
        value={typed.source}
        onChange={set('source')}
        required
      />
    </FormBox>
  )
}

/** What was paid to the tax office of what is held. */
export function RemitTax() {
  const form = useForm({
    empty: { month: '', tax: 'vat', amount: '', reference: '' },
    path: '/withheld-tax/remit',
    refresh: '/ledger',
    toBody: ({ month, tax, amount, reference }) => ({ month, tax, amount: wholeNumber(amount), reference }),
  })
  const { typed, set } = form
  return (
    <FormBox
      title="Ghi thuế đã nộp vào ngân sách"
      button="Ghi đã nộp"
      done="Đã ghi vào sổ cái. Ghi lại cùng số giấy nộp tiền thì sổ không đổi."
      form={form}
    >
      <LineField
        id="remit-month"
        label="Thuế của tháng"
        type="month"
        value={typed.month}
        onChange={set('month')}
        required
      />
      <ChoiceField
        id="remit-tax"
        label="Sắc thuế"
        placeholder="Chọn"
        choices={TAXES}
        value={typed.tax}
        onChange={set('tax')}
      />
      <LineField
        id="remit-amount"
        label="Số tiền (đ)"
        inputMode="numeric"
        value={typed.amount}
        onChange={set('amount')}
        required
      />
      <LineField
        id="remit-reference"
        label="Số giấy nộp tiền"
        value={typed.reference}
        onChange={set('reference')}
        required
      />
    </FormBox>
  )
}

/** How long a delivered order waits for its payout, and the least that is sent, from a day on. */
export function NewPayoutSetting() {
  const form = useForm({
    empty: { from: '', holdDays: '', minAmount: '', note: '' },
    path: '/payout-settings',
    refresh: '/payout-settings',
    toBody: ({ from, holdDays, minAmount, note }) => ({
      from,
      holdDays: wholeNumber(holdDays),
      minAmount: wholeNumber(minAmount) ?? 0,
      note: orNull(note),
    }),
  })
  const { typed, set } = form
  return (
    <FormBox
      title="Đổi thời gian chờ chi trả"
      button="Đặt từ ngày này"
      done="Thời gian chờ mới áp dụng từ ngày đã ghi."
      form={form}
    >
      <LineField id="setting-from" label="Từ ngày" type="date" value={typed.from} onChange={set('from')} required />
      <LineField
        id="setting-days"
        label="Số ngày chờ sau khi giao"
        inputMode="numeric"
        value={typed.holdDays}
        onChange={set('holdDays')}
        required
      />
      <LineField
        id="setting-least"
        label="Ít nhất mỗi lần (đ)"
        inputMode="numeric"
        value={typed.minAmount}
        onChange={set('minAmount')}
      />
      <LineField id="setting-note" label="Ghi chú" value={typed.note} onChange={set('note')} />
    </FormBox>
  )
}
