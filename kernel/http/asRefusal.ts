import type { FastifyError } from 'fastify'
import { type Refusal, refusal } from '../flow/refusal.ts'
import { type Flaw, fieldsOf } from './badInput.ts'
import type { problem } from './problem.ts'

/** PostgreSQL's codes for values that it cannot take: not in the character set, untranslatable, no JSON, out of range. */
const unreadable: ReadonlySet<string> = new Set(['22021', '22P05', '22P02', '22007', '22008'])

/** What is said where the database cannot be reached: by it, as it starts, stops, is full or only follows another, and by the way there. */
const isAway = ({ code = '', message }: FastifyError) =>
  /^(57P0[1-5]|53\d{3}|08\d{3}|25006)$/.test(code) ||
  /^E(CONN|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH)/.test(code) ||
  /^Connection terminated|^timeout exceeded when trying to connect$|is not queryable$/.test(message)

/** Why a request was not answered, as whoever sent it is told: what is wrong with it, or that it is our fault. */
export function asRefusal(error: FastifyError & { refused?: Refusal }): Parameters<typeof problem> {
  if (error.refused) return [error.refused]
  if (error.validation) {
    const flaws: Flaw[] = Array.isArray(error.validation) ? error.validation : []
    const fields = fieldsOf(flaws)
    const list = (language: 'zh' | 'en') =>
      fields.map(({ field, because }) => `${field}${language === 'zh' ? '：' : ' '}${because[language]}`).join('；')
    return [refusal('badInput', `请检查填写内容：${list('zh')}`, `please check: ${list('en')}`), fields]
  }
  // The database takes no text with a null character or half a sign in it, and no day before its calendar begins.
  if (unreadable.has(error.code))
    return [
      refusal(
        'badInput',
        '内容含有无法保存的字符或日期，请修改后再试',
        'there is a character or a date in it that cannot be kept: change it and try again',
      ),
    ]
  if (isAway(error))
    return [
      refusal(
        'away',
        '系统暂时无法服务，您的内容没有丢，请稍后再试',
        'away for a moment; nothing was lost: please try again in a little while',
      ),
    ]
  const status = error.statusCode ?? 500
  if (status === 413)
    return [refusal('tooLarge', '内容过大，请缩短文字或分开上传照片', 'too large: shorten the text, or upload photos apart')]
  if (status === 415) return [refusal('wrongType', '请以 JSON 格式提交', 'send it as JSON')]
  if (status >= 400 && status < 500)
    return [refusal('badInput', '请求格式有误，无法读取', 'the request could not be read: it is not well-formed')]
  return [
    refusal(
      'ours',
      '系统出错，已保留您的内容，请稍后再试',
      'something broke on our side; nothing was lost: please try again later',
    ),
  ]
}
