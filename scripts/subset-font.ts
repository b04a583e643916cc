import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

// The reading face, cut down to what the site's texts need: a whole family would outweigh a lesson.
const ascii = Array.from({ length: 0x7e - 0x20 + 1 }, (_, index) => String.fromCodePoint(0x20 + index)).join(
	'',
);
const letters = 'ÁÉÍÓÚÑÜÇÀÈáéíóúñüçàèêâîôïöä';
const signs = ' «»“”‘’–—…·•×→←↑↓✓−½¼°§©';

const source = createRequire(import.meta.url).resolve(
	'@fontsource-variable/literata/files/literata-latin-wght-normal.woff2',
);
const font = await subsetFont(readFileSync(source), ascii + letters + signs, {
	targetFormat: 'woff2',
	variationAxes: { wght: { min: 400, max: 700 } },
});
mkdirSync('src/lib/ui/fonts', { recursive: true });
writeFileSync('src/lib/ui/fonts/literata.woff2', font);
console.log(`src/lib/ui/fonts/literata.woff2: ${font.length} bytes`);
