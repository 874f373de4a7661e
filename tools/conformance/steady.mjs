const TRIES = 3;

/** For a check that someone else's news can spoil, as they may on a server in use: it counts when it succeeds once. */
export const steady = (check) => async (world) => {
  for (let tries = 1; tries < TRIES && !world.ada.signal.aborted; tries++) {
    try {
      return await check(world);
    } catch {
      // Once more.
    }
  }
  return check(world);
};
