import type { RichText, Run } from '../text/rich-text.ts';

const opens = /[“‘"'«(]$/;
const opensItself = /^[“‘"'«]/;

const isExact = (run: Run | undefined): boolean => run?.exact !== undefined;

/**
 * Puts exact words of an account in quotation marks where the author of the text hasn't, so that they are told apart by
 * more than their style. Exact words in several styles are one quotation.
 */
export const inQuotationMarks = (rich: RichText): Run[] => {
	let isQuoted = false;
	return rich.map((run, index) => {
		if (!isExact(run)) return run;
		const before = rich[index - 1];
		const opensHere = !isExact(before);
		if (opensHere) isQuoted = opens.test(before?.text ?? '') || opensItself.test(run.text);
		const closesHere = !isExact(rich[index + 1]);
		if (isQuoted) return run;
		return { ...run, text: `${opensHere ? '“' : ''}${run.text}${closesHere ? '”' : ''}` };
	});
};
