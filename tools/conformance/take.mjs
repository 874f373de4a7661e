/** The first item that fits; what comes before it is passed over. */
export async function take(items, fits, name) {
  for (;;) {
    const { value, done } = await items.next();
    if (done) throw new Error(`the reading ended before ${name}`);
    if (fits(value)) return value;
  }
}

export const takeMessage = (messages, event) => take(messages, (message) => message.event === event, `the message ${event}`);

/** All items up to and with the one that fits. */
export async function takeThrough(items, fits, name) {
  const taken = [];
  await take(items, (item) => taken.push(item) && fits(item), name);
  await items.return();
  return taken;
}
