import { chooseVoice } from './voices.ts';

/** Speaks one sentence at a time. */
export type Speaker = {
	/** The voice for a language that works on this device; the list of them may come late. */
	voiceFor: (language: string) => SpeechSynthesisVoice | undefined;
	/** Calls back when the list of voices changes. Returns what ends it. */
	watchVoices: (onchange: () => void) => () => void;
	/** Silences what is being said. Neither callback is called for what is silenced. */
	speak: (
		words: string,
		how: { voice: SpeechSynthesisVoice; rate: number },
		then: { onend: () => void; onfail: () => void },
	) => void;
	stop: () => void;
};

/** Undefined where the browser can’t speak, or forbids it. */
export function openSpeaker(): Speaker | undefined {
	try {
		const speech: SpeechSynthesis | undefined = window.speechSynthesis;
		return speech && makeSpeaker(speech);
	} catch {
		return undefined;
	}
}

function makeSpeaker(speech: SpeechSynthesis): Speaker {
	let current: SpeechSynthesisUtterance | undefined;
	const stop = () => {
		current = undefined;
		speech.cancel();
	};
	return {
		voiceFor: (language) => chooseVoice(speech.getVoices(), language),
		watchVoices(onchange) {
			speech.addEventListener('voiceschanged', onchange);
			return () => speech.removeEventListener('voiceschanged', onchange);
		},
		speak(words, { voice, rate }, { onend, onfail }) {
			stop();
			const utterance = new SpeechSynthesisUtterance(words);
			utterance.voice = voice;
			utterance.lang = voice.lang;
			utterance.rate = rate;
			// What is cancelled ends or fails too, and later than what comes after it begins.
			utterance.onend = () => current === utterance && onend();
			utterance.onerror = () => current === utterance && onfail();
			current = utterance;
			speech.speak(utterance);
		},
		stop,
	};
}
