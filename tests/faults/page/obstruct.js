// Runs before the page and before its workers, and spoils one of the browser's interfaces. Each fails as browsers do.

const forbidden = () => new DOMException('forbidden', 'SecurityError');
const full = () => new DOMException('no room', 'QuotaExceededError');

const interfaces = {
	IndexedDB: [self, 'indexedDB', IDBFactory.prototype, 'open'],
	locks: [Object.getPrototypeOf(navigator), 'locks', LockManager.prototype, 'request'],
	OPFS: [StorageManager.prototype, 'getDirectory', StorageManager.prototype, 'getDirectory'],
};

/** Blocks an interface: it is missing, throws when touched, refuses when called, or never answers. */
self.block = (what, how) => {
	const [owner, name, callee, method] = interfaces[what];
	const silentRequest = () =>
		Object.assign(Object.create(IDBOpenDBRequest.prototype), {
			addEventListener() {},
			removeEventListener() {},
		});
	const calls = {
		refuses:
			what === 'IndexedDB'
				? () => {
						throw forbidden();
					}
				: () => Promise.reject(forbidden()),
		'is silent': what === 'IndexedDB' ? silentRequest : () => new Promise(() => {}),
	};
	if (how === 'is missing') Object.defineProperty(owner, name, { value: undefined });
	else if (how === 'throws')
		Object.defineProperty(owner, name, {
			get() {
				throw forbidden();
			},
		});
	else callee[method] = calls[how];
};

/** Lets `count` writes to one store fail, from the write number `from` on. A journal’s write may fail half done. */
self.failWrites = (what, how, from, count) => {
	let number = 0;
	const fails = () => {
		number += 1;
		return number > from && number <= from + count;
	};
	const around = (prototype, method, failing) => {
		const write = prototype?.[method];
		if (write)
			prototype[method] = function (...args) {
				if (fails()) return failing.call(this, write, args);
				return write.apply(this, args);
			};
	};
	const throwFull = () => {
		throw full();
	};
	const journal = self.FileSystemSyncAccessHandle?.prototype;
	if (what === 'IndexedDB') {
		around(IDBObjectStore.prototype, 'add', throwFull);
		around(IDBObjectStore.prototype, 'put', throwFull);
	} else if (how === 'flush') around(journal, 'flush', throwFull);
	else
		around(journal, 'write', function (write, [bytes, options]) {
			const half = bytes.subarray(0, how === 'nothing' ? 0 : bytes.length / 2);
			const written = half.length > 0 ? write.call(this, half, options) : 0;
			if (how === 'short') return written;
			throw full();
		});
};

/** Lets the clock be wrong by `clockAhead` milliseconds; it never shows a time before 1970. */
self.letClockJump = () => {
	const now = Date.now;
	self.clockAhead = 0;
	Date.now = () => Math.max(0, now() + self.clockAhead);
};
