import type { Words } from '#web/shared/language.ts'
import { categoryValues } from '../../contract/categoryValues.ts'

const w = (zh: string, en: string): Words => ({ zh, en })

/** What one of the choices in a category is called, or a unit of its limits. */
export const categoryValueWords = (value: string): Words => valueWords[value] ?? w(value, value)
const valueWords: Readonly<Record<string, Words>> = categoryValues

/** What the fields are called where a form has room to say it better than a sheet. */
const fields: Record<string, Words> = {
  byKind: w('一般事项：按诉求类型', 'Ordinary cases, by kind'),
  urgent: w('紧急事项：不分类型', 'Urgent ones, of any kind'),
  danger: w('险情提示', 'What to do in danger'),
  call: w('先拨打', 'Call first'),
  advice: w('救援到来前怎么做', 'What to do until help is there'),
  code: w('代码', 'Code'),
  unitKind: w('哪一类单位', 'What kind of unit'),
  otherwise: w('没有物业时由谁主办', 'Who leads where there is none'),
  term: w('词', 'Word'),
  weight: w('分量（1–5）', 'Weight (1–5)'),
  verifiedOnSite: w('办结后须现场核查', 'Looked at on site afterwards'),
  withdrawable: w('报单人可以撤回', 'The reporter may withdraw it'),
  photosWanted: w('要求照片', 'Photos asked for'),
  aboutChain: w('反映的就是网格、社区自身：越过它们，由上一级办理', 'It is about grid or community themselves: past both'),
  protected: w('进入保护队列', 'Goes to the protected queue'),
  received: w('收到时对报单人说', 'Said when it is received'),
  answer: w('答复的底稿，由经办人改好再发', 'Draft of the answer, completed by the handler'),
}
export const categoryFieldWords = (name: string): Words | undefined => fields[name]

/** The names of fields by which changes are told: the register's own, and of what it does not name, ours. */
export const toldFields = <Names extends Record<string, { name: Words }>>(names: Names) => ({
  ...Object.fromEntries(Object.entries(fields).map(([field, name]) => [field, { name }])),
  ...names,
})

/** What there is to know about a field, by its path. */
const hints: Record<string, Words> = {
  dispatchBy: w('哪一级起可以直接派单（直派清单）。', 'From which level up it may be dispatched directly.'),
  dutyList: w(
    '收回的不能再派给街道、社区；只配合的须由部门主办。',
    'What was taken back never goes to a street or community; what they only assist in is led by a bureau.',
  ),
  limits: w(
    '只管今后开始的时限，已在计时的不变。工作小时、工作日只在上班时间走。',
    'For limits that begin from now on; what runs already stays. Working hours and days pass in office hours only.',
  ),
  words: w(
    '说到这些词，系统就会建议这一类。不要写人名。',
    'Who uses these words is suggested this category. No names of people.',
  ),
  'texts.answer': w('{done} 处会填入处理结果。', '{done} is where the result goes.'),
}
export const categoryHint = (path: string): Words | undefined => hints[path]

/** What a rehearsal counts. */
export const rehearsedWords: Record<'suggested' | 'lead' | 'accepting' | 'limit', Words> = {
  suggested: w('建议的类别', 'suggested category'),
  lead: w('主办单位', 'lead unit'),
  accepting: w('承单岗位', 'accepting post'),
  limit: w('时限', 'limit'),
}
