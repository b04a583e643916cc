declare module 'virtual:content' {
	const content: import('./lib/content/compile-content.ts').CompiledContent;
	export default content;
}
