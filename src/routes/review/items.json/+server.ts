import { json } from '@sveltejs/kit';
import content from 'virtual:content';
import { reviewIndexOf } from '$lib/content/review-index.ts';

// What a review chooses from, for pages that say what is due.
export const prerender = true;

export const GET = () => json(reviewIndexOf(content));
