import { requireNode, requirePackages, run } from './prepare.mjs';

requireNode();
requirePackages();
if (!run('npm', ['run', '--silent', 'build'])) process.exit(1);
await import('./serve.mjs');
