/** What a message that was copied out of a chat group says: the matter, who began, a telephone that they gave, and pictures that did not come along. */
export interface ChatMessage {
  words: string
  name?: string
  phone?: string
  pictures: number
}

const time =
  '(?:\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?\\s+)?(?:星期.\\s*)?(?:上午|下午|晚上|凌晨|中午)?\\s*\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?'
/** The line over each message as chat programs copy it: whoever wrote it, and when; or their name and a colon. */
const heads = [new RegExp(`^(.{1,30}?)\\s+${time}$`), /^([^:：，。！？,.!?]{1,20})[:：]$/]
const alone = new RegExp(`^${time}$`)
const picture = /\[(?:图片|视频|Image|Photo|Video)\]/g
const sticker = /\[[^[\]\s]{1,6}\]/g
const mobile = /(?<!\d)(1[3-9]\d{9})(?!\d)/

/** Reads what was pasted from a chat group. Names of others who wrote are left out: what is filed is the matter. */
export function readChat(pasted: string): ChatMessage {
  const names: string[] = []
  const lines: string[] = []
  for (const line of pasted.split(/\r?\n/).map((one) => one.trim())) {
    const name = heads.map((head) => head.exec(line)?.[1]).find((found) => found !== undefined)
    if (name !== undefined) names.push(name)
    else if (!alone.test(line)) lines.push(line)
  }
  const whole = lines.join('\n')
  const phone = mobile.exec(whole)?.[1]
  const words = whole
    .replaceAll(picture, '')
    .replaceAll(sticker, '')
    .replace(phone ?? '\0', '（电话已另填）')
    .replaceAll(/[ \t]+\n/g, '\n')
    .replaceAll(/\n{2,}/g, '\n')
    .trim()
  const [name] = names
  return {
    words,
    pictures: whole.match(picture)?.length ?? 0,
    ...(name !== undefined && { name }),
    ...(phone !== undefined && { phone }),
  }
}
