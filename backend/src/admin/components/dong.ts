/** An amount as people read it. */
export function dong(amount: number): string {
  return `${amount.toLocaleString('vi-VN')} đ`
}
