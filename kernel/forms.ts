import { type Words, words } from '../../words.ts'

const smallCode = words('只用小写字母、数字和连字符', 'of small letters, digits and hyphens only')
const forms: Readonly<Record<string, Words>> = {
  '^[A-Za-z0-9._-]+$': words('只用字母、数字和 . _ -', 'of letters, digits and . _ - only'),
  '^[a-z0-9][a-z0-9-]*$': smallCode,
  '^[a-z0-9]+(-[a-z0-9]+)*$': smallCode,
  '^[0-9][0-9-]{2,18}[0-9]$': words('只用数字和短横', 'of digits and hyphens only'),
  '^[^0-9\\s][^0-9\\u0000-\\u001f]*$': words('不写数字', 'without digits'),
  '^([01][0-9]|2[0-3]):[0-5][0-9]$': words('如 08:30', 'as 08:30'),
  '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$': words('如 17:30，半夜十二点写 24:00', 'as 17:30; midnight is 24:00'),
  '^https?://[^\\s]+$': words('以 http:// 或 https:// 开头的网址', 'an address that begins with http:// or https://'),
}

/** What the form of a text is in words: whoever fills in a sheet reads no patterns. */
export const formWords = (pattern: string): Words | undefined => forms[pattern]
