// Serves the built site as a static host would, and says where.
import { existsSync } from 'node:fs';
import { startHost } from './static-host.mjs';

const port = Number(process.env.PORT ?? 4173);

if (!Number.isInteger(port) || port < 1 || port > 65535) {
	console.error(
		`PORT is “${process.env.PORT}”, which is not a port. Use a number from 1 to 65535, as in: PORT=5000 npm start`,
	);
	process.exit(2);
}
if (!existsSync('build/index.html')) {
	console.error('There is no built site in build/. Run “npm run build” first, or use “npm start”.');
	process.exit(2);
}

try {
	const { url } = await startHost({ folder: 'build', port, base: process.env.BASE_PATH });
	console.log(`Crossread is at ${url}  (Ctrl+C stops it)`);
} catch (error) {
	const taken = error instanceof Error && /EADDRINUSE/.test(error.message);
	console.error(
		taken
			? `Port ${port} is taken. Stop what uses it, or choose another one: PORT=${port + 1} npm start`
			: error,
	);
	process.exit(1);
}
