import type { Words } from '../words.ts'

/** A command that was not carried out, and left no trace. Told apart from an item by its `state`. */
export interface Refusal {
  state: 'refused'
  kind: RefusalKind
  because: Words
}

/** Each kind of refusal, with its HTTP status and its title (RFC 9457). `docs/refusals.md` lists them; a test compares. */
export const refusalKinds = {
  notFound: { status: 404, zh: '没有找到', en: 'not found' },
  notSignedIn: { status: 401, zh: '请先登录', en: 'not signed in' },
  notYou: { status: 403, zh: '您不能这样做', en: 'not allowed' },
  notNow: { status: 409, zh: '现在不能这样做', en: 'not possible in this state' },
  rule: { status: 409, zh: '规则不允许', en: 'against a rule' },
  noOccasion: { status: 409, zh: '没有需要做的', en: 'no occasion for it' },
  conflict: { status: 409, zh: '内容已被他人更改', en: 'changed by someone else' },
  badInput: { status: 400, zh: '填写有误', en: 'bad input' },
  tooLarge: { status: 413, zh: '内容过大', en: 'too large' },
  wrongType: { status: 415, zh: '格式不支持', en: 'unsupported format' },
  keyReused: { status: 422, zh: '请求编号重复使用', en: 'idempotency key reused' },
  away: { status: 503, zh: '暂时无法服务', en: 'away for a moment' },
  ours: { status: 500, zh: '系统出错', en: 'our fault' },
  tooMany: { status: 429, zh: '请求过于频繁', en: 'too many requests' },
} as const satisfies Record<string, Words & { status: number }>

export type RefusalKind = keyof typeof refusalKinds

/** For decisions: a rule of the capability forbids it. The words say why, and what to do instead. */
export const refuse = (zh: string, en: string): Refusal => refusal('rule', zh, en)

/** For what a command presupposes: as the item is there is nothing to do, so that a page need not offer it at all. */
export const noOccasion = (zh: string, en: string): Refusal => refusal('noOccasion', zh, en)

export const refusal = (kind: RefusalKind, zh: string, en: string): Refusal => ({ state: 'refused', kind, because: { zh, en } })

export const isRefusal = (outcome: unknown): outcome is Refusal =>
  typeof outcome === 'object' && outcome !== null && 'state' in outcome && outcome.state === 'refused'

/** For `within`: what was refused is not kept, and leaves no trace. */
export const unlessRefused = (outcome: unknown): boolean => !isRefusal(outcome)

/** A refusal thrown, for the few places that cannot return one: it becomes the same problem document. */
export const thrown = (refused: Refusal): Error => Object.assign(new Error(refused.because.en), { refused })

/** The refusal that was thrown, if it was one. */
export const refusedBy = (fault: unknown): Refusal | undefined =>
  fault instanceof Error && 'refused' in fault && isRefusal(fault.refused) ? fault.refused : undefined
