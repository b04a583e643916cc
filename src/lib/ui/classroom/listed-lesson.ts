/** A lesson in a list of an assignment. `isCheck`: it gives its feedback at the end, whatever the assignment says. */
export type ListedLesson = {
	id: string;
	title: string;
	minutes: number;
	questions: number;
	isCheck: boolean;
};
