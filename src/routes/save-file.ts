/** Hands the learner a file, as a download. `type` is a media type. */
export function saveFile(name: string, type: string, text: string): void {
	const href = URL.createObjectURL(new Blob([text], { type }));
	const link = document.createElement('a');
	link.href = href;
	link.download = name;
	link.click();
	URL.revokeObjectURL(href);
}
