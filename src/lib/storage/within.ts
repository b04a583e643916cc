/** Rejects with a `TimeoutError` where the promise has not settled after so many milliseconds. */
export function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(
			() => reject(new DOMException(`No answer within ${milliseconds} ms`, 'TimeoutError')),
			milliseconds,
		);
		promise.then(resolve, reject).finally(() => clearTimeout(timer));
	});
}
