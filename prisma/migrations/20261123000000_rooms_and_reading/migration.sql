-- People are found by their names
ALTER TABLE "User" ADD COLUMN "folded" TEXT NOT NULL DEFAULT '';
UPDATE "User" SET "folded" = lower("name");
CREATE INDEX "User_folded_id_idx" ON "User"("folded", "id");

-- Rooms
ALTER TABLE "Room" ADD COLUMN "messageCount" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Room" ADD COLUMN "ownerId" TEXT;
ALTER TABLE "Room" ADD COLUMN "topic" TEXT;
ALTER TABLE "Room" ADD COLUMN "archivedTs" BIGINT;
ALTER TABLE "Room" ADD COLUMN "people" TEXT;
ALTER TABLE "Room" ADD COLUMN "directKey" TEXT;
CREATE UNIQUE INDEX "Room_directKey_key" ON "Room"("directKey");

-- Messages are numbered by room
ALTER TABLE "Message" ADD COLUMN "number" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Message" ADD COLUMN "replyTo" TEXT;
ALTER TABLE "Message" ADD COLUMN "mentions" TEXT;
UPDATE "Message" SET "number" = n."number"
FROM (SELECT "id", row_number() OVER (PARTITION BY "roomId" ORDER BY "roomSeq") AS "number" FROM "Message") n
WHERE n."id" = "Message"."id";
CREATE UNIQUE INDEX "Message_roomId_number_key" ON "Message"("roomId", "number");
CREATE UNIQUE INDEX "Message_seq_key" ON "Message"("seq");
CREATE INDEX "Message_roomId_authorId_number_idx" ON "Message"("roomId", "authorId", "number");
UPDATE "Room" SET "messageCount" = (SELECT COUNT(*) FROM "Message" WHERE "roomId" = "Room"."id");

-- Reading
CREATE TABLE "Subscription" (
    "roomId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "readNumber" INTEGER NOT NULL DEFAULT 0,
    "seenNumber" INTEGER,
    "level" TEXT NOT NULL,
    "starred" BOOLEAN NOT NULL DEFAULT false,
    "position" REAL,

    PRIMARY KEY ("roomId", "userId"),
    CONSTRAINT "Subscription_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Subscription_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "Subscription_userId_idx" ON "Subscription"("userId");
INSERT INTO "Subscription" ("roomId", "userId", "readNumber", "level")
SELECT DISTINCT m."roomId", m."userId", r."messageCount", 'mentions' FROM "Membership" m JOIN "Room" r ON r."id" = m."roomId" WHERE m."leftSeq" IS NULL;

CREATE TABLE "Mention" (
    "roomId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "messageId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,

    PRIMARY KEY ("roomId", "userId", "number")
);
CREATE INDEX "Mention_messageId_idx" ON "Mention"("messageId");

-- Reactions
CREATE TABLE "Reaction" (
    "messageId" TEXT NOT NULL,
    "emoji" TEXT NOT NULL,
    "users" TEXT NOT NULL,
    "sinceTs" BIGINT NOT NULL,
    "seq" INTEGER NOT NULL,

    PRIMARY KEY ("messageId", "emoji")
);

-- Search: the room and the stems of a message's words, by the message's seq
CREATE VIRTUAL TABLE "MessageSearch" USING fts5("room", "stems", content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='2 3');

CREATE TABLE "SearchPosition" (
    "id" INTEGER NOT NULL PRIMARY KEY DEFAULT 1,
    "seq" INTEGER NOT NULL
);

-- Events of before do not say the numbers that are counted by from now on: clients begin with a snapshot
DELETE FROM "Event";
UPDATE "Log" SET "first" = "head" + 1;
