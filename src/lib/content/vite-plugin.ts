import { join } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { checkContent } from './check-content.ts';
import { compileContent } from './compile-content.ts';
import { formatProblem, type Problem } from './problem.ts';
import { readFiles } from './read-files.ts';

const name = 'crossread-content';
const virtualId = 'virtual:content';
const resolvedId = `\0${virtualId}`;

/** In ms. Vite's watcher drops a second change of a file within 50 ms of the first: read when that time is over. */
const settling = 60;

type Fault = { message: string; loc: { file: string; line: number; column: number }; problems: string };

function faultOf(folder: string, problems: readonly Problem[]): Fault | undefined {
	const [first] = problems;
	if (!first) return undefined;
	const lines = problems.map((problem) => formatProblem({ ...problem, file: `lessons/${problem.file}` }));
	return {
		message: `${problems.length} in lessons/\n${lines.join('\n')}`,
		loc: { file: join(folder, first.file), line: first.line, column: first.column },
		problems: lines.join('\n'),
	};
}

/**
 * Serves `virtual:content`: the checked and compiled lessons as plain JSON. A problem fails the build; in development
 * it stands in the browser's overlay, and any change below the folder reloads the page.
 */
export function content(folder: string): Plugin {
	const reload = (server: ViteDevServer) => {
		for (const { moduleGraph } of Object.values(server.environments)) {
			const module = moduleGraph.getModuleById(resolvedId);
			if (module) moduleGraph.invalidateModule(module);
		}
		const fault = faultOf(folder, checkContent(readFiles(folder)).problems);
		if (fault) {
			server.config.logger.error(fault.problems, { timestamp: true });
			server.ws.send({
				type: 'error',
				err: { message: fault.message, stack: '', loc: fault.loc, plugin: name },
			});
		} else {
			server.ws.send({ type: 'full-reload' });
		}
	};

	return {
		name,
		resolveId: (id) => (id === virtualId ? resolvedId : undefined),
		load(id) {
			if (id !== resolvedId) return undefined;
			const { content, problems } = checkContent(readFiles(folder));
			const fault = faultOf(folder, problems);
			if (fault || !content)
				this.error({ message: fault?.message ?? 'no content', ...(fault && { loc: fault.loc }) });
			return `export default ${JSON.stringify(compileContent(content))};`;
		},
		configureServer(server) {
			// Tests read the lessons once; a reload in mid-run would only disturb them.
			if (process.env.VITEST && server.config.configFile) return;
			server.watcher.add(folder);
			let settled: NodeJS.Timeout | undefined;
			server.watcher.on('all', (_event, path) => {
				if (!path.startsWith(folder)) return;
				clearTimeout(settled);
				settled = setTimeout(() => reload(server), settling);
			});
		},
	};
}
