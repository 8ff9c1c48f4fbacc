import { type Words, w } from '#web/shared/language.ts'
import { roleWords } from '#web/shared/roles.ts'
import type { Look } from '#web/shared/Shape.tsx'
import { attendances, offices, sorts } from '../contract/kinds.ts'
import type { SeenMeeting } from '../contract/meeting.ts'
import type { SeenTask } from '../contract/task.ts'

const all: Readonly<Record<string, Words>> = { ...sorts, ...offices, ...attendances }

/** What a choice is called: a sort, an office, an attendance, or a role. */
export const valueWords = (value: string): Words => all[value] ?? roleWords(value)

export const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Where a meeting is. */
export const meetingWords: Record<SeenMeeting['state'], Words> = {
  planned: w('筹备', 'planned'),
  called: w('已通知', 'called'),
  held: w('已召开', 'held'),
  minuted: w('纪要待签', 'minutes to sign'),
  signed: w('纪要已签发', 'signed off'),
  cancelled: w('已取消', 'cancelled'),
}

/** Whoever has signed signs anew after it. */
export const signsAnew: Words = w('已有的签字会作废，要重新签。', 'Who has signed already has to sign anew.')

/** Where a task is. */
export const taskWords: Record<SeenTask['state'], Words> = {
  assigned: w('办理中', 'under way'),
  done: w('待验收', 'to be checked'),
  accepted: w('已办结', 'accepted'),
}

export const meetingLooks: Record<SeenMeeting['state'], Look> = {
  ...{ planned: 'waiting', called: 'waiting', held: 'inhand', minuted: 'waiting', signed: 'done', cancelled: 'stopped' },
}

const taskLooks: Record<SeenTask['state'], Look> = { assigned: 'inhand', done: 'waiting', accepted: 'done' }

/** How a task stands: of what is past its limit and not done, that. */
export const taskStanding = ({ state, overdue }: Pick<SeenTask, 'state' | 'overdue'>): { look: Look; words: Words } =>
  overdue ? { look: 'over', words: w('已超期', 'overdue') } : { look: taskLooks[state], words: taskWords[state] }

/** What commands are called in English; their Chinese names are the flows'. */
export const english: Readonly<Record<string, string>> = {
  ...{
    plan: 'Plan a meeting',
    amend: 'Change the agenda',
    call: 'Call it',
    reseat: 'Update the members',
    renew: 'Update who signs',
    putOff: 'Put it off',
    cancel: 'Cancel it',
    correct: 'Correct it',
  },
  ...{ hold: 'Who came', vote: 'Record a vote', resolve: 'Make it a resolution', minute: 'Write minutes', remark: 'Remark' },
  ...{ sign: 'Sign', assign: 'Assign a task', report: 'Report', finish: 'It is done', accept: 'Accept', giveBack: 'Give back' },
}

const labels: Readonly<Record<string, Words>> = {
  ...{ committee: w('委员会', 'Committee'), startsAt: w('开始', 'Begins'), endsAt: w('结束', 'Ends'), venue: w('地点', 'Place') },
  ...{ agenda: w('议程', 'Agenda'), subject: w('事项', 'Subject'), presenter: w('汇报', 'Presented by') },
  ...{ decides: w('要表决吗', 'Is it voted on'), because: w('原因', 'Reason'), item: w('第几项', 'Item') },
  ...{ text: w('内容', 'Text'), public: w('向居民公开吗', 'Is it public'), words: w('要说的', 'What you say') },
  ...{
    holder: w('承办单位', 'Held by'),
    limit: w('完成期限', 'Limit'),
    did: w('做了什么', 'What was done'),
    photos: w('完成后的照片（可不拍）', 'Photos of what was done (optional)'),
  },
}

/** What fields of commands are called. */
export const labelOf = (name: string): Words => labels[name] ?? w(name, name)
