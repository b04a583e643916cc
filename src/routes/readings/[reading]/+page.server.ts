import { error } from '@sveltejs/kit';
import content from 'virtual:content';

export const entries = () => content.readings.map(({ slug }) => ({ reading: slug }));

export function load({ params }) {
	const reading = content.readings.find(({ slug }) => slug === params.reading);
	return reading ? { reading } : error(404, 'There is no such account.');
}
