import { plainText } from '../../../text/rich-text.ts';
import { repeatedIds, type ItemProblem } from '../item-check.ts';
import { maxTextLength } from './extended-text.ts';
import type { ExtendedTextItem } from './schema.ts';

export function checkExtendedText(item: ExtendedTextItem): ItemProblem[] {
	const problems = repeatedIds('rubric', item.rubric);
	const length = item.model.map(plainText).join('\n\n').length;
	if (length > maxTextLength)
		problems.push({
			path: ['model'],
			message: `the model answer has ${length} characters`,
			advice: `keep it under ${maxTextLength}, as learners must`,
		});
	return problems;
}
