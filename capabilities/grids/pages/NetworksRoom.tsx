import { useSay, w } from '#web/shared/language.ts'
import { RegisterRoom } from '#web/shared/register/room/RegisterRoom.tsx'
import type { Room } from '#web/shared/register/room/room.ts'
import { meaningOf } from './fields.tsx'
import { text, valueWords } from './words.ts'

/** The networks that meet in the grids, at a desk. */
export default function NetworksRoom({ code }: { code?: string }) {
  return <RegisterRoom room={room} code={code} />
}

const room: Room = {
  ...{ path: 'networks', home: '/console/networks', valueWords },
  title: w('多网融合：网格承担的网络', 'The networks of the grids'),
  all: w('‹ 全部网络', '‹ All networks'),
  fresh: w('增加一个网络', 'A new network'),
  none: w(
    '还没有登记网络。先加上党建、综治、民政、城管等。',
    'No network yet: add party building, social order, civil affairs and so on.',
  ),
  retiring: {
    end: w('停用这个网络', 'Take it out of use'),
    means: w('停用后，网格不再承担它的服务事项；经过都留着。', 'Grids carry its service items no more; its history stays.'),
    ended: (on) => w(`从 ${on} 起停用。`, `Out of use from ${on}.`),
  },
  keyOf: ({ code }) => text(code),
  nameOf: ({ name, code }) => wordsIn(name) ?? w(text(code), text(code)),
  meaning: (register, isNew) => meaningOf(register, isNew, 'code'),
  begun: () => ({ carriedBy: ['level1', 'level2'], items: [] }),
  filters: [],
  says: ({ items }) => <Said count={Array.isArray(items) ? items.length : 0} />,
}

const wordsIn = (value: unknown) => {
  const { zh, en }: { zh?: unknown; en?: unknown } = Object(value)
  return typeof zh === 'string' ? w(zh, typeof en === 'string' ? en : zh) : undefined
}

function Said({ count }: { count: number }) {
  const say = useSay()
  return <>{say(w(`${count} 项服务事项`, `${count} service items`))}</>
}
