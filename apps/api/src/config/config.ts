import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { LIMITS, TIMING } from '@fourways/chat-core';
import { z } from 'zod';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));

/** Those of Chrome and its kin, Firefox, Safari and Edge. */
const PUSH_SERVICES = ['fcm.googleapis.com', 'jmt17.google.com', '*.push.services.mozilla.com', '*.push.apple.com', '*.notify.windows.com'];

const onOff = (byDefault: 'on' | 'off') =>
  z
    .enum(['on', 'off'])
    .default(byDefault)
    .transform((value) => value === 'on');
const list = (byDefault: string) =>
  z
    .string()
    .default(byDefault)
    .transform((text) => text.split(',').map((each) => each.trim()).filter(Boolean));
const whole = (byDefault: number, min: number, max: number) => z.coerce.number().int().min(min).max(max).default(byDefault);

/** A P-256 key in base64url. */
const key = (bytes: number) => z.string().regex(new RegExp(`^[\\w-]{${Math.ceil((bytes * 4) / 3)}}$`), `must be ${bytes} bytes in base64url`).optional();

const Environment = z.object({
  ATTACHMENT_MAX_BYTES: whole(LIMITS.attachmentBytes, 1, 1_000_000_000),
  ATTACHMENT_QUOTA_BYTES: whole(LIMITS.attachmentQuotaBytes, 1, 1_000_000_000_000),
  ALLOWED_ORIGINS: list(''),
  CONNECTIONS: whole(LIMITS.connections, 1, 1_000_000),
  CONNECTIONS_PER_ADDRESS: whole(LIMITS.connectionsPerAddress, 1, 1_000_000),
  CONNECTIONS_PER_USER: whole(LIMITS.connectionsPerUser, 1, 1_000_000),
  DATABASE_URL: z.string().startsWith('file:', 'must be a file: URL; other databases are not supported yet').optional(),
  DATA_DIR: z.string().default(resolve(repository, 'data')),
  DRAIN_MS: whole(TIMING.drainMs, 0, 300_000),
  HOST: z.string().default('127.0.0.1'),
  HOST_WEB: onOff('on'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  MESSAGES_PER_SECOND: whole(LIMITS.messagesPerSecond, 1, 1_000_000),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  PORT: whole(3000, 0, 65_535),
  PUSH_CONTACT: z.string().regex(/^(mailto:|https:\/\/)\S+$/, 'must be a mailto: or https: URL').default('mailto:nobody@example.com'),
  PUSH_PRIVATE_KEY: key(32),
  PUSH_PUBLIC_KEY: key(65),
  PUSH_SERVICES: list(PUSH_SERVICES.join(',')),
  RESTART_MS: whole(TIMING.restartMs, 0, 300_000),
  RETENTION_EVENTS: whole(200_000, 1, 1_000_000_000),
  RETENTION_HOURS: whole(24, 1, 24 * 366),
  ROOMS_PER_HOUR: whole(LIMITS.roomsPerHour, 1, 1_000_000),
  TAIL_EVENTS: whole(10_000, 1, 10_000_000),
  SIGN_INS_PER_MINUTE: whole(LIMITS.signInsPerMinute, 1, 1_000_000),
  TRUST_PROXY: onOff('off'),
  WELCOME: onOff('on'),
}).refine((env) => !env.PUSH_PUBLIC_KEY === !env.PUSH_PRIVATE_KEY, { path: ['PUSH_PRIVATE_KEY'], message: 'must be set together with PUSH_PUBLIC_KEY' });

interface PushConfig {
  /** Where push services can reach whoever runs this server. */
  readonly contact: string;
  /** VAPID; undefined: the database has them. */
  readonly keys: { readonly publicKey: string; readonly privateKey: string } | undefined;
  /** What pushes may be sent to: hosts (reached by HTTPS; `*.` for all below) and origins. */
  readonly services: readonly string[];
}

/** The settings, read once from the environment. Nothing else looks at `process.env`. */
export class Config {
  readonly allowedOrigins: readonly string[];
  /** Where uploaded files are, and how many bytes one of them, and all of one person, may have. */
  readonly attachments: { readonly dir: string; readonly maxBytes: number; readonly quotaBytes: number };
  readonly connections: { readonly total: number; readonly perAddress: number; readonly perUser: number };
  /** Absolute path of the SQLite file. */
  readonly databaseFile: string;
  readonly drainMs: number;
  readonly host: string;
  readonly hostWeb: boolean;
  readonly logLevel: string;
  readonly messagesPerSecond: number;
  readonly port: number;
  readonly production: boolean;
  readonly push: PushConfig;
  readonly restartMs: number;
  readonly retention: { readonly events: number; readonly ms: number };
  /** That one person may create. */
  readonly roomsPerHour: number;
  /** How many of the newest events are kept in memory. */
  readonly tailEvents: number;
  /** From one network address. */
  readonly signInsPerMinute: number;
  readonly trustProxy: boolean;
  /** Whether a new lobby has a welcome in it. */
  readonly welcome: boolean;
  readonly webDir = resolve(repository, 'apps/web');
  readonly migrationsDir = resolve(repository, 'prisma/migrations');

  /** Throws an error that names every wrong setting. */
  constructor(environment: Record<string, string | undefined>) {
    const parsed = Environment.safeParse(withoutBlanks(environment));
    if (!parsed.success) throw new Error(`The settings are wrong:\n${z.prettifyError(parsed.error)}`);
    const env = parsed.data;
    this.allowedOrigins = env.ALLOWED_ORIGINS;
    this.attachments = { dir: resolve(env.DATA_DIR, 'attachments'), maxBytes: env.ATTACHMENT_MAX_BYTES, quotaBytes: env.ATTACHMENT_QUOTA_BYTES };
    this.connections = { total: env.CONNECTIONS, perAddress: env.CONNECTIONS_PER_ADDRESS, perUser: env.CONNECTIONS_PER_USER };
    this.databaseFile = env.DATABASE_URL ? fileOf(env.DATABASE_URL) : resolve(env.DATA_DIR, 'fourways.db');
    this.drainMs = env.DRAIN_MS;
    this.host = env.HOST;
    this.hostWeb = env.HOST_WEB;
    this.logLevel = env.LOG_LEVEL;
    this.messagesPerSecond = env.MESSAGES_PER_SECOND;
    this.port = env.PORT;
    this.production = env.NODE_ENV === 'production';
    this.push = pushOf(env);
    this.restartMs = env.RESTART_MS;
    this.roomsPerHour = env.ROOMS_PER_HOUR;
    this.retention = { events: env.RETENTION_EVENTS, ms: env.RETENTION_HOURS * 3_600_000 };
    this.tailEvents = env.TAIL_EVENTS;
    this.signInsPerMinute = env.SIGN_INS_PER_MINUTE;
    this.trustProxy = env.TRUST_PROXY;
    this.welcome = env.WELCOME;
    mkdirSync(resolve(this.databaseFile, '..'), { recursive: true });
  }
}

function pushOf({ PUSH_CONTACT, PUSH_PRIVATE_KEY, PUSH_PUBLIC_KEY, PUSH_SERVICES: services }: z.infer<typeof Environment>): PushConfig {
  const keys = PUSH_PUBLIC_KEY && PUSH_PRIVATE_KEY ? { publicKey: PUSH_PUBLIC_KEY, privateKey: PUSH_PRIVATE_KEY } : undefined;
  return { contact: PUSH_CONTACT, keys, services };
}

/** An empty variable means: not set. */
function withoutBlanks(environment: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''));
}

function fileOf(url: string): string {
  return url.startsWith('file://') ? fileURLToPath(url) : resolve(fileURLToPath(pathToFileURL(repository)), url.slice('file:'.length));
}
