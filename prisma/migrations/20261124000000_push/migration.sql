-- Browsers that take pushes, and the server's keys for them
CREATE TABLE "PushDevice" (
    "sessionId" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "quietFrom" TEXT,
    "quietTo" TEXT,
    "quietZone" TEXT,
    "sentSeq" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "PushDevice_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "PushDevice_endpoint_key" ON "PushDevice"("endpoint");
CREATE INDEX "PushDevice_userId_idx" ON "PushDevice"("userId");

CREATE TABLE "PushKeys" (
    "id" INTEGER NOT NULL PRIMARY KEY DEFAULT 1,
    "publicKey" TEXT NOT NULL,
    "privateKey" TEXT NOT NULL
);
