/** Where reading aloud is: at sentence `at` of `count`, from 0. */
export type Playback = { at: number; count: number; isSpeaking: boolean };

export const ready = (count: number): Playback => ({ at: 0, count, isSpeaking: false });

export const play = (playback: Playback): Playback => ({ ...playback, isSpeaking: playback.count > 0 });

/** Playing again starts the sentence anew: some systems can’t go on within one. */
export const pause = (playback: Playback): Playback => ({ ...playback, isSpeaking: false });

/** One sentence on or back, as far as there are any. It goes on speaking, or stays silent. */
export const step = (playback: Playback, by: -1 | 1): Playback => ({
	...playback,
	at: Math.max(0, Math.min(playback.count - 1, playback.at + by)),
});

/** The sentence has been spoken. After the last one it is silent, and back at the first. */
export const finishSentence = (playback: Playback): Playback =>
	playback.at + 1 < playback.count ? step(playback, 1) : ready(playback.count);
