import { ChatClient } from '@fourways/chat-client';

const client = new ChatClient({ baseUrl: process.argv[2] ?? 'http://localhost:3000', mode: 'poll' });
await client.signIn('Follower');
await client.start();

const rooms = [...client.getSnapshot().timeline.rooms.values()];
const lobby = rooms.find(({ room }) => room.name === 'lobby').room.id;
let printed = 0;
client.subscribe(() => {
  const { mode, timeline } = client.getSnapshot();
  for (const { roomSeq, author, body } of timeline.rooms.get(lobby).messages) {
    if (roomSeq > printed) console.log(`${mode} | ${author.name}: ${body}`);
    printed = Math.max(printed, roomSeq);
  }
});

for (const mode of ['poll', 'long-poll', 'sse', 'websocket']) {
  const { outcome, overlapMs } = await client.use(mode);
  console.log(`-- ${mode}: ${outcome}, ${overlapMs} ms make before break`);
  client.post(lobby, `Hello by ${mode}`);
  await new Promise((resolve) => setTimeout(resolve, 5_000));
}
client.close();
