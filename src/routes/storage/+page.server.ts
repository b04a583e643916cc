import content from 'virtual:content';

export const load = () => ({ titles: content.lessons.map(({ id, title }) => ({ id, title })) });
