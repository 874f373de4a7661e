// For Prisma's own commands (`npx prisma migrate dev`, `npx prisma studio`). The server itself needs none of it.
import { defineConfig } from 'prisma/config';

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? 'file:./data/fourways.db' },
});
