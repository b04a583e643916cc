/** What a page tells the service worker: that it is up, and of which version; or that the learner wants the new version. */
export type WorkerMessage = { type: 'started'; version: string } | { type: 'take-over' };
