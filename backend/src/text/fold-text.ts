/** Lower case without diacritics, đ as d, single spaces: `Chè Shan` and `che  shan` become one. */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** A LIKE pattern that finds a word anywhere; `%`, `_` and `\` in it stand for themselves. */
export function likePattern(word: string): string {
  return `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}
