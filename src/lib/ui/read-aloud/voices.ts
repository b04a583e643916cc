type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>;

/** Some systems write “en_GB”. */
const tagOf = (lang: string): string => lang.replace('_', '-').toLowerCase();

/**
 * The voice for a language (a BCP 47 tag). Only voices that speak on the device: others send the text away. The system’s
 * own choice goes before the first in its list.
 */
export function chooseVoice<V extends Voice>(voices: readonly V[], language: string): V | undefined {
	const [wanted] = tagOf(language).split('-');
	const fitting = voices.filter(
		({ lang, localService }) => localService && tagOf(lang).split('-')[0] === wanted,
	);
	return fitting.find((voice) => voice.default) ?? fitting[0];
}
