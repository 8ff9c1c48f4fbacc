/**
 * The single addresses that one with several hosts stands for, as PostgreSQL's own programs read it:
 * `postgres://linli@one:5432,two:5433/linli`. A host without a port has the usual one.
 */
export function hostsOf(address: string): string[] {
  const [, before = '', hosts = '', after = ''] = /^(\w+:\/\/(?:[^@/]*@)?)([^/?]*)(.*)$/.exec(address) ?? []
  const several = hosts.split(',')
  return several.length > 1 ? several.map((host) => `${before}${host}${after}`) : [address]
}
