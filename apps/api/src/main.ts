import { createApp } from './app.js';
import { Config } from './config/config.js';

const config = settings();
const app = await createApp(config);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());

await app.listen(config.port, config.host);

/** Says goodbye to everyone, finishes what has been begun, and ends with 0. A second signal ends at once. */
async function stop(): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  await app.close();
  process.exit(0);
}

/** Wrong settings are told in words and end the server before it begins. */
function settings(): Config {
  try {
    return new Config(process.env);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
