-- Sessions that have expired are found by their age
CREATE INDEX "Session_createdTs_idx" ON "Session"("createdTs");
