export interface ServerSettingsInput {
  readonly port: number;
  /** Give up durability for speed: tests only. */
  readonly fast: boolean;
}

/**
 * The settings of the embedded server, as command-line arguments. Sized for a laptop; the log holds no values of
 * rows (no statement texts, no key values in details), so that erasing a person needs no change of log files.
 */
export function serverSettings({ port, fast }: ServerSettingsInput): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'max_connections=60',
    'shared_buffers=128MB',
    'wal_level=replica',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_min_messages=warning',
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    'log_checkpoints=off',
    'logging_collector=off',
    // Right after a large import the planner has to hear of it: within seconds instead of a minute.
    ...(fast ? [] : ['autovacuum_naptime=10s']),
    ...(fast ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : ['fsync=on']),
  ];
  return settings.flatMap((setting) => ['-c', setting]);
}
