import { useSay, w } from '#web/shared/language.ts'

/** Said where this phone has no room left to keep what is written. */
export function NoRoom() {
  const say = useSay()
  return (
    <p className="note bad" role="alert">
      {say(
        w(
          '这部手机存满了，刚写的没能存下：关掉这一页就没有了。请尽快送出，或先丢掉没写完的。',
          'This phone has no room left, so what you just wrote is not kept: closing this page loses it. Send soon, or throw unfinished ones away.',
        ),
      )}
    </p>
  )
}
