import { expect, test } from 'vitest'
import { pageHtml } from './site-pages.server.ts'

test('writes headings, lists and links', () => {
  expect(pageHtml('## Trả hàng\n\n- mở ra xem\n- [liên hệ](/lien-he)')).toBe(
    '<h2>Trả hàng</h2>\n<ul>\n<li>mở ra xem</li>\n<li><a href="/lien-he">liên hệ</a></li>\n</ul>',
  )
})

test.each([
  ['<script>alert(1)</script>'],
  ['<img src=x onerror=alert(1)>'],
  ['[bấm](javascript:alert(1))'],
  ['![ảnh](data:text/html;base64,AAAA)'],
  ['<a href="javascript:alert(1)">x</a>'],
])('lets nothing run: %s', (markdown) => {
  const html = pageHtml(markdown)
  expect(html).not.toMatch(/<script|<img src="data|<img src=x|href="javascript|onerror=(?!alert\(1\)&gt;)/i)
})
