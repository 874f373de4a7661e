-- Reactions that nobody has left are forgotten with their events.
CREATE INDEX "Reaction_left_idx" ON "Reaction" ("seq") WHERE "users" = '[]';
