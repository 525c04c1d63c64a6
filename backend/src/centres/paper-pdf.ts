import { caseFilePdf } from '@sao-lang/traceability/exports/case-file-pdf'
import { readableMoment } from '../calendar/vietnam-moment'
import type { centrePaper } from './read-centre'

const TITLES: Readonly<Record<string, string>> = {
  receipt: 'Phiếu nhận hàng ký gửi',
  return: 'Phiếu trả hàng ký gửi',
  loss: 'Biên bản hàng hỏng, mất',
  move: 'Phiếu chuyển hàng giữa các điểm bán',
  count: 'Biên bản kiểm kê',
  correction: 'Phiếu điều chỉnh',
}

/** A consignment paper on A4, to be signed by both sides. In: the paper, who prints it, and the centre's name. */
export function paperPdf(
  paper: Awaited<ReturnType<typeof centrePaper>>,
  { madeBy, centreName, now }: { madeBy: string; centreName: string; now: Date },
): Promise<Buffer> {
  const total = paper.lines.reduce((all, { quantity, unitPrice }) => all + Math.abs(quantity) * (unitPrice ?? 0), 0)
  return caseFilePdf({
    title: TITLES[paper.kind] ?? 'Phiếu hàng',
    number: paper.number,
    subtitle: `${centreName} · ${paper.shopName}`,
    sample: paper.sample,
    sections: [
      {
        heading: 'Thông tin phiếu',
        facts: [
          ['Thời điểm', readableMoment(paper.at)],
          ['Người lập', paper.doneBy],
          ...(paper.producerId === null ? [] : [['Chủ thể', paper.producerName] as [string, string]]),
          ...(paper.handedBy === null ? [] : [['Người giao, nhận', paper.handedBy] as [string, string]]),
          ...(paper.toShopName === null ? [] : [['Chuyển đến', paper.toShopName] as [string, string]]),
          ...(paper.note === null ? [] : [['Ghi chú', paper.note] as [string, string]]),
        ],
      },
      {
        heading: 'Hàng hoá',
        facts: paper.lines.map((line): [string, string] => [
          line.title,
          [
            `Số lượng: ${line.quantity}`,
            line.lotNo === '' ? 'Không rõ lô' : `Lô ${line.lotNo}`,
            ...(line.unitPrice === null ? [] : [`Giá bán thoả thuận: ${line.unitPrice.toLocaleString('vi-VN')} đ`]),
          ].join(' · '),
        ]),
      },
      ...(total === 0
        ? []
        : [
            { heading: 'Giá trị', facts: [['Theo giá bán', `${total.toLocaleString('vi-VN')} đ`] as [string, string]] },
          ]),
      {
        heading: 'Ký nhận',
        facts: [
          ['Bên giao', ' '],
          ['Bên nhận', ' '],
        ],
      },
    ],
    photos: [],
    madeBy,
    madeAt: readableMoment(now.toISOString()),
  })
}
