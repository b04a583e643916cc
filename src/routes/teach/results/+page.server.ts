import content from 'virtual:content';

export const load = () => ({
	lessons: content.lessons.map(({ id }) => id),
	misconceptions: content.misconceptions,
});
