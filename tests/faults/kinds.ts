import type { Kind } from './kind.ts';
import { blockedKind } from './kinds/blocked.ts';
import { damagedDatabase, damagedJournal } from './kinds/damage.ts';
import { damagedFiles } from './kinds/damaged-files.ts';
import { diskFull } from './kinds/disk-full.ts';
import { interruptKind } from './kinds/interrupt.ts';
import { killKind } from './kinds/kill.ts';
import { deploy } from './kinds/lesson-deploy.ts';
import { blockedLocks, blockedSiteData } from './kinds/lesson-blocked.ts';
import { clock } from './kinds/lesson-clock.ts';
import { lessonLeft } from './kinds/lesson-left.ts';
import { quota } from './kinds/quota.ts';
import { twoTabs } from './kinds/two-tabs.ts';

/** Every kind of fault, in the order of the table. */
export const kinds: readonly Kind[] = [
	killKind('kill-light', 'SIGKILL while writing', { full: 100, short: 2 }, { load: 'light' }),
	killKind('kill-heavy', 'SIGKILL while writing heavily', { full: 100, short: 2 }, { load: 'heavy' }),
	interruptKind('crash', 'Renderer crash'),
	interruptKind('reload', 'Reload'),
	interruptKind('close', 'Tab closed'),
	interruptKind('back', 'Back'),
	diskFull,
	quota,
	blockedKind('IndexedDB'),
	blockedKind('OPFS'),
	damagedJournal,
	damagedDatabase,
	damagedFiles,
	twoTabs,
	lessonLeft,
	blockedLocks,
	blockedSiteData,
	clock,
	deploy,
	{
		...killKind('naive', 'SIGKILL, naive store', { full: 10, short: 1 }, { load: 'light', query: 'naive' }),
		losesOnPurpose: true,
	},
];
