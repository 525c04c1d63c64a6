import { Button, InlineTip, Text, toast } from '@medusajs/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ApplicationCase as Case } from '../../sellers/application-view'
import { askShop } from '../ask-shop'
import { ApplicationDecision } from './application-decision'
import { APPLICATION_FIELD_WORDS, LEGAL_FORM_WORDS, SAME_WORDS, SELLER_PAPER_WORDS } from './application-words'
import { Fact, Facts } from './facts'

/** Everything an application says, who its writer may be already, and the decision. */
export function ApplicationCase({ id }: { id: string }) {
  const { data, error } = useQuery({
    queryKey: ['/seller-applications', id],
    queryFn: () => askShop<{ application: Case }>(`/seller-applications/${id}`),
    retry: false,
    networkMode: 'always',
  })
  if (error)
    return (
      <InlineTip variant="error" label="Chưa tải được">
        {error.message}
      </InlineTip>
    )
  if (!data) return <Text>Đang tải…</Text>
  const { application } = data
  const { fields, papers, reasons } = application
  return (
    <div className="flex flex-col gap-4">
      <Facts>
        <Fact name={APPLICATION_FIELD_WORDS.legalForm}>{LEGAL_FORM_WORDS[fields.legalForm] ?? fields.legalForm}</Fact>
        <Fact name={APPLICATION_FIELD_WORDS.taxCode}>{fields.taxCode}</Fact>
        <Fact name={APPLICATION_FIELD_WORDS.registrationNumber}>{fields.registrationNumber}</Fact>
        <Fact name="Địa chỉ">{[fields.street, application.place].filter(Boolean).join(', ')}</Fact>
        <Fact name={APPLICATION_FIELD_WORDS.representative}>{fields.representative}</Fact>
        <Fact name={APPLICATION_FIELD_WORDS.phone}>{fields.phone}</Fact>
        <Fact name={APPLICATION_FIELD_WORDS.email}>{fields.email}</Fact>
        <Fact name={APPLICATION_FIELD_WORDS.goods}>{fields.goods}</Fact>
        <Fact name="Tài khoản">
          <BankNumber application={application} />
        </Fact>
        <Fact name="Lý do trả lại">{reasons.map(({ reason }) => reason).join('; ')}</Fact>
        <Fact name="Lý do từ chối">{application.refuseReason}</Fact>
      </Facts>
      <ul className="flex flex-wrap gap-4">
        {papers.map((paper) => {
          const url = `/admin/seller-applications/${id}/papers/${paper.id}`
          return (
            <li key={paper.id}>
              <a href={url} target="_blank" rel="noreferrer" className="text-ui-fg-interactive flex flex-col gap-1">
                {paper.mediaType === 'image/jpeg' ? (
                  <img
                    src={url}
                    alt={`${SELLER_PAPER_WORDS[paper.kind]}: ${paper.title}`}
                    loading="lazy"
                    className="max-h-48 max-w-full rounded-md border"
                  />
                ) : null}
                <Text size="small">{`${SELLER_PAPER_WORDS[paper.kind]} (${paper.title})`}</Text>
              </a>
            </li>
          )
        })}
      </ul>
      {application.duplicates.length > 0 ? (
        <InlineTip variant="warning" label="Có thể đã có">
          <ul>
            {application.duplicates.map((each) => (
              <li key={each.id}>
                {each.kind === 'producer' ? 'Chủ thể' : 'Đơn khác'}: {each.name} (trùng{' '}
                {each.same.map((what) => SAME_WORDS[what]).join(', ')})
              </li>
            ))}
          </ul>
        </InlineTip>
      ) : null}
      {application.state === 'submitted' ? <ApplicationDecision application={application} /> : null}
    </div>
  )
}

/** The number is shown on asking, which is put on record. */
function BankNumber({ application: { id, bankName, bankLastFour, fields, state } }: { application: Case }) {
  const show = useMutation({
    networkMode: 'always',
    mutationFn: () => askShop<{ number: string }>(`/seller-applications/${id}/bank-number`, {}),
    onError: (error) => toast.error('Chưa xem được', { description: error.message }),
  })
  const open = state === 'submitted' || state === 'sent_back'
  return (
    <span className="flex flex-wrap items-center gap-2">
      {bankName}, {show.data?.number ?? `••••${bankLastFour ?? ''}`}, {fields.bankHolder}
      {open && !show.data ? (
        <Button size="small" variant="transparent" isLoading={show.isPending} onClick={() => show.mutate()}>
          Hiện số (có ghi nhật ký)
        </Button>
      ) : null}
    </span>
  )
}
