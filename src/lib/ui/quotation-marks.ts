import type { RichText, Run } from '../text/rich-text.ts';

const opens = /[“‘"'«(]$/;
const opensItself = /^[“‘"'«]/;

/**
 * Puts exact words of an account in quotation marks where the author of the text hasn't, so that they are told apart by
 * more than their style.
 */
export const inQuotationMarks = (rich: RichText): Run[] =>
	rich.map((run, index) => {
		if (run.exact === undefined) return run;
		const before = rich[index - 1];
		const after = rich[index + 1];
		const isQuoted = opens.test(before?.text ?? '') || opensItself.test(run.text);
		const opensHere = before?.exact === undefined && !isQuoted;
		const closesHere = after?.exact === undefined && !isQuoted;
		return { ...run, text: `${opensHere ? '“' : ''}${run.text}${closesHere ? '”' : ''}` };
	});
