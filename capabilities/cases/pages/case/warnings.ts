import { type Words, w } from '#web/shared/language.ts'

/** What is lost by a command, said before it is sent; it cannot simply be taken back. */
const warnings: Record<string, Words> = {
  withdraw: w(
    '撤回后不再办理，照片和文字仍会保留在办理记录里；有邻居附议的，会为他们接着办，不带您写的内容。以后可以重新报单。',
    'It will no longer be handled. What you sent stays on record; for neighbours who joined it goes on without what you wrote. You can report again.',
  ),
  decline: w(
    '这件事将不再办理，报单人会收到原因和正确的渠道，并可申诉一次。',
    'It will not be handled. The reporter is told why and where to turn, and may appeal once.',
  ),
  proposeDecline: w(
    '这件事会交派单员裁定，您手上的办理就此停下。',
    'It goes to the dispatcher for a ruling and leaves your hands.',
  ),
  merge: w(
    '这件会并入另一件，不再单独办理；报单人会随那一件收到进展。',
    'It becomes part of another case; its reporter hears with that one.',
  ),
  reject: w('维持后，报单人不能再次申诉。', 'The reporter cannot appeal again.'),
  exclude: w('剔除后不计入比率，须由第二个人同意。', 'It no longer counts in the rates; a second person must agree.'),
}
export const warningOf = (name: string): Words | undefined => warnings[name]
