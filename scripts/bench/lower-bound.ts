import { plainText, type RichText } from '../../src/lib/text/rich-text.ts';
import type { Lesson } from '../../src/lib/content/compile-content.ts';
import type { ChoiceItem } from '../../src/lib/engine/interactions/choice/schema.ts';

const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const words = (rich: RichText): string => escape(plainText(rich));

const script = `addEventListener('submit', (event) => {
	event.preventDefault();
	const form = event.target;
	const chosen = new Set(new FormData(form).getAll('answer'));
	if (chosen.size === 0) {
		form.querySelector('output').textContent = 'Choose an answer first.';
		return;
	}
	for (const line of form.querySelectorAll('[data-option]')) line.hidden = !chosen.has(line.dataset.option);
	const right = [...form.querySelectorAll('input')].every((input) => input.checked === (input.dataset.right === 'yes'));
	form.querySelector('output').textContent = right ? 'Right' : 'Not yet';
	form.querySelector('.why').hidden = false;
	const key = 'answers';
	const kept = JSON.parse(localStorage.getItem(key) ?? '{}');
	localStorage.setItem(key, JSON.stringify({ ...kept, [form.id]: [...chosen] }));
});
for (const [id, answers] of Object.entries(JSON.parse(localStorage.getItem('answers') ?? '{}')))
	for (const input of document.getElementById(id)?.querySelectorAll('input') ?? [])
		input.checked = answers.includes(input.value);
`;

const form = ({ id, prompt, select, options, explanation }: ChoiceItem): string =>
	`<form id="${id}"><fieldset><legend>${words(prompt)}</legend>${options
		.map(
			(option) =>
				`<label><input type="${select === 'one' ? 'radio' : 'checkbox'}" name="answer" value="${option.id}" data-right="${option.correct ? 'yes' : 'no'}">${words(option.text)}</label>`,
		)
		.join('')}</fieldset><button>Check</button><output></output>${options
		.map((option) => `<p data-option="${option.id}" hidden>${words(option.feedback)}</p>`)
		.join('')}<p class="why" hidden>${words(explanation)}</p></form>`;

/** The least that could show ten items with feedback: one page written by hand, with about 2 kB of JavaScript. */
export function lowerBound(lessons: readonly Lesson[]): { html: string; script: string } {
	const items = lessons
		.flatMap(({ steps }) => steps)
		.filter((step): step is ChoiceItem => step.type === 'choice')
		.slice(0, 10);
	const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Ten questions</title><style>body{max-width:40rem;margin:auto;font:1.0625rem/1.6 Georgia,serif}label{display:block}</style></head><body><h1>Ten questions</h1>${items.map(form).join('')}<script src="quiz.js"></script></body></html>`;
	return { html, script };
}
