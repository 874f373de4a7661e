// Imported first by the tools that a newcomer starts: an old Node.js gets a sentence instead of a stack trace.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Fourways needs Node.js 20.19 or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org.`);
  process.exit(1);
}
