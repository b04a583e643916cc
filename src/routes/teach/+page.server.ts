import content from 'virtual:content';

export const load = () => ({ modules: content.forTeachers });
