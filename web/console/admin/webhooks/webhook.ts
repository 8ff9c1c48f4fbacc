import type { Delivery, ShownWebhook } from '#kernel/record/webhooks/shown.ts'
import { type Words, w } from '../../../shared/language.ts'

export type { Delivery, ShownWebhook as Webhook }

export const outcomes: Record<Delivery['state'], { words: Words; look: string; sign: string }> = {
  waiting: { words: w('等待推送', 'waiting'), look: 'look-waiting', sign: '○' },
  failing: { words: w('没送到，会再试', 'failing, tried again'), look: 'look-soon', sign: '◔' },
  delivered: { words: w('已送达', 'delivered'), look: 'look-done', sign: '✓' },
  givenUp: { words: w('已放弃', 'given up'), look: 'look-over', sign: '●' },
}

/** The kinds of work whose events can be chosen, by the first part of their names. */
export const flows: readonly { path: string; words: Words }[] = [
  { path: 'cases', words: w('事项', 'Cases') },
  { path: 'specials', words: w('专项任务', 'Special tasks') },
  { path: 'bulletins', words: w('小区通知', 'Bulletins') },
]
