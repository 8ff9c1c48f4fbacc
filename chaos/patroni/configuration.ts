/** One node of a cluster: its ports on loopback, and the folder in which it lies. */
export interface Place {
  name: string
  postgres: number
  rest: number
  folder: string
}

/**
 * What Patroni is told, as JSON, which is YAML too. A leader that is gone has lost its lock after `ttl` seconds at the latest, so
 * that another leads within 20; with a synchronous standby nothing that was acknowledged is lost.
 */
export const configurationOf = ({ name, postgres, rest, folder }: Place, etcd: number, programs: string): string =>
  JSON.stringify({
    scope: 'linli',
    name,
    restapi: { listen: `127.0.0.1:${rest}`, connect_address: `127.0.0.1:${rest}` },
    etcd3: { hosts: `127.0.0.1:${etcd}` },
    bootstrap: {
      dcs: {
        ...{ ttl: 15, loop_wait: 3, retry_timeout: 5, synchronous_mode: true },
        postgresql: { use_pg_rewind: true, parameters: { wal_log_hints: 'on', max_connections: 100, timezone: 'UTC' } },
      },
      initdb: [{ encoding: 'UTF8' }, { locale: 'C.UTF-8' }, 'data-checksums'],
    },
    postgresql: {
      listen: `127.0.0.1:${postgres}`,
      connect_address: `127.0.0.1:${postgres}`,
      data_dir: `${folder}/data`,
      bin_dir: programs,
      pgpass: `${folder}/pgpass`,
      authentication: { superuser: { username: 'postgres' }, replication: { username: 'replicator' } },
      parameters: { unix_socket_directories: folder },
      pg_hba: ['local all all trust', 'host all all 127.0.0.1/32 trust', 'host replication all 127.0.0.1/32 trust'],
    },
  })
