/** Names what a form of an order's page does, and to which parcel or request. */
export function HiddenDo({ what, id }: { what: string; id?: string }) {
  return (
    <>
      <input type="hidden" name="do" value={what} />
      {id === undefined ? null : <input type="hidden" name="id" value={id} />}
    </>
  )
}
