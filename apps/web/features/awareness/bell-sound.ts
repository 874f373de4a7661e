/** A sound that comes later than that tells of nothing any more. */
const LATE_MS = 300;

let context: AudioContext | null = null;

/** Two soft tones, made here. A browser that has not let the page play yet keeps silent, also when it lets it later. */
export async function playBell(): Promise<void> {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  if (context.state !== 'running') await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, LATE_MS))]);
  if (!isRunning(context)) return;
  tone(context, 659.25, 0);
  tone(context, 880, 0.11);
}

function isRunning({ state }: AudioContext): boolean {
  return state === 'running';
}

function tone(audio: AudioContext, frequency: number, delay: number): void {
  const begin = audio.currentTime + delay;
  const gain = audio.createGain();
  gain.gain.setValueAtTime(0, begin);
  gain.gain.linearRampToValueAtTime(0.12, begin + 0.012);
  gain.gain.exponentialRampToValueAtTime(0.0001, begin + 0.45);
  gain.connect(audio.destination);
  const source = audio.createOscillator();
  source.type = 'sine';
  source.frequency.value = frequency;
  source.connect(gain);
  source.start(begin);
  source.stop(begin + 0.5);
}
