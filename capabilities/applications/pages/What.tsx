import { useSay, w } from '#web/shared/language.ts'
import type { SeenApplication } from '../contract/item.ts'
import { valueWords } from './words.ts'

/** What a list says of an application, or the whole of it. */
type Said = Omit<SeenApplication, 'host'> & Partial<Pick<SeenApplication, 'host'>>

/** What a shop offers, and what became of its application, in lines. */
export function What({ application }: { application: Said }) {
  const say = useSay()
  const { address, communityName, host, services, facilities, phone, about, visitedOn, found, because } = application
  const list = (values: readonly string[]) => values.map((value) => say(valueWords(value))).join(say(w('、', ', ')))
  const lines = [
    [w('地址', 'Address'), `${communityName} ${address ?? ''}`],
    [w('依托', 'In'), host && `${say(valueWords(host.kind))} ${host.name ?? ''}`],
    [w('服务', 'Services'), list(services)],
    [w('设施', 'Facilities'), list(facilities)],
    [w('电话', 'Telephone'), phone],
    [w('说明', 'About'), about],
    [w('上门情况', 'What was seen'), found && `${visitedOn ?? ''} ${found}`],
    [w('没有同意的理由', 'Why it was declined'), because],
  ] as const
  return (
    <div className="stack tight">
      {lines.map(
        ([words, text]) =>
          text && (
            <p key={words.en}>
              <span className="soft">{say(words)}</span> {text}
            </p>
          ),
      )}
    </div>
  )
}
