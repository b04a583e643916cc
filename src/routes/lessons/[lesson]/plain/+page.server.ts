import content from 'virtual:content';

export const entries = () => content.lessons.map(({ id }) => ({ lesson: id }));
