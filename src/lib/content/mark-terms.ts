import type { RichText, Run } from '../text/rich-text.ts';
import type { GlossaryFile, LessonFile } from './schemas.ts';
import { feedbackKeys, isRichText, walk } from './walk.ts';

type Term = GlossaryFile['terms'][number];

/** Texts that are read, not chosen: a word that opens its meaning must not stand inside an answer. */
const readable: ReadonlySet<PropertyKey> = new Set([
	...feedbackKeys,
	'prompt',
	'explanation',
	'hints',
	'next',
]);

const isReadable = (path: readonly PropertyKey[], lesson: LessonFile): boolean => {
	const key = path.findLast((step) => typeof step === 'string') ?? '';
	const step = typeof path[1] === 'number' ? lesson.steps[path[1]] : undefined;
	return readable.has(key) || (key === 'text' && step?.type === 'explanation');
};

const patternOf = ({ term }: Term): RegExp =>
	new RegExp(`(?<![\\p{L}-])${term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}s?(?![\\p{L}-])`, 'iu');

/** Marks the first own occurrence of the term in a text. Says whether there was one, marked now or by the author. */
function markIn(rich: RichText, term: Term): boolean {
	if (rich.some((run) => run.term === term.id)) return true;
	const pattern = patternOf(term);
	for (const [index, run] of rich.entries()) {
		const found = run.exact === undefined && run.term === undefined ? pattern.exec(run.text) : null;
		if (!found) continue;
		const end = found.index + found[0].length;
		const pieces: Run[] = [
			{ ...run, text: run.text.slice(0, found.index) },
			{ ...run, text: found[0], term: term.id },
			{ ...run, text: run.text.slice(end) },
		];
		rich.splice(index, 1, ...pieces.filter(({ text }) => text !== ''));
		return true;
	}
	return false;
}

/** The lesson with every word of the glossary explained where it first stands in a text that is read. */
export function markTerms(lesson: LessonFile, terms: readonly Term[]): LessonFile {
	const marked = structuredClone(lesson);
	const texts = [...walk(marked.steps, ['steps'])].flatMap(({ path, value }): RichText[] =>
		isRichText(value) && isReadable(path, marked) ? [value] : [],
	);
	for (const term of terms) texts.some((rich) => markIn(rich, term));
	return marked;
}
