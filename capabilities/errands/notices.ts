import type { Notice } from '#kernel/flow/command.ts'
import { isNameless } from '#kernel/people/nameless.ts'
import { type Words, words } from '#kernel/words.ts'
import type { Errand } from './contract/errand.ts'
import { unconfirmed } from './contract/unconfirmed.ts'

type Course = Exclude<Errand, { state: 'recorded' }>
const secretary = ({ community }: Errand) => ({ role: 'communitySecretary', unit: community }) as const

/** Whom a change of an errand concerns, and what they are told: what is about the person is in none of it. */
export function noticesOf(before: Errand | undefined, item: Errand, command: string): Notice[] {
  if (item.state === 'recorded') return []
  const { itemName: name } = item
  const of = (zh: string, en: string) => words(`“${name.zh}”：${zh}`, `"${name.en ?? name.zh}": ${en}`)
  // Whoever has no account reads no notices: their helper tells them.
  const resident = (zh: string, en: string): Notice[] =>
    isNameless(item.resident) ? [] : [{ to: { party: item.resident }, words: of(zh, en) }]
  const helper = (zh: string, en: string): Notice[] =>
    'helper' in item && item.helper ? [{ to: item.helper, words: of(zh, en) }] : []
  if (command === 'erase')
    return helper(
      '已按本人要求删除资料，不再办；手里的复印件请销毁',
      'erased as the resident asked: do no more of it, and destroy the copies',
    )
  if (command === 'remind') return reminders(item, of)
  if (command === 'takeOver' && 'helperName' in item)
    return item.papers.some(({ state }) => state === 'handedOver')
      ? resident(
          `代办员的岗位上没有人了，由社区的${item.helperName}接手，您交出的材料也转给了这位`,
          `nobody is at the helper’s post any more: ${item.helperName} of the community took it over, with the papers that you gave`,
        )
      : resident(
          `代办员的岗位上没有人了，由社区的${item.helperName}接手`,
          `nobody is at the helper’s post any more: ${item.helperName} of the community took it over`,
        )
  if (command === 'lose') {
    const paper = item.papers.find(({ state }, index) => state === 'lost' && before && paperOf(before, index) !== 'lost')
    const [zh, en] = [
      `${paper?.name ?? ''}丢失了，已登记。怎么补救：${paper?.remedy ?? ''}`,
      `${paper?.name ?? ''} is lost. What is done: ${paper?.remedy ?? ''}`,
    ]
    return [...resident(zh, en), { to: secretary(item), words: of(zh, en) }]
  }
  if (command === 'found') {
    const paper = item.papers.find(({ state }, index) => state !== 'lost' && before && paperOf(before, index) === 'lost')
    const [zh, en] = [`${paper?.name ?? ''}找到了，接着办`, `${paper?.name ?? ''} is found again: it goes on`]
    return [...resident(zh, en), { to: secretary(item), words: of(zh, en) }]
  }
  if (command === 'remindBack')
    return isNameless(item.resident)
      ? helper('材料已交还，还没有请本人签字', 'a paper went back, and the resident has not signed for it')
      : resident('代办员已把材料交还给您，请确认收到', 'the helper gave a paper back to you: please confirm that you have it')
  if (command === 'handOver') {
    const said = item.papers.map(unconfirmed).find((handover, index) => handover && before && !waited(before, index))
    return said?.saidBy === 'helper'
      ? resident('代办员登记了一次材料交接，请您确认', 'the helper wrote down a handover: please confirm it')
      : helper('居民登记了一次材料交接，请确认', 'the resident wrote down a handover: please confirm it')
  }
  if (before?.state === item.state) return command === 'reassign' ? helper('请您代办', 'please do it') : []
  switch (item.state) {
    case 'requested':
      return [
        {
          to: secretary(item),
          words: of('有居民请求代办，请在一个工作日内安排', 'a resident asks for it: name a helper within a working day'),
        },
      ]
    case 'assigned':
      return [...helper('请您代办', 'please do it'), ...resident('已安排代办员', 'a helper is named')]
    case 'collecting':
      return resident('代办员已开始，请准备材料', 'the helper has begun: please have the papers ready')
    case 'submitted':
      return resident('材料已交到部门', 'the papers are with the department')
    case 'rejected':
      return resident(
        `部门没有办。原因：${item.because}；还缺：${item.missing}`,
        `the department refused: ${item.because}; missing: ${item.missing}`,
      )
    case 'done':
      return resident('办好了，请您确认并评价', 'it is done: please confirm and rate it')
    case 'confirmed':
      return isNameless(item.resident) ? [] : helper('居民已确认', 'the resident has confirmed')
    case 'withdrawn':
      return item.helper
        ? helper('居民撤回了', 'the resident withdrew it')
        : [{ to: secretary(item), words: of('居民撤回了', 'the resident withdrew it') }]
    case 'declined':
      return [
        ...resident(`社区没有接，原因：${item.because}`, `the community declined: ${item.because}`),
        ...(isNameless(item.resident)
          ? helper('社区不接了，请告诉居民', 'the community declined it: please tell the resident')
          : []),
      ]
  }
}

const paperOf = (item: Errand, index: number) => ('papers' in item ? item.papers[index]?.state : undefined)
const waited = (item: Errand, index: number) => {
  const paper = 'papers' in item ? item.papers[index] : undefined
  return paper !== undefined && unconfirmed(paper) !== undefined
}

/** The community hears of it too: at the post of a helper there may be nobody any more. */
function reminders(item: Course, of: (zh: string, en: string) => Words): Notice[] {
  const own =
    'endedAt' in item
      ? of('复印件已留存三十天，请销毁并登记', 'copies were kept for thirty days: destroy them and note it')
      : of('已到期限，请办理', 'its time is over: please go on with it')
  if (!('helper' in item && item.helper)) return [{ to: secretary(item), words: own }]
  const late =
    'endedAt' in item
      ? of('复印件已留存三十天，代办员还没有登记销毁', 'copies were kept for thirty days, and the helper noted no end of them')
      : of(
          '已到期限，代办员还没有办；岗位上没有人时请接手或改派',
          'its time is over and the helper has not gone on with it: where nobody is at that post, take it over or name another',
        )
  const isOwn = item.helper.role === 'communitySecretary' && item.helper.unit === item.community
  return [{ to: item.helper, words: own }, ...(isOwn ? [] : [{ to: secretary(item), words: late }])]
}
