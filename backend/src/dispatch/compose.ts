import type { DispatchText } from './words'

const PLATFORM = 'Sao Làng'

/** A message ready for a provider. */
export interface OutgoingMessage {
  /** Names the message for good: a provider that is asked twice can tell. */
  id: string
  to: string
  subject: string
  text: string
  html: string
}

/** Lays a message out as plain text and as simple HTML, which say the same. In: the link's whole address, or null. */
export function layOut(text: DispatchText, link: string | null): Pick<OutgoingMessage, 'subject' | 'text' | 'html'> {
  const plain = [...text.paragraphs, ...(link === null ? [] : [`${text.action}: ${link}`]), PLATFORM].join('\n\n')
  const paragraphs = text.paragraphs.map((paragraph) => `<p>${escaped(paragraph).replaceAll('\n', '<br>')}</p>`)
  const action = link === null ? '' : `<p><a href="${escaped(link)}">${escaped(text.action)}</a></p>`
  const html = `<!doctype html><html><head><meta charset="utf-8"></head><body style="font-family:sans-serif;line-height:1.5;max-width:36rem">${paragraphs.join('')}${action}<p>${PLATFORM}</p></body></html>`
  return { subject: text.subject, text: `${plain}\n`, html }
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
