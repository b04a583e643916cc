import type { Range, RichText } from '../text/rich-text.ts';
import { cutAtEdges } from '../text/rich-text.ts';
import type { ContentSource, ModuleSource } from './parse-content.ts';
import type { ReadingSource } from './parse-reading.ts';
import { sortProblems, type Place, type Problem } from './problem.ts';
import { resolveExact } from './resolve-exact.ts';
import { maxExactWords } from './rules/reading-rules.ts';
import { isRichText, walk } from './walk.ts';

/** Exact words of one account may be at most this share of it. */
const maxShare = 0.25;

/** So many words in a row, outside exact quotations, count as copied. */
const runLength = 8;

const normalise = (text: string): string =>
	text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ');

const wordsOf = (text: string): string[] =>
	normalise(text)
		.toLowerCase()
		.match(/[\p{L}\p{N}']+/gu) ?? [];

const windowsOf = (words: readonly string[]): string[] =>
	words.slice(runLength - 1).map((_, index) => words.slice(index, index + runLength).join(' '));

const isWordCharacter = (character: string | undefined): boolean =>
	character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Whether `quotation` stands in `text` word for word, not as part of longer words. */
function standsIn(quotation: string, text: string): boolean {
	for (let at = text.indexOf(quotation); at >= 0; at = text.indexOf(quotation, at + 1)) {
		const cutsBefore = isWordCharacter(quotation[0]) && isWordCharacter(text[at - 1]);
		const cutsAfter = isWordCharacter(quotation.at(-1)) && isWordCharacter(text[at + quotation.length]);
		if (!cutsBefore && !cutsAfter) return true;
	}
	return false;
}

type Article = { name: string; text: string; words: number; windows: Set<string> };

const toArticle = (name: string, original: string): Article => {
	const words = wordsOf(original);
	return { name, text: normalise(original), words: words.length, windows: new Set(windowsOf(words)) };
};

type Report = (message: string, advice: string) => void;

function checkQuotation(words: string, { name, text }: Article, report: Report): void {
	const count = wordsOf(words).length;
	if (!standsIn(normalise(words).trim(), text))
		report(`“${words}” does not stand in ${name}`, 'copy the words exactly, or take them out of :exact[…]');
	if (count > maxExactWords)
		report(
			`this quotation of ${count} words starts “${words.slice(0, 40)}”`,
			`quote at most ${maxExactWords} words at a time`,
		);
}

function checkCopied(text: string, articles: readonly Article[], report: Report): void {
	for (const { name, windows } of articles) {
		const copied = windowsOf(wordsOf(text)).find((window) => windows.has(window));
		if (copied)
			report(
				`“${copied}” is ${name} word for word`,
				`retell it, or mark the exact words; ${runLength} words in a row are too many`,
			);
	}
}

const fileStart: Place = { line: 1, column: 1 };

function checkReading(
	{ file, head, reading, places }: ReadingSource,
	article: Article,
	all: readonly Article[],
): Problem[] {
	const problems: Problem[] = [];
	const reportAt =
		(place: Place | undefined): Report =>
		(message, advice) =>
			problems.push({ file, ...(place ?? fileStart), message, advice });
	const exact: Range[] = [];
	let words = 0;
	for (const [index, { kind, start, end }] of reading.styles.entries()) {
		if (kind !== 'exact') continue;
		const quotation = reading.text.slice(start, end);
		exact.push({ start, end });
		words += wordsOf(quotation).length;
		checkQuotation(quotation, article, reportAt(places.styles[index]));
	}
	if (words > article.words * maxShare)
		reportAt(places.head(['original']))(
			`${words} exact words are ${Math.round((words / article.words) * 100)} % of ${head.original}`,
			`keep them to ${Math.floor(article.words * maxShare)} words, ${maxShare * 100} % of it`,
		);
	for (const [index, block] of reading.blocks.entries())
		for (const { start, end, covers } of cutAtEdges(block, exact))
			if (covers.length === 0)
				checkCopied(reading.text.slice(start, end), all, reportAt(places.blocks[index]));
	return problems;
}

const withoutOriginal = ({ file, head, places }: ReadingSource): Problem => ({
	file,
	...places.head(['original']),
	message: `the folder of originals has no file “${head.original}”`,
	advice: 'correct “original”, or add the article to the folder',
});

/** The stretches of authored text that are not exact words. */
const ownStretches = (rich: RichText): string[] =>
	rich.reduce<string[]>(
		(stretches, { text, exact }) =>
			exact === undefined ? [...stretches.slice(0, -1), (stretches.at(-1) ?? '') + text] : [...stretches, ''],
		[''],
	);

function checkLessonTexts({ lessons }: ModuleSource, articles: ReadonlyMap<string, Article>): Problem[] {
	const all = [...articles.values()];
	return [...lessons.values()].flatMap((source) => {
		const problems: Problem[] = [];
		for (const { path, value } of walk(resolveExact(source.data))) {
			const report: Report = (message, advice) =>
				problems.push({ file: source.file, ...source.locate(path), message, advice });
			if (isRichText(value)) {
				for (const { text, exact } of value) {
					const article = exact === undefined ? undefined : articles.get(exact);
					if (article) checkQuotation(text, article, report);
				}
				for (const stretch of ownStretches(value)) checkCopied(stretch, all, report);
			} else if (typeof value === 'string' && path.at(-1) !== 'text') {
				checkCopied(value, all, report);
			}
		}
		return problems;
	});
}

/**
 * Proves the content against the articles that it retells. `originals` maps file names to texts.
 * Every exact quotation stands word for word in its article and is at most 20 words; a reading's exact words are at most
 * a quarter of its article; no other run of 8 words is any article's.
 */
export function checkOriginals(
	{ modules }: ContentSource,
	originals: ReadonlyMap<string, string>,
): Problem[] {
	const problems = modules.flatMap((module) => {
		const articles = new Map(
			[...module.readings].flatMap(([slug, { head }]) => {
				const original = originals.get(head.original);
				return original === undefined ? [] : [[slug, toArticle(head.original, original)] as const];
			}),
		);
		const all = [...articles.values()];
		const found = [...module.readings].flatMap(([slug, source]) => {
			const article = articles.get(slug);
			return article ? checkReading(source, article, all) : [withoutOriginal(source)];
		});
		return [...found, ...checkLessonTexts(module, articles)];
	});
	return sortProblems(problems);
}
