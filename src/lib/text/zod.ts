import { z } from 'zod';

// Without this, Zod probes `new Function`, which a strict Content Security Policy reports.
z.config({ jitless: true });

export { z };
