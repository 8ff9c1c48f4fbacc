import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findPostgres } from '#testing/postgres.ts'

const find = (name: string) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(existsSync)

/** The programs that three nodes take, or why they cannot be run on this machine. */
export function findPrograms(): { postgres: string; patroni: string; etcd: string } | string {
  const postgres = findPostgres()
  if (postgres === undefined) return 'no PostgreSQL of version 15 or later with PostGIS was found'
  const [patroni, etcd] = [find('patroni'), find('etcd')]
  if (patroni === undefined || etcd === undefined)
    return 'there is no patroni or no etcd here (Debian: apt-get install patroni etcd-server)'
  return { postgres, patroni, etcd }
}
