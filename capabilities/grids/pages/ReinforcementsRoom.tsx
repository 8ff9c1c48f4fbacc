import { optionsOf } from '#web/shared/form/optionsOf.ts'
import { useSay, w } from '#web/shared/language.ts'
import { RegisterRoom } from '#web/shared/register/room/RegisterRoom.tsx'
import type { Room } from '#web/shared/register/room/room.ts'
import { forces } from '../contract/kinds.ts'
import { meaningOf } from './fields.tsx'
import { text, valueWords } from './words.ts'

/** Those who reinforce the grids from outside, at a desk. */
export default function ReinforcementsRoom({ code }: { code?: string }) {
  return <RegisterRoom room={room} code={code} />
}

const room: Room = {
  ...{ path: 'reinforcements', home: '/console/reinforcements', valueWords },
  title: w('充实网格的力量', 'People who reinforce the grids'),
  all: w('‹ 全部力量', '‹ All of them'),
  fresh: w('登记一位', 'One more'),
  none: w(
    '还没有登记。民警、水电暖人员、志愿者都可以登记到网格里。',
    'Nobody yet: police, water, power and heating staff and volunteers can be put to grids.',
  ),
  retiring: {
    end: w('不再在这个网格', 'No longer at this grid'),
    means: w(
      '从今天起不再计入，居民也看不到；经过都留着。',
      'From today they are not counted and residents do not see them; the history stays.',
    ),
    ended: (on) => w(`从 ${on} 起不再在这个网格。`, `No longer at this grid from ${on}.`),
  },
  keyOf: ({ code }) => text(code),
  nameOf: ({ called }) => w(text(called), text(called)),
  meaning: (register, isNew) => meaningOf(register, isNew, 'code'),
  begun: () => ({}),
  filters: [{ name: 'force', label: w('哪支力量', 'Force'), options: optionsOf(forces) }],
  says: (entry) => <Said {...{ entry }} />,
}

function Said({ entry: { force, organisation, skills } }: { entry: Record<string, unknown> }) {
  const say = useSay()
  return <>{[say(valueWords(text(force))), text(organisation), text(skills)].filter((one) => one !== '').join(' · ')}</>
}
