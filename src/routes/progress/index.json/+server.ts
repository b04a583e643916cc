import { json } from '@sveltejs/kit';
import content from 'virtual:content';
import { progressIndexOf } from '$lib/content/progress-index.ts';

// What it takes to name what answers show, for the pages that say so.
export const prerender = true;

export const GET = () => json(progressIndexOf(content));
