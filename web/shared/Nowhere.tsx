import { Link } from 'wouter'
import { Frame } from './Frame.tsx'
import { useSay, w } from './language.ts'
import { Empty } from './parts.tsx'

/** Where there is no page. */
export default function Nowhere() {
  const say = useSay()
  return (
    <Frame title={w('没有这一页', 'No such page')}>
      <h1>{say(w('没有这一页', 'No such page'))}</h1>
      <Empty words={w('可能是地址抄错了，或者这一页已经搬走。', 'The address may be mistyped, or the page has moved.')}>
        <Link className="button main" href="/">
          {say(w('回首页', 'To the first page'))}
        </Link>
      </Empty>
    </Frame>
  )
}
