// Who may import whom, inside a project and beyond it. (Between projects the Nx tags say it as well: eslint.config.mjs.)
// A name ending in `/` is a folder and all that is in it; other names are packages and their subpaths.
//   from    the files that the rule is for            except  files among them that it leaves alone
//   only    all that they may import                   never   what they may not import; `own` is the importing file's place
//   among   narrows `only` to imports of these places

const tests = ['*.spec.ts', '*.spec.tsx', 'libs/chat-core/src/testing/', 'apps/api/test/', 'apps/web/test/', 'apps/web/e2e/', 'apps/bench/test/'];
const api = 'apps/api/src/';
const modes = ['poll', 'long-poll', 'sse', 'websocket'];
const prisma = [`${api}database/`, `${api}generated/`, '@prisma/client', '@prisma/adapter-better-sqlite3', '@prisma/adapter-pg', 'better-sqlite3'];
const withDatabase = ['attachments', 'database', 'log', 'rooms', 'presence', 'push', 'search', 'session', 'snapshot'];

const siblings = modes.map((mode) => ({
  from: [`${api}delivery/${mode}/`],
  never: modes.filter((other) => other !== mode).map((other) => `${api}delivery/${other}/`),
  because: 'The four ways are siblings: none imports another. What two of them need belongs to delivery/ itself, or to chat-core.',
}));

export const boundaries = [
  {
    from: ['libs/chat-core/src/'],
    except: tests,
    only: ['libs/chat-core/src/', 'zod'],
    because: 'chat-core imports only zod and itself, so that it runs in any browser and any server.',
  },
  {
    from: ['libs/chat-client/src/'],
    except: tests,
    only: ['libs/chat-client/src/', '@fourways/chat-core', 'socket.io-client', 'eventsource', 'uuid'],
    because: 'chat-client imports only chat-core, socket.io-client, eventsource and uuid.',
  },
  {
    from: ['libs/chat-client/src/transports/'],
    except: tests,
    never: ['libs/chat-client/src/transports/'],
    because: 'A transport never imports another transport: what two of them need lies beside the folder.',
  },
  {
    from: ['apps/api/'],
    except: tests,
    never: ['@fourways/chat-client', 'libs/chat-client/', '@fourways/web', 'apps/web/'],
    because: 'The api imports chat-core; chat-client is for its tests only.',
  },
  {
    from: ['apps/web/', 'apps/bench/'],
    except: tests,
    never: ['@fourways/api', 'apps/api/', '@prisma/client', 'better-sqlite3', '@nestjs/common', '@nestjs/core'],
    because: 'The web app and the bench know the api by its protocol alone: they import chat-core and chat-client.',
  },
  ...siblings,
  {
    from: [`${api}delivery/`, `${api}audit/`],
    except: tests,
    never: [...prisma, `${api}snapshot/`],
    because: "Delivery reads the log through chat-core's reader, and so does its audit: they never touch Prisma or the database.",
  },
  {
    from: [`${api}rooms/`],
    except: tests,
    among: [api],
    only: ['rooms', 'session', 'log', 'database', 'config', 'generated'].map((folder) => `${api}${folder}/`),
    because: 'rooms imports session, log and database: it appends and rings, and does not know who delivers.',
  },
  {
    from: [api],
    except: [...tests, ...withDatabase.map((folder) => `${api}${folder}/`), `${api}app.module.ts`],
    never: prisma,
    because: `Only ${withDatabase.join(', ')} touch the database.`,
  },
];
