const second = 1
const hour = 3600

/** How long to wait after so many attempts that failed: 5 s, 10 s, 20 s … at most an hour. In seconds. */
export const backoff = (attempts: number): number => Math.min(hour, 5 * second * 2 ** Math.min(attempts - 1, 20))
