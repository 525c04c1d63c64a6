import { Button, Container, Heading, InlineTip } from '@medusajs/ui'
import type { ReactNode } from 'react'

/** A form in a box of its own: heading, fields, what was refused, and one button. */
export function FormBox({
  title,
  button,
  done,
  form,
  children,
}: {
  title: string
  button: string
  /** Said once the shop has taken it. */
  done: string
  form: { submit(): void; busy: boolean; error: Error | null; done: boolean }
  children: ReactNode
}) {
  return (
    <Container>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          form.submit()
        }}
      >
        <Heading level="h2">{title}</Heading>
        <div className="grid gap-3 sm:grid-cols-3">{children}</div>
        {form.error ? (
          <div role="alert">
            <InlineTip variant="error" label="Chưa lưu được">
              {form.error.message}
            </InlineTip>
          </div>
        ) : null}
        {form.done && !form.error ? (
          <div role="status">
            <InlineTip variant="success" label="Đã lưu">
              {done}
            </InlineTip>
          </div>
        ) : null}
        <div>
          <Button size="small" type="submit" isLoading={form.busy}>
            {button}
          </Button>
        </div>
      </form>
    </Container>
  )
}
