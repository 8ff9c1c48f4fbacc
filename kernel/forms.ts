import { type Words, words } from './words.ts'

const smallCode = words('只用小写字母、数字和连字符', 'of small letters, digits and hyphens only')
const forms: Readonly<Record<string, Words>> = {
  '^[A-Za-z0-9._-]+$': words('只用字母、数字和 . _ -', 'of letters, digits and . _ - only'),
  '^[a-z0-9][a-z0-9-]*$': smallCode,
  '^[a-z0-9]+(-[a-z0-9]+)*$': smallCode,
  '^[0-9][0-9-]{2,18}[0-9]$': words('只用数字和短横', 'of digits and hyphens only'),
  '^[^0-9\\s][^0-9\\u0000-\\u001f]*$': words('不写数字', 'without digits'),
  '^([01][0-9]|2[0-3]):[0-5][0-9]$': words('写成 08:30', 'written as 08:30'),
  '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$': words('写成 17:30，半夜十二点写 24:00', 'written as 17:30; midnight is 24:00'),
  '^\\+?[0-9-]{7,20}$': words('只用数字和短横，7 到 20 位', 'of digits and hyphens only, 7 to 20 of them'),
  '^https?://[^\\s]+$': words('以 http:// 或 https:// 开头的网址', 'an address that begins with http:// or https://'),
}

/** What the form of a text is in words: whoever fills in a sheet or a form reads no patterns. */
export const formWords = (pattern: string): Words | undefined => forms[pattern]
