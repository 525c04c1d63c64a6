import { MedusaError } from '@medusajs/framework/utils'

/** A transfer to an account of a Vietnamese bank. */
export interface Transfer {
  /** NAPAS number of the receiving bank, 6 digits. */
  bin: string
  /** 1 to 19 letters and digits. */
  account: string
  /** Whole đồng above 0; null leaves it to the payer. */
  amount: number | null
  /** What the transfer says, 1 to 25 characters of ASCII: banks cut or change everything else. */
  purpose: string
}

/** NAPAS's application identifier and its service "to an account" (VietQR: EMVCo QRCPS merchant-presented mode, object 38). */
const NAPAS = 'A000000727'
const TO_ACCOUNT = 'QRIBFTTA'
const DONG = '704'

/**
 * The text of a VietQR code, which every Vietnamese banking app reads: EMVCo QRCPS merchant-presented mode 1.1 with NAPAS's objects.
 * Throws INVALID_DATA for what the format cannot carry.
 */
export function vietQr({ bin, account, amount, purpose }: Transfer): string {
  demand(/^[0-9]{6}$/.test(bin), 'A bank’s number has 6 digits.')
  demand(/^[0-9A-Za-z]{1,19}$/.test(account), 'An account has 1 to 19 letters and digits.')
  demand(/^[0-9A-Za-z -]{1,25}$/.test(purpose) && purpose.trim() === purpose, 'A purpose has 1 to 25 plain characters.')
  demand(
    amount === null || (Number.isSafeInteger(amount) && amount > 0 && String(amount).length <= 13),
    'An amount is a whole number of đồng above 0.',
  )
  const receiver = object('00', bin) + object('01', account)
  const body = [
    object('00', '01'),
    // 12: made for one payment; 11: may be used again.
    object('01', amount === null ? '11' : '12'),
    object('38', object('00', NAPAS) + object('01', receiver) + object('02', TO_ACCOUNT)),
    object('53', DONG),
    ...(amount === null ? [] : [object('54', String(amount))]),
    object('58', 'VN'),
    object('62', object('08', purpose)),
    '6304',
  ].join('')
  return body + crc16(body)
}

function demand(holds: boolean, otherwise: string): void {
  if (!holds) throw new MedusaError(MedusaError.Types.INVALID_DATA, otherwise)
}

/** Number, length in two digits, value (EMVCo QRCPS 3.1). */
function object(id: string, value: string): string {
  return `${id}${String(value.length).padStart(2, '0')}${value}`
}

/** CRC-16 of ISO/IEC 13239 with polynomial 1021 and initial value FFFF (EMVCo QRCPS 4.7.3), 4 hexadecimal digits. In: ASCII. */
export function crc16(text: string): string {
  let crc = 0xffff
  for (const byte of Buffer.from(text, 'latin1')) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}
