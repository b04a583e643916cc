import { readFileSync } from 'node:fs';

const script = readFileSync(new URL('page/obstruct.js', import.meta.url), 'utf8');

/** A script that runs before a page or worker and spoils some of the browser's interfaces; see `page/obstruct.js`. */
export const obstruct = (spoil: string): string => spoil && `if (!self.block) {\n${script}\n${spoil};\n}`;
