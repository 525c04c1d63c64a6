import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import {
  type CertificatePaper,
  certificatePdf,
  type DecisionPaper,
  decisionPdf,
} from '@sao-lang/traceability/exports/decision-pdf'
import { readableDay } from '../calendar/vietnam-moment'
import { environment } from '../env'
import { ApiError } from '../http/api-error'
import { cachePublicly } from '../http/cache-headers'
import type { DecisionChange, DecisionKind } from '../modules/recognition/rows'
import { type DecisionView, readDecision } from './read-decision'
import type { RegisterEntry } from './register'

const TITLES: Readonly<Record<DecisionKind, string>> = {
  recognition: 'QUYẾT ĐỊNH\nCông nhận hạng sao sản phẩm OCOP',
  revocation: 'QUYẾT ĐỊNH\nThu hồi công nhận hạng sao sản phẩm OCOP',
  suspension: 'QUYẾT ĐỊNH\nTạm đình chỉ công nhận hạng sao sản phẩm OCOP',
  lifting: 'QUYẾT ĐỊNH\nChấm dứt tạm đình chỉ công nhận hạng sao sản phẩm OCOP',
  extension: 'QUYẾT ĐỊNH\nGia hạn công nhận hạng sao sản phẩm OCOP',
  correction: 'QUYẾT ĐỊNH\nĐính chính công nhận hạng sao sản phẩm OCOP',
}

const SENTENCES: Readonly<Record<DecisionKind, string>> = {
  recognition: 'Công nhận kết quả đánh giá, phân hạng cho các sản phẩm có tên trong danh sách sau:',
  revocation: 'Thu hồi công nhận hạng sao của các sản phẩm có tên trong danh sách sau:',
  suspension: 'Tạm đình chỉ công nhận hạng sao của các sản phẩm có tên trong danh sách sau:',
  lifting: 'Chấm dứt tạm đình chỉ công nhận hạng sao của các sản phẩm có tên trong danh sách sau:',
  extension: 'Gia hạn công nhận hạng sao của các sản phẩm có tên trong danh sách sau:',
  correction: 'Đính chính nội dung công nhận hạng sao của các sản phẩm có tên trong danh sách sau:',
}

const NOTICE =
  'Bản thể hiện nội dung quyết định trong sổ của Sao Làng, không thay bản gốc do cơ quan ban hành ký. Sao Làng không phải cơ quan cấp. Kiểm tra tại:'

const CHANGE_WORDS: Readonly<Record<DecisionChange['change'], string>> = {
  revoked: 'Thu hồi từ',
  suspended: 'Tạm đình chỉ từ',
  lifted: 'Chấm dứt tạm đình chỉ từ',
  extended: 'Gia hạn từ',
  corrected: 'Đính chính từ',
}

const COLUMN_WORDS: Readonly<Record<string, string>> = {
  product_name: 'tên sản phẩm',
  producer_name: 'chủ thể',
  product_code: 'mã sản phẩm',
  points: 'điểm',
  valid_from: 'hiệu lực từ',
  valid_to: 'hiệu lực đến',
}

/** Answers with a decision on paper. Throws ApiError 404. */
export async function sendDecisionDocument(req: MedusaRequest, res: MedusaResponse, id: string): Promise<void> {
  const decision = await readDecision(req.scope, id, new Date())
  await sendPdf(res, await decisionPdf(decisionPaper(decision)), `quyet-dinh-${fileName(decision.number)}.pdf`)
}

/** Answers with one recognition on paper. Throws ApiError 404. */
export async function sendCertificate(req: MedusaRequest, res: MedusaResponse, id: string): Promise<void> {
  if (!id.startsWith('recog_')) throw new ApiError(404, 'not_found')
  const decision = await readDecision(req.scope, id, new Date())
  const result = decision.results.find((each) => each.id === id)
  if (!result) throw new ApiError(404, 'not_found')
  await sendPdf(res, await certificatePdf(certificatePaper(decision, result)), `cong-nhan-${id}.pdf`)
}

async function sendPdf(res: MedusaResponse, pdf: Buffer, name: string): Promise<void> {
  cachePublicly(res)
  res.attachment(name)
  res.setHeader('content-type', 'application/pdf')
  res.send(pdf)
}

