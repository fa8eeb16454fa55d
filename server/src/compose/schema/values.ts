/** The words a value can be where the schema allows any string. */
export interface ClosedValue {
  /** Path pattern: `*` for any key, `[]` for any item. */
  readonly path: readonly string[];
  readonly words: readonly string[];
  /** Other forms that are fine. */
  readonly other?: RegExp;
}

const path = (text: string): readonly string[] => text.split('.');

const capabilities = [
  'ALL', 'AUDIT_CONTROL', 'AUDIT_READ', 'AUDIT_WRITE', 'BLOCK_SUSPEND', 'BPF', 'CHECKPOINT_RESTORE', 'CHOWN', 'DAC_OVERRIDE',
  'DAC_READ_SEARCH', 'FOWNER', 'FSETID', 'IPC_LOCK', 'IPC_OWNER', 'KILL', 'LEASE', 'LINUX_IMMUTABLE', 'MAC_ADMIN',
  'MAC_OVERRIDE', 'MKNOD', 'NET_ADMIN', 'NET_BIND_SERVICE', 'NET_BROADCAST', 'NET_RAW', 'PERFMON', 'SETFCAP', 'SETGID',
  'SETPCAP', 'SETUID', 'SYSLOG', 'SYS_ADMIN', 'SYS_BOOT', 'SYS_CHROOT', 'SYS_MODULE', 'SYS_NICE', 'SYS_PACCT', 'SYS_PTRACE',
  'SYS_RAWIO', 'SYS_RESOURCE', 'SYS_TIME', 'SYS_TTY_CONFIG', 'WAKE_ALARM',
]; // biome-ignore format: one table
const capability = new RegExp(`^(?:CAP_)?(?:${capabilities.join('|')})$`, 'i');

/** Sets that are closed in practice: Compose passes the word on, and the engine refuses others. */
export const closedValues: readonly ClosedValue[] = [
  {
    path: path('services.*.restart'),
    words: ['no', 'always', 'unless-stopped', 'on-failure'],
    other: /^on-failure:\d+$/,
  },
  {
    path: path('services.*.pull_policy'),
    words: ['always', 'never', 'build', 'missing', 'if_not_present', 'refresh', 'daily', 'weekly'],
    other: /^every_(?:\d+[wdhms])+$/,
  },
  { path: path('services.*.ports.[].mode'), words: ['host', 'ingress'] },
  { path: path('services.*.ports.[].protocol'), words: ['tcp', 'udp', 'sctp'], other: /^(?:tcp|udp|sctp)$/i },
  { path: path('services.*.deploy.mode'), words: ['replicated', 'global', 'replicated-job', 'global-job'] },
  { path: path('services.*.deploy.endpoint_mode'), words: ['vip', 'dnsrr'] },
  {
    path: path('services.*.deploy.restart_policy.condition'),
    words: ['none', 'on-failure', 'any'],
    other: /^(?:always|unless-stopped|no)$/,
  },
  { path: path('services.*.deploy.update_config.failure_action'), words: ['continue', 'rollback', 'pause'] },
  { path: path('services.*.deploy.rollback_config.failure_action'), words: ['continue', 'pause'] },
  { path: path('services.*.volumes.[].consistency'), words: ['consistent', 'cached', 'delegated', 'default'] },
  {
    path: path('services.*.volumes.[].bind.propagation'),
    words: ['private', 'rprivate', 'shared', 'rshared', 'slave', 'rslave'],
  },
  {
    path: path('services.*.ipc'),
    words: ['shareable', 'private', 'host', 'none'],
    other: /^(?:service|container):./,
  },
  { path: path('services.*.pid'), words: ['host'], other: /^(?:service|container):./ },
  { path: path('services.*.uts'), words: ['host'] },
  { path: path('services.*.userns_mode'), words: ['host'], other: /^(?:keep-id|auto|nomap|container:|ns:)/ },
  { path: path('services.*.isolation'), words: ['default', 'process', 'hyperv'] },
  { path: path('services.*.env_file.[].format'), words: ['raw'] },
  { path: path('services.*.cap_add.[]'), words: capabilities, other: capability },
  { path: path('services.*.cap_drop.[]'), words: capabilities, other: capability },
];

/** Usual words where others are fine too; only offered in completion. */
export const usualValues: readonly ClosedValue[] = [
  { path: path('services.*.network_mode'), words: ['bridge', 'host', 'none'] },
  {
    path: path('services.*.logging.driver'),
    words: [
      'json-file',
      'local',
      'none',
      'syslog',
      'journald',
      'gelf',
      'fluentd',
      'awslogs',
      'splunk',
      'etwlogs',
      'gcplogs',
    ],
  },
  { path: path('networks.*.driver'), words: ['bridge', 'overlay', 'macvlan', 'ipvlan', 'host', 'none'] },
  { path: path('volumes.*.driver'), words: ['local'] },
  { path: path('services.*.build.network'), words: ['default', 'host', 'none'] },
  { path: path('services.*.build.entitlements.[]'), words: ['network.host', 'security.insecure', 'device'] },
  { path: path('services.*.build.isolation'), words: ['default', 'process', 'hyperv'] },
  { path: path('services.*.platform'), words: ['linux/amd64', 'linux/arm64', 'linux/arm/v7', 'windows/amd64'] },
  {
    path: path('services.*.build.platforms.[]'),
    words: ['linux/amd64', 'linux/arm64', 'linux/arm/v7', 'windows/amd64'],
  },
  {
    path: path('services.*.stop_signal'),
    words: ['SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGHUP', 'SIGKILL', 'SIGUSR1', 'SIGUSR2', 'SIGWINCH'],
  },
  {
    path: path('services.*.security_opt.[]'),
    words: [
      'no-new-privileges:true',
      'apparmor=unconfined',
      'seccomp=unconfined',
      'label=disable',
      'systempaths=unconfined',
    ],
  },
  {
    path: path('services.*.deploy.resources.reservations.devices.[].capabilities.[]'),
    words: ['gpu', 'compute', 'utility', 'video', 'graphics', 'display'],
  },
  { path: path('services.*.healthcheck.test.[]'), words: ['CMD', 'CMD-SHELL', 'NONE'] },
  { path: path('services.*.extra_hosts.[]'), words: ['host.docker.internal=host-gateway'] },
];
