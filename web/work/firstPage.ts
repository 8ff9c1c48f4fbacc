/** Where a role goes on that has its work elsewhere than in the queue of its post. */
const elsewhere: Readonly<Record<string, string>> = {
  // What has no holder, and what is contested, is in nobody's queue.
  dispatcher: '/console/board',
  supervisor: '/console/board',
  caller: '/work/queue?tab=call',
  // At a counter, with a person waiting.
  communityWorker: '/console/intake',
  leader: '/console/overview',
  // The guide while the district is not ready, then the first room of administration.
  systemAdmin: '/console',
  securityAdmin: '/console/people',
  auditAdmin: '/console/changes',
}

/** The first page of whoever signs in at a post: what waits for them, or what they look after. */
export const firstPage = (role: string | undefined): string => (role === undefined ? undefined : elsewhere[role]) ?? '/work/queue'
