import { spanOf, type Reading } from '../../../text/reading.ts';
import { isInside, overlap, wordCount, type WordRange } from '../../../text/words.ts';
import { repeatedIds, type ItemProblem } from '../item-check.ts';
import { compileMark } from './compile.ts';
import { effortlessF1 } from './mark.ts';
import type { AuthoredMarkItem } from './schema.ts';

/** Marking everything with one label, or leaving the marks to fix, may agree with the key at most this much (F1). */
const maxEffortless = 0.6;

/** More words than this on one screen are too many to mark in. */
const maxWords = 1_200;

export function checkMark(item: AuthoredMarkItem, readings: ReadonlyMap<string, Reading>): ItemProblem[] {
	const problems = repeatedIds('labels', item.labels);
	const at = (path: PropertyKey[], message: string, advice: string) =>
		problems.push({ path, message, advice });
	const labels = new Set(item.labels.map(({ id }) => id));

	if (item.within && item.paragraphs)
		at(['paragraphs'], 'the field is given twice', 'keep “within” or “paragraphs”');
	if (item.start === 'bare' && item.key.some(({ given }) => given))
		at(
			['start'],
			'a mark of the key is given, but the item starts bare',
			'write “start: half-marked”, or remove “given”',
		);
	if (item.start === 'half-marked' && !item.key.some(({ given }) => given))
		at(
			['start'],
			'the item starts half-marked, but no mark is given',
			'add “given: true” to some marks of the key',
		);
	if (item.start === 'half-marked' && item.key.every(({ given }) => given))
		at(['key'], 'every mark is given', 'leave some to be found');
	if ((item.start === 'to-fix') !== item.wrong.length > 0)
		at(
			['wrong'],
			item.start === 'to-fix'
				? 'there are marks to fix, but none is wrong'
				: 'wrong marks are given, but nothing is to be fixed',
			'“wrong” and “start: to-fix” belong together',
		);
	for (const group of ['key', 'wrong'] as const)
		for (const [index, { label }] of item[group].entries())
			if (!labels.has(label))
				at(
					[group, index, 'label'],
					`“${label}” is not a label of this item`,
					`use one of: ${[...labels].join(', ')}`,
				);

	const reading = readings.get(item.reading);
	if (!reading) return problems;
	const [first = 1, last = first] = item.paragraphs ?? [];
	if (first > last)
		at(['paragraphs'], 'the first paragraph comes after the last', `write [${last}, ${first}]`);
	for (const [index, { span, core }] of item.key.entries()) {
		const [outer, inner] = [spanOf(reading, span.span), core && spanOf(reading, core.span)];
		if (outer && inner && (inner.start < outer.start || inner.end > outer.end))
			at(['key', index, 'core'], 'the core lies outside its span', 'point to a span inside it');
	}
	const { field, key, arguable, clean, wrong } = compileMark(item, readings);
	if (wordCount(field) === 0) {
		at(
			[item.within ? 'within' : 'paragraphs'],
			'the field has no words',
			'name a span or paragraphs that the reading has',
		);
		return problems;
	}
	if (wordCount(field) > maxWords)
		at(
			[],
			`the field has ${wordCount(field)} words`,
			`keep it under ${maxWords}, with “within” or “paragraphs”`,
		);
	const places: { path: PropertyKey[]; words: WordRange }[] = [
		...key.map(({ core }, index) => ({ path: ['key', index, 'span'], words: core })),
		...arguable.map(({ words }, index) => ({ path: ['arguable', index, 'span'], words })),
		...clean.map(({ words }, index) => ({ path: ['clean', index, 'span'], words })),
		...wrong.map(({ words }, index) => ({ path: ['wrong', index, 'span'], words })),
	];
	for (const { path, words } of places)
		if (wordCount(words) > 0 && !isInside(words, field))
			at(path, 'this span lies outside the field', 'widen the field, or point to a span inside it');
	for (const [index, { core, label }] of key.entries()) {
		const clash = key.slice(0, index).some((other) => overlap(core, other.core) > 0);
		if (clash)
			at(
				['key', index, 'span'],
				'this mark overlaps another mark of the key',
				'marks of one item must not overlap',
			);
		const isClean = clean.some(({ words }) => overlap(words, core) > 0 && !isInside(core, words));
		if (isClean)
			at(['key', index, 'span'], `this mark (${label}) and a clean place overlap`, 'separate them');
	}
	if (places.every(({ words }) => wordCount(words) > 0)) {
		const effortless = effortlessF1({ ...item, field, key, arguable, clean, wrong, limit: 0 });
		if (effortless > maxEffortless)
			at(
				['key'],
				`marking without reading would agree ${Math.round(effortless * 100)} % with the key`,
				`widen the field or shorten the marks, to at most ${maxEffortless * 100} %`,
			);
	}
	return problems;
}
