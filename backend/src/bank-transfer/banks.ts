/** Short names of banks by their NAPAS number (BIN), as their customers know them. */
const BANKS: Readonly<Record<string, string>> = {
  '970400': 'SaigonBank',
  '970403': 'Sacombank',
  '970405': 'Agribank',
  '970407': 'Techcombank',
  '970409': 'Bac A Bank',
  '970412': 'PVcomBank',
  '970415': 'VietinBank',
  '970416': 'ACB',
  '970418': 'BIDV',
  '970419': 'NCB',
  '970422': 'MB',
  '970423': 'TPBank',
  '970424': 'Shinhan Bank',
  '970425': 'ABBANK',
  '970426': 'MSB',
  '970427': 'VietABank',
  '970428': 'Nam A Bank',
  '970429': 'SCB',
  '970430': 'PGBank',
  '970431': 'Eximbank',
  '970432': 'VPBank',
  '970433': 'VietBank',
  '970436': 'Vietcombank',
  '970437': 'HDBank',
  '970438': 'BaoViet Bank',
  '970440': 'SeABank',
  '970441': 'VIB',
  '970443': 'SHB',
  '970446': 'Co-opBank',
  '970448': 'OCB',
  '970449': 'LPBank',
  '970452': 'KienlongBank',
  '970454': 'BVBank',
  '970457': 'Woori Bank',
  '970458': 'UOB',
}

/** No bank has this number: the account of a trial shop stands under it, so that nobody can pay a stranger by mistake. */
export const SAMPLE_BIN = '999999'

/** Banks to choose from, by name. */
export const BANK_CHOICES: readonly { bin: string; name: string }[] = Object.entries(BANKS)
  .map(([bin, name]) => ({ bin, name }))
  .sort((a, b) => a.name.localeCompare(b.name, 'vi'))

/** The name of a bank; its number when it is none we know. */
export function bankName(bin: string): string {
  return bin === SAMPLE_BIN ? 'Ngân hàng minh họa' : (BANKS[bin] ?? bin)
}

/** True for a bank an account may be named at. */
export function isBank(bin: string): boolean {
  return Object.hasOwn(BANKS, bin)
}
