/** Every duration of the protocol, in one place, so that the relations between them can be checked. */
export const TIMING = {
  /** Server: an empty frame on an idle stream. */
  sseHeartbeatMs: 15_000,
  websocketHeartbeatMs: 30_000,
  websocketPingMs: 15_000,
  websocketPongMs: 10_000,
  /** Client: a stream that has been silent this long is dead. */
  deadMs: 75_000,
  sseDeadMs: 40_000,
  longPollWaitMs: 25_000,
  longPollJitterMs: 5_000,
  longPollGraceMs: 10_000,
  pollRequestMs: 10_000,
  pollIntervalMs: 2_000,
  pollIntervalMinMs: 500,
  pollIntervalMaxMs: 30_000,
  /** A page that nobody looks at polls no more often than this, says so, and is held to be here this long. */
  pollHiddenMs: 15_000,
  pollHiddenLeaseMs: 150_000,
  /** Client: from opening a transport to its first frame or notice. */
  connectMs: 5_000,
  aliveBeaconMs: 45_000,
  /** Client: a mode that broke twice in this time is left, if it was not chosen by hand. */
  unstableMs: 60_000,
  /** Client: three goodbyes as too slow in this time speak against a mode. */
  slowMs: 300_000,
  /** Client: the first try to get back to a mode that failed; the wait doubles up to `retryModeMaxMs`, when all is forgotten. */
  retryModeMs: 60_000,
  retryModeMaxMs: 600_000,
  /** Client: a better mode must live this long beside the present one before it takes over. */
  trialMs: 20_000,
  /** Tabs: the leading one says that it lives; one that has said nothing for `tabSilentMs`, or was hidden for `tabHiddenMs`, is relieved. */
  tabBeatMs: 1_000,
  tabSilentMs: 4_000,
  tabHiddenMs: 5_000,
  /** Tabs: how often the others look whether that is so, and how much longer each waits at most, so that two do not relieve it at once. */
  tabLookMs: 250,
  tabJitterMs: 500,
  /** Tabs: another one leads after so long at the latest. */
  tabTakeoverMs: 6_000,
  ephemeralConflateMs: 250,
  longPollEphemeralMs: 1_000,
  /** Reading is told once for all that was read in this time. */
  readNoticeMs: 1_000,
  /** Server: a push waits so long for somebody who seems to be here to vanish or to read; at most one for a room comes in `pushPauseMs`. */
  pushHoldMs: 180_000,
  pushPauseMs: 2_000,
  /** Server: a push service has so long to answer. */
  pushRequestMs: 10_000,
  typingTtlMs: 6_000,
  typingRepeatMs: 3_000,
  coalesceMs: 16,
  unwritableMs: 10_000,
  recycleMinMs: 480_000,
  recycleMaxMs: 600_000,
  backoffBaseMs: 500,
  backoffCapMs: 20_000,
  backoffFloorMs: 100,
  safetyTickMs: 1_000,
  proxyReadMs: 60_000,
  keepAliveMs: 65_000,
  /** Server: the headers of a request, and then all of it, must have arrived; looked after so often. */
  requestHeadersMs: 10_000,
  requestMs: 15_000,
  /** Server: an upload may take so long, while something of it arrives every `requestMs`. */
  uploadMs: 900_000,
  requestCheckMs: 1_000,
  drainMs: 10_000,
  /** Server: the next process may take this long to start; goodbyes send nobody back before. */
  restartMs: 3_000,
} as const;

/** How long a parked request may stay open before a proxy on the way may cut it. */
export const LONG_POLL_WAIT_LIMIT_MS = 28_000;

/**
 * Checks the relations that keep the durations from defeating one another (PROTOCOL T1).
 * Returns a sentence for each relation that does not hold; an empty list is good.
 */
export function brokenTimings(timing: Record<keyof typeof TIMING, number> = TIMING): string[] {
  const relations: [boolean, string][] = [
    [timing.sseHeartbeatMs * 2 + 10_000 <= timing.sseDeadMs, 'two SSE heartbeats and 10 s must fit into sseDeadMs'],
    [timing.websocketHeartbeatMs * 2 + 10_000 <= timing.deadMs, 'two WebSocket heartbeats and 10 s must fit into deadMs'],
    [timing.websocketPingMs + timing.websocketPongMs < timing.deadMs, 'a missed ping must be noticed before deadMs'],
    [timing.longPollWaitMs + 10_000 < timing.proxyReadMs, 'a held poll must end 10 s before a proxy cuts it'],
    [timing.longPollWaitMs < LONG_POLL_WAIT_LIMIT_MS, 'a held poll must end before 28 s'],
    [timing.pollIntervalMaxMs < timing.keepAliveMs, 'a poll must find its connection still alive'],
    [timing.sseHeartbeatMs * 1.1 < timing.trialMs, 'a stream on trial must get a heartbeat in time'],
    [timing.websocketPingMs < timing.trialMs, 'a socket on trial must be pinged in time'],
    [timing.tabBeatMs * 3 < timing.tabSilentMs, 'three beats of the leading tab must fit into tabSilentMs'],
    [timing.tabHiddenMs + timing.tabLookMs + timing.tabJitterMs < timing.tabTakeoverMs, 'a hidden leading tab must be relieved in time'],
    [timing.pollHiddenMs * 3 < timing.pollHiddenLeaseMs, 'a page that is not looked at must renew its lease in time'],
    [timing.pollHiddenLeaseMs < timing.pushHoldMs, 'a push must outlive the lease of a browser that has vanished'],
    [timing.requestHeadersMs < timing.requestMs, 'a request must have time for its body'],
    [timing.requestMs < timing.uploadMs, 'an upload must have more time than another request'],
    [timing.typingRepeatMs < timing.typingTtlMs, 'typing must be renewed before it expires'],
  ];
  return relations.filter(([holds]) => !holds).map(([, sentence]) => sentence);
}
