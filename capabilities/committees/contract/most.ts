/** How often something is done to a meeting or a task, and how much is kept of it, as contracts have it and decisions say. */
export const most = { putOffs: 20, returns: 20, reports: 100, corrections: 20, drafts: 50, remarks: 200 } as const
