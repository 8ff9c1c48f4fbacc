import { optionsOf } from '#web/shared/form/optionsOf.ts'
import { useSay, w } from '#web/shared/language.ts'
import { RegisterRoom } from '#web/shared/register/room/RegisterRoom.tsx'
import type { Room } from '#web/shared/register/room/room.ts'
import { employers } from '../contract/kinds.ts'
import { meaningOf } from './fields.tsx'
import { text, valueWords } from './words.ts'

/** Part-time grid workers, at a desk. */
export default function PartTimeRoom({ code }: { code?: string }) {
  return <RegisterRoom room={room} code={code} />
}

const room: Room = {
  ...{ path: 'part-time-grid-workers', home: '/console/part-time-grid-workers', valueWords },
  title: w('兼职网格员', 'Part-time grid workers'),
  all: w('‹ 全部兼职网格员', '‹ All of them'),
  fresh: w('登记一位', 'One more'),
  none: w(
    '还没有登记。物业和业委会的兼职网格员登记在这里。',
    'Nobody yet: part-time grid workers of property companies and owners’ committees go here.',
  ),
  retiring: {
    end: w('不再兼职', 'No longer one'),
    means: w(
      '从今天起不再计入，居民也看不到；经过都留着。',
      'From today they are not counted and residents do not see them; the history stays.',
    ),
    ended: (on) => w(`从 ${on} 起不再兼职。`, `No longer one from ${on}.`),
  },
  keyOf: ({ code }) => text(code),
  nameOf: ({ called }) => w(text(called), text(called)),
  meaning: (register, isNew) => meaningOf(register, isNew, 'code'),
  fieldsFor: ({ employer }) => [
    ...['code', 'called', 'employer', 'organisation'],
    ...(employer === 'propertyCompany' ? ['company'] : []),
    ...['grid', 'since'],
  ],
  begun: () => ({}),
  filters: [{ name: 'employer', label: w('来自哪里', 'Employer'), options: optionsOf(employers) }],
  says: (entry) => <Said {...{ entry }} />,
}

function Said({ entry: { employer, organisation } }: { entry: Record<string, unknown> }) {
  const say = useSay()
  return (
    <>
      {say(valueWords(text(employer)))} · {text(organisation)}
    </>
  )
}
