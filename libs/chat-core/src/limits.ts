/** What the server refuses to exceed. Stated in PROTOCOL.md, held by the schemas, shown by the client. */
export const LIMITS = {
  nameChars: 40,
  roomNameChars: 60,
  topicChars: 250,
  /** Of a direct room, all included. */
  directPeople: 10,
  /** Persons that one message may mention. */
  mentions: 50,
  /** Different emoji on one message. */
  reactions: 20,
  /** The same, with those that nobody has left. */
  reactionsEver: 100,
  /** Longest emoji, in UTF-16 code units: some are long sequences. */
  emojiChars: 32,
  /** Up to so many members are told how far each has read. */
  receiptMembers: 30,
  bodyChars: 8_000,
  /** Files of one message. */
  attachments: 10,
  attachmentBytes: 10 * 1024 * 1024,
  /** Of all files that one person has uploaded and not removed. */
  attachmentQuotaBytes: 500 * 1024 * 1024,
  /** Pixels of a picture, all its frames together. */
  imagePixels: 50_000_000,
  altChars: 500,
  fileNameChars: 200,
  uploadsPerMinute: 60,
  pushEndpointChars: 1_000,
  timeZoneChars: 60,
  /** Of a message, in a notification. */
  pushTextChars: 200,
  pushTestsPerMinute: 10,
  /** Largest request body or socket packet the server reads. */
  requestBytes: 64 * 1024,
  historyPage: 100,
  searchPage: 50,
  queryChars: 200,
  peoplePage: 50,
  snapshotMessages: 50,
  batchEvents: 200,
  batchBytes: 64 * 1024,
  /** A reader further behind than this is sent a `gap` instead of a replay: a snapshot is cheaper. */
  replayEvents: 5_000,
  /** A reader who may see none of this many events is given an empty frame, so that its cursor keeps up with the log. */
  quietEvents: 1_000,
  /** Longest stretch of the log that one audit covers. */
  auditEvents: 50_000,
  messagesPerSecond: 10,
  messagesBurst: 20,
  /** Of one person: what she has read, how she wants a room, that she types, that she is here. */
  signalsPerSecond: 20,
  /** That one person may create. */
  roomsPerHour: 60,
  /** From one network address. */
  signInsPerMinute: 300,
  connectionsPerUser: 16,
  connectionsPerAddress: 200,
  connections: 10_000,
} as const;
