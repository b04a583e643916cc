import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';

const written = new Set(['.css', '.html', '.js', '.json', '.webmanifest']);

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const renamed = (name: string) => `${basename(name, extname(name))}2${extname(name)}`;

/** The hashes by which a page's security policy knows its scripts. */
const scriptHashes = (html: string): string[] =>
	[...html.matchAll(/<script>([^]*?)<\/script>/g)].map(
		([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
	);

/** Vouches for the scripts of a page as they are now. */
function vouched(html: string, before: string): string {
	const now = scriptHashes(html);
	return scriptHashes(before).reduce((page, hash, index) => page.replaceAll(hash, now[index] ?? hash), html);
}

/**
 * A later version of a built site, in a folder of its own: as after a new build, every hashed file has another name and
 * none of the earlier ones is left. `changes` are words of lessons to write anew, from → to.
 * @returns the folder; to be removed by the caller
 */
export function redeploy(site: string, changes: ReadonlyMap<string, string> = new Map()): string {
	const folder = mkdtempSync(join(tmpdir(), 'crossread-'));
	cpSync(site, folder, { recursive: true });
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((name) => join(folder, name))
		.filter((file) => statSync(file).isFile());
	const { version } = JSON.parse(readFileSync(join(folder, '_app/version.json'), 'utf8'));
	const hashed = files.filter((file) => file.includes(join('_app', 'immutable')));
	const words = new Map([
		...changes,
		...hashed.map((file) => [basename(file), renamed(file)] as const),
		[version, `${version}2`],
	]);
	const pattern = new RegExp([...words.keys()].map(escaped).join('|'), 'g');
	for (const file of files) {
		if (!written.has(extname(file))) continue;
		const text = readFileSync(file, 'utf8');
		const changed = text.replace(pattern, (found) => words.get(found) ?? found);
		writeFileSync(file, extname(file) === '.html' ? vouched(changed, text) : changed);
	}
	for (const file of hashed) renameSync(file, join(dirname(file), renamed(file)));
	return folder;
}
