import { soFar, useDownload } from '../shared/download.ts'
import { useSay, w } from '../shared/language.ts'
import { isStaff, useSession } from '../shared/session.tsx'

/** Taking along everything that is known of me: one file, with my photos beside it. */
export function TakeAlong({ then }: { then: () => void }) {
  const say = useSay()
  const { value: session } = useSession()
  const { bytes, problem, take } = useDownload(broken)
  if (!session?.signedIn || isStaff(session)) return null
  const press = async () => {
    await take('/api/me/data.zip', '我的资料.zip')
    then()
  }
  return (
    <section className="stack close">
      <h2>{say(w('下载我的资料', 'Take my data along'))}</h2>
      <p className="soft">
        {say(
          w(
            '您报过的事和经过、您写的话、照片、评价、消息，还有谁看过，装在一个压缩包里给您；打开里面的“我的资料”就能看。包里有您的个人信息，请收好。',
            'What you reported and what became of it, your words, photos, ratings and notices, and who looked, in one archive: open the page in it to read them. It holds your personal data: keep it safe.',
          ),
        )}
      </p>
      {problem && (
        <p className="note bad" role="alert">
          {say(problem)}
        </p>
      )}
      <button type="button" className="button" disabled={bytes !== undefined} onClick={press}>
        {say(
          bytes === undefined
            ? w('下载一份', 'Download a copy')
            : w(`正在准备，${soFar(bytes).zh}`, `Getting it ready: ${soFar(bytes).en}`),
        )}
      </button>
    </section>
  )
}

const broken = w('没有下载成功，请稍后再试。', 'The download failed: try again later.')
