import type { Words } from '#kernel/words.ts'

/** What is wrong with a telephone that somebody left, as the contract takes it: digits and dashes, seven to twenty. */
export function wrongTelephone(typed: string): Words | undefined {
  const phone = typed.trim()
  // No landline begins with 1: that is a mobile number with a digit too few or too many.
  if (/^1[0-9]{6,}$/.test(phone)) return wrongMobile(phone)
  if (phone === '' || /^\+?[0-9-]{7,20}$/.test(phone)) return undefined
  return {
    zh: '电话只写数字和短横，7 到 20 位，比如 13800001111',
    en: 'Digits and dashes only, 7 to 20 of them, such as 13800001111',
  }
}

/** What is wrong with a mobile number, to which a code is to go. */
export function wrongMobile(typed: string): Words | undefined {
  if (/^1[0-9]{10}$/.test(typed.trim())) return undefined
  return { zh: '手机号是 1 开头的 11 位数字', en: 'A mobile number has 11 digits and begins with 1' }
}
