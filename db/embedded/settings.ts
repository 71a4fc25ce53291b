import type { Address } from './address'

/** Sized for a small machine; whatever concerns durability stays at its safest. */
const SETTINGS = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '60',
  shared_buffers: '32MB',
  work_mem: '4MB',
  maintenance_work_mem: '32MB',
  max_wal_size: '256MB',
  min_wal_size: '64MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_worker_processes: '2',
  max_parallel_workers: '0',
  autovacuum_max_workers: '1',
  jit: 'off',
  huge_pages: 'off',
  logging_collector: 'off',
  log_destination: 'stderr',
  unix_socket_permissions: '0700',
} as const satisfies Record<string, string>

/** Settings that older servers don't know. */
const SINCE: readonly { major: number; settings: Record<string, string> }[] = [
  { major: 18, settings: { io_method: 'sync' } },
]

/** The arguments of `postgres`: on the command line they hold whatever the data directory's file says. */
export function serverArguments(
  pgData: string,
  address: Address,
  major: number,
  extra: Record<string, string>,
): string[] {
  const newer = SINCE.filter((step) => major >= step.major).map((step) => step.settings)
  const settings = Object.assign({}, SETTINGS, ...newer, listenSettings(address), extra)
  return ['-D', pgData, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

const listenSettings = ({ host, port }: Address): Record<string, string> =>
  host.startsWith('/')
    ? { listen_addresses: '', unix_socket_directories: `"${host}"`, port: `${port}` }
    : { listen_addresses: host, unix_socket_directories: '', port: `${port}` }
