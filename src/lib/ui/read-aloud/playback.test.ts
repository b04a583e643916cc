import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finishSentence, pause, play, ready, step, type Playback } from './playback.ts';

const moves: Record<string, (playback: Playback) => Playback> = {
	play,
	pause,
	finishSentence,
	next: (playback) => step(playback, 1),
	previous: (playback) => step(playback, -1),
};

describe('reading aloud', () => {
	it('goes from sentence to sentence, then is silent at the first', () => {
		let playback = play(ready(3));
		const heard = [];
		for (; playback.isSpeaking; playback = finishSentence(playback)) heard.push(playback.at);
		expect(heard).toEqual([0, 1, 2]);
		expect(playback).toEqual(ready(3));
	});

	it('goes on after a pause where it was', () => {
		const second = finishSentence(play(ready(3)));
		expect(play(pause(second))).toEqual(second);
	});

	it('steps on and back without beginning or ending to speak', () => {
		expect(step(ready(3), 1)).toEqual({ at: 1, count: 3, isSpeaking: false });
		expect(step(play(step(ready(3), 1)), -1)).toEqual({ at: 0, count: 3, isSpeaking: true });
	});

	it('has nothing to say of an empty text', () => {
		expect(play(ready(0)).isSpeaking).toBe(false);
	});

	it('is at a sentence that exists, whatever is pressed', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 9 }),
				fc.array(fc.constantFrom(...Object.values(moves))),
				(count, pressed) => {
					const { at } = pressed.reduce((playback, move) => move(playback), ready(count));
					expect(at).toBeGreaterThanOrEqual(0);
					expect(at).toBeLessThan(count);
				},
			),
		);
	});
});
