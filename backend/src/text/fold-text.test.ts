import { foldText, likePattern } from './fold-text'

it('makes one text of the ways Vietnamese is typed', () => {
  for (const text of ['Chè Shan', 'che shan', 'CHE  SHAN', 'chè shan'.normalize('NFD')]) {
    expect(foldText(text)).toBe('che shan')
  }
  expect(foldText('Đồng Tháp Mười')).toBe('dong thap muoi')
})

it('takes signs of the pattern language as they are', () => {
  expect(likePattern('50%_\\')).toBe('%50\\%\\_\\\\%')
})
