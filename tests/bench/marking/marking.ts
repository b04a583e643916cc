import { mount } from 'svelte';
import '../../../src/lib/ui/app.css';
import type { Mark } from '../../../src/lib/engine/interactions/mark/mark.ts';
import type { Cut } from '../../../src/lib/text/words.ts';
import type { Reading } from '../../../src/lib/text/reading.ts';
import MarkingBench from './MarkingBench.svelte';

const paragraphs = 12;
const sentencesEach = 8;
const wordsEach = Math.ceil(
	Number(new URLSearchParams(location.search).get('words') ?? 1200) / (paragraphs * sentencesEach),
);

/** A text of sentences with equally many words, cut as the build cuts readings. */
function makeReading(): Reading {
	const reading: Reading = {
		slug: 'bench',
		title: 'Bench',
		gist: '',
		text: '',
		blocks: [],
		styles: [],
		spans: [],
		cut: { words: [], sentences: [] },
	};
	const { words, sentences }: Cut = reading.cut;
	for (let paragraph = 0; paragraph < paragraphs; paragraph += 1) {
		const start = reading.text.length;
		for (let sentence = 0; sentence < sentencesEach; sentence += 1) {
			const from = words.length;
			for (let word = 0; word < wordsEach; word += 1) {
				words.push([reading.text.length, reading.text.length + 6]);
				reading.text += `word${String(word).padStart(2, '0')}${word === wordsEach - 1 ? '. ' : ' '}`;
			}
			sentences.push({ block: `p${paragraph}`, from, to: words.length });
		}
		reading.blocks.push({ id: `p${paragraph}`, part: 'paragraph', start, end: reading.text.length });
		reading.text += '\n\n';
	}
	return reading;
}

const target = document.querySelector('#app');
if (!target) throw new Error('The page has no place for the text.');
const initial: Mark[] = [];
mount(MarkingBench, { target, props: { reading: makeReading(), initial } });
