import { Button, InlineTip, Text } from '@medusajs/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MemberView } from '../../producers/member-view'
import { askShop } from '../ask-shop'

/** The people of a seller, behind a fold, and a link for one who forgot the password: read out by phone, or sent by hand. */
export function SellerPeople({ producerId }: { producerId: string }) {
  const [shown, setShown] = useState(false)
  const people = useQuery({
    queryKey: ['/producers', producerId, 'members'],
    queryFn: () => askShop<{ members: MemberView[] }>(`/producers/${producerId}/members`),
    enabled: shown,
    retry: false,
    networkMode: 'always',
  })
  const link = useMutation({
    networkMode: 'always',
    mutationFn: (memberId: string) =>
      askShop<{ url: string; minutes: number }>(`/producers/${producerId}/members/${memberId}/reset-link`, {}),
  })
  const failed = people.error ?? link.error
  if (!shown) {
    return (
      <div>
        <Button size="small" variant="transparent" onClick={() => setShown(true)}>
          Người dùng và mật khẩu…
        </Button>
      </div>
    )
  }
  return (
    <div className="flex flex-col gap-3 border-t pt-3">
      {failed ? (
        <div role="alert">
          <InlineTip variant="error" label="Chưa được">
            {failed.message}
          </InlineTip>
        </div>
      ) : null}
      {people.data?.members.length === 0 ? <Text size="small">Chưa có người dùng nào.</Text> : null}
      <ul className="flex flex-col gap-2">
        {(people.data?.members ?? []).map((member) => (
          <li key={member.id} className="flex flex-wrap items-center gap-3">
            <Text size="small">{`${member.name}, ${member.email}`}</Text>
            {member.status === 'active' ? (
              <Button
                size="small"
                variant="secondary"
                isLoading={link.isPending && link.variables === member.id}
                onClick={() => link.mutate(member.id)}
              >
                Tạo đường dẫn đặt mật khẩu (có ghi nhật ký)
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {link.data ? (
        <div role="status">
          <InlineTip label="Đường dẫn, chỉ hiện lần này">
            <span className="break-all select-all">{link.data.url}</span>
            {` Dùng một lần, trong ${link.data.minutes} phút. Hãy kiểm tra đúng người trước khi đưa.`}
          </InlineTip>
        </div>
      ) : null}
    </div>
  )
}
