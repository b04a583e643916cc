declare global {
	namespace App {
		interface PageState {
			/** The account is open over the question, on narrow screens. */
			reading?: boolean;
		}
	}
}

export {};