/** The texts of a decision's paper. */
export function decisionPaper(decision: DecisionView): DecisionPaper {
  const [year, month, day] = decision.date.split('-')
  const list = decision.kind === 'recognition' ? resultList(decision) : changeList(decision)
  return {
    authority: decision.authority.toUpperCase(),
    number: decision.number,
    dateLine: `Ngày ${day} tháng ${month} năm ${year}`,
    title: TITLES[decision.kind],
    legalBasis: (decision.legalBasis ?? '')
      .split(/\s*;\s*|\n/)
      .map((text) => text.trim().replace(/^căn cứ\s+/i, ''))
      .filter((text) => text !== ''),
    sentence: SENTENCES[decision.kind],
    ...list,
    signatories: decision.signatories,
    notice: NOTICE,
    sample: decision.sample,
    url: pageOf(decision.id),
  }
}

/** The texts of a certificate. */
export function certificatePaper(decision: DecisionView, result: RegisterEntry): CertificatePaper {
  return {
    authority: decision.authority,
    title: 'CÔNG NHẬN HẠNG SAO SẢN PHẨM OCOP',
    product: result.product,
    producer: result.producer ?? '',
    stars: result.stars,
    starsLine: `Hạng ${result.stars} sao`,
    facts: [
      ['Quyết định', `${decision.number} ngày ${readableDay(decision.date)}`],
      ['Hiệu lực', validity(result)],
      ...(result.productCode === null ? [] : [['Mã sản phẩm', result.productCode] as [string, string]]),
      ['Bộ tiêu chí', result.rubricVersion],
      ...(result.province === null ? [] : [['Tỉnh, thành phố', result.province] as [string, string]]),
      ['Tình trạng hôm nay', statusWords(result)],
    ],
    signatories: decision.signatories,
    notice: NOTICE,
    sample: decision.sample || result.sample,
    url: pageOf(result.id),
  }
}

function resultList({ results }: DecisionView): Pick<DecisionPaper, 'head' | 'widths' | 'rows'> {
  return {
    head: ['TT', 'Sản phẩm', 'Chủ thể', 'Điểm', 'Hạng', 'Hiệu lực'],
    widths: [6, 34, 30, 9, 9, 22],
    rows: results.map((each, at) => [
      String(at + 1),
      each.productCode === null ? each.product : `${each.product}\n${each.productCode}`,
      each.producer ?? '',
      each.points === null ? '' : String(each.points).replace('.', ','),
      `${each.stars} sao`,
      validity(each),
    ]),
  }
}

function changeList({ changes }: DecisionView): Pick<DecisionPaper, 'head' | 'widths' | 'rows'> {
  return {
    head: ['TT', 'Sản phẩm', 'Chủ thể', 'Nội dung', 'Lý do'],
    widths: [6, 28, 24, 28, 30],
    rows: changes.map((each, at) => [
      String(at + 1),
      each.productName,
      each.producerName ?? '',
      [
        `${CHANGE_WORDS[each.change]} ${readableDay(each.from)}${each.to === null ? '' : ` đến hết ${readableDay(each.to)}`}`,
        ...Object.entries(each.after ?? {}).map(
          ([column, value]) => `${COLUMN_WORDS[column] ?? column}: ${each.before?.[column] ?? 'trống'} → ${value}`,
        ),
      ].join('\n'),
      each.reason,
    ]),
  }
}

function validity({ validFrom, validTo, extendedTo }: RegisterEntry): string {
  const days = `${readableDay(validFrom)} đến hết ${readableDay(validTo)}`
  return extendedTo === null ? days : `${days}, gia hạn đến hết ${readableDay(extendedTo)}`
}

function statusWords({ status, revokedOn }: RegisterEntry): string {
  switch (status) {
    case 'valid':
      return 'Còn hiệu lực'
    case 'transitional':
      return 'Còn hiệu lực theo thời gian gia hạn'
    case 'suspended':
      return 'Đang bị tạm đình chỉ'
    case 'revoked':
      return `Đã bị thu hồi${revokedOn === null ? '' : ` từ ${readableDay(revokedOn)}`}`
    case 'expired':
      return 'Đã hết hạn'
    case 'not_yet_valid':
      return 'Chưa đến ngày có hiệu lực'
  }
}

function pageOf(id: string): string {
  return `${environment().STOREFRONT_URL}/quyet-dinh/${id}`
}

function fileName(number: string): string {
  return number
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/[^A-Za-z0-9]+/g, '-')
}
