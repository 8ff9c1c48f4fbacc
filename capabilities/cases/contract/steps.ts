import type { Words } from '#kernel/words.ts'

const w = (zh: string, en: string): Words => ({ zh, en })

/** The steps that have a limit. A part's is named with its unit: `part:urban`. */
const steps: Record<string, Words> = {
  accept: w('承单', 'accept'),
  solve: w('现场处置或派单', 'solve or dispatch'),
  triage: w('分流', 'sort'),
  receive: w('接单', 'receive'),
  contact: w('首次联系报单人', 'first contact'),
  resolve: w('办结', 'resolve'),
  part: w('协办反馈', 'assisting unit’s answer'),
  verify: w('现场核查', 'look on site'),
  rule: w('裁定', 'ruling'),
  appeal: w('复核', 'review'),
  duty: w('强制报告', 'report to an authority'),
  word: w('每月说明一次', 'monthly word'),
  extension: w('答复延期申请', 'answer on the extension'),
}
export const stepWords = (step: string): Words => steps[step.split(':')[0] ?? step] ?? w(step, step)
