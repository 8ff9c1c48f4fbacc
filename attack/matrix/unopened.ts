/** The operations through which nobody comes here, of those who may, and why: each is tried in stories of its own. */
export const unopened: ReadonlyMap<string, string> = new Map([
  ['GET /api/live', 'a stream without end (kernel/record/live.story.test.ts)'],
  ['POST /api/session/second-factor/confirm', 'a code of the moment (kernel/people/people.story.test.ts)'],
  ['POST /api/errands/{id}/takeOver', 'nobody is at the helper’s post any more (capabilities/errands/stranded.story.test.ts)'],
  ['POST /api/errands/{id}/keep', 'whose papers they are was erased (capabilities/errands/stranded.story.test.ts)'],
])
