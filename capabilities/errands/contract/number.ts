/** What people call an errand, and read aloud: the end of its id in digits, such as `33634-44336`. */
export const numberOf = (id: string): string => {
  const digits = String(Number.parseInt(id.slice(-8), 16)).padStart(10, '0')
  return `${digits.slice(0, 5)}-${digits.slice(5)}`
}

const largest = 0xffff_ffff

/** The end of the id that a typed number stands for, also as it was written before it had digits alone; nothing where it is none. */
export function endOf(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .replace(/^\s*(代办)?(编号|单号|号码|#|no\.?)\s*:?/i, '')
    .replace(/[\s\p{Pd}−。.]/gu, '')
  if (/^[0-9a-f]{8}$/i.test(plain)) return plain.toLowerCase()
  const value = /^\d{10}$/.test(plain) ? Number(plain) : Number.POSITIVE_INFINITY
  return value > largest ? undefined : value.toString(16).padStart(8, '0')
}
