import { checkContent } from '../../src/lib/content/check-content.ts';
import type { ContentSource } from '../../src/lib/content/parse-content.ts';

const skills = `skills:
  - id: sourcing/attribution
    title: Find who says it
    gist: Find the source of a claim.
  - id: sourcing/identification
    title: How well is the source identified?
    gist: Tell a named person from a bare “some”.
`;

const misconceptions = `misconceptions:
  - id: named-means-true
    name: Named means true
    gist: A name tells you whom to ask. It doesn’t make the words true.
  - id: detail-is-source
    name: A precise detail is a source
    gist: Exact numbers still need somebody who says so.
`;

const glossary = `terms:
  - id: source
    term: source
    meaning: The person or document that a claim comes from.
  - id: byline
    term: byline
    meaning: The line that names the author of an article.
  - id: outlet
    term: outlet
    meaning: A newspaper, agency, site or blog that publishes news.
`;

const module = `id: one-bridge
title: One bridge, two accounts
gist: A town closes its old bridge. Two accounts tell of it.
readings: [town-paper, river-blog]
lessons: [who-closed-it, short-check]
claims:
  - { id: why-closed, question: Why was the bridge closed? }
  - { id: how-long, question: How long will it stay closed? }
`;

const townPaper = `---
slug: town-paper
original: 000_paper.txt
title: Town paper
gist: A report of the next morning.
page:
  headline: ":span[Old bridge shut to cars]{#headline .headline}"
  byline: Ada Lindholm
  date: 3 May
  outlet: Not shown.
  picture: Not shown.
---

:span[The old bridge over the Ardel has been closed to cars since Monday evening.]{#lead .passage} Walkers and cyclists may still cross it, one behind the other, along the upstream side. The council put up barriers shortly after nine and asked drivers to take the road past the mill, which adds about ten minutes to most trips.

:span[:span[Mayor Ines Albrecht]{#mayor .source .named-person} :span[said]{#mayor-said .cue .neutral} that :span[the closing was a matter of caution and that :exact[nobody is in danger today]]{#mayor-caution .content by=mayor .official claim=why-closed}.]{#mayor-statement .passage} She had the news from the engineers on Monday at noon, she added, and did not want to wait for the weekend.

:span[:span[Two engineers of the county office]{#engineers .source .described} :span[report]{#engineers-report .cue .neutral} :span[cracks in the second pillar, each as long as a hand]{#cracks .content by=engineers .first-hand claim=why-closed}.]{#engineers-statement .passage} They had come for a look that is due every six years. One of them climbed down on a rope, took photographs and marked each crack with yellow chalk. Their written report is expected within two weeks.

:span[:span[Some]{#some .source .bare} in the town :span[say]{#some-say .cue .neutral} that :span[the bridge will never open again]{#never-open .content by=some .unknown claim=how-long}.]{#some-statement .passage} The town hall does not comment on that. It points to the budget, in which money for a repair has stood for three years without being spent.

At the bakery beside the northern end, fewer people stopped on Tuesday than on other days. The owner has put a table outside, so that those who walk can rest before the climb. Her deliveries now come by cargo bike from the other bank, and she finds that they come faster than before.

The school bus takes the mill road as well. Pupils from the southern villages are asked to be at their stops a quarter of an hour earlier. The school starts at the usual time, and nobody who comes late this week has to explain it. The :term[byline]{#byline} of this report stands above it, with the day, as usual in this paper. The bridge was built ninety years ago, when the first cars came to the valley.
`;

const riverBlog = `---
slug: river-blog
original: 001_blog.txt
title: River blog
gist: A post of the same week, written by a neighbour.
page:
  headline: ":span[Our bridge is being taken from us]{#headline .headline .voice}"
  byline: Not shown.
  date: Not shown.
  outlet: A blog on life at the river.
  picture: A photograph of a barrier at night.
---

:span[They have done it again: our bridge is shut.]{#lead .passage .voice} On Monday night there were barriers where there had been a road, and in the morning half the street stood in front of them. No letter had come, no call, not even a note on the board beside the bakery, where everything else is announced.

:span[:span[A council member who didn’t want to be named]{#member .source .described} :span[told me]{#member-told .cue .neutral} that :span[the repair has been put off three times]{#put-off .content by=member .first-hand claim=why-closed}.]{#member-statement .passage} Each time, the member added, another project was more urgent: first the swimming pool, then the car park, then the new roof of the fire station.

:span[:span[It is known that the pillar was never cracked at all]{#never-cracked .content .unattributed .unknown claim=why-closed}.]{#never-cracked-statement .passage} I went down to the water myself on Tuesday with a lamp. I saw chalk, a great deal of yellow chalk, and behind it the same grey stone as ever. I am not an engineer, but I have looked at that stone for thirty years.

:span[:span[The mayor]{#mayor .source .named-person} :span[insists]{#mayor-insists .cue .verb} that :span[it is only :exact[a matter of caution]]{#mayor-caution .content by=mayor .official claim=why-closed}.]{#mayor-statement .passage} Caution is a fine word. It costs my neighbour, who is eighty and drives to her sister every day, twenty minutes and a good deal of petrol. She used to be there before the coffee was ready.

What will happen now? The engineers will write, the council will read, and the summer will pass. In the autumn somebody will find that the money is gone, and then there will be a nice new bridge for walkers, with benches and lamps, and nobody will remember that buses once drove over the old one.

I have asked the town hall for the photographs that were taken on the rope. As soon as I have them, I will show them here, whatever is on them. If there are cracks, I will say so, and I will say that I was wrong. Until then I keep my lamp by the door, and you should keep yours there too. Write to me when you have seen something at the river, even if it is small.
`;

const whoClosedIt = `# A lesson that has one of everything.
id: who-closed-it
title: Who closed it?
lens: sourcing
kind: lesson
mode: practice
tries: 2
aim: Find who says why the bridge was closed.
minutes: 3
readings: [town-paper, river-blog]
takeaways:
  - Look for the :term[source]{#source} of a claim.
  - A name tells you *whom* to ask.
teacher:
  discussion:
    - When may a source stay unnamed?
    - Which sentences need no source?
    - What would you ask the engineers?
  pitfalls:
    - Learners take a name for a proof.
  sensitive: Ask which words show it.
  standards:
    - { code: CCSS RI.8.9, gist: Compare two texts on one thing. }
steps:
  - type: explanation
    id: two-parts
    title: Who says it, and how
    text:
      - A claim has a :term[source]{#source}. The mayor says :exact[nobody is in danger today].
      - The notes show where the source stands.
    reading: town-paper
    annotations:
      - { span: town-paper#mayor, note: The one who speaks. }
      - { span: town-paper#mayor-said, note: A plain word for speaking. }

  - type: choice
    id: who-speaks
    skill: sourcing/attribution
    reading: town-paper
    passages: [town-paper#mayor-statement]
    prompt: Who says that the closing was a matter of caution?
    select: one
    quality: sound
    confidence: true
    options:
      - id: mayor
        text: Mayor Ines Albrecht
        correct: true
        verdict: trust
        feedback: You saw the name before the word “said”.
      - id: engineers
        text: Two engineers
        verdict: doubt
        feedback: They come later and speak of cracks.
        misconception: detail-is-source
      - id: nobody
        text: Nobody is named
        verdict: doubt
        feedback: A name stands there, with an office before it.
    evidence: [town-paper#mayor]
    explanation: The mayor is named and the word “said” ties the claim to her.
    next: Look for the word that ties a claim to its speaker.
    hints:
      - Look for a word of speaking.
      - It stands right after a name.

  - type: choice
    id: what-is-given
    skill: sourcing/identification
    prompt: What does the blog give you about its council member?
    select: many
    options:
      - id: place
        text: Where the member works
        correct: true
        feedback: You saw the council.
      - id: wish
        text: What the member asked for
        correct: true
        feedback: You saw the wish not to be named.
      - id: name
        text: The member’s name
        feedback: A person is described, which feels like a name. But none is given.
        misconception: named-means-true
    evidence: [river-blog#member]
    explanation: The member is described by a place and a wish.

  - type: match
    id: sort-sources
    skill: sourcing/identification
    prompt: How is each source identified?
    categories:
      - { id: named, text: Named, sign: A named source has a name to look up., verdict: trust }
      - { id: described, text: Described, sign: A described source has a role and no name. }
      - { id: bare, text: Bare, sign: A bare source is only “some” or “reports”., verdict: doubt }
    snippets:
      - id: mayor
        span: town-paper#mayor-statement
        category: named
        quality: sound
        feedback: It has a name and an office.
        tempting:
          - category: described
            feedback: The office describes her. But her name stands there too.
      - id: engineers
        span: town-paper#engineers
        category: described
        quality: sound
        feedback: It has an office and a number.
        tempting:
          - category: named
            feedback: An office sounds like a name. It doesn’t say which two.
            misconception: named-means-true
      - id: some
        span: town-paper#some-statement
        category: bare
        quality: weak
        feedback: You learn nothing about them.
        tempting:
          - category: described
            feedback: They live in the town. So do all the others.
      - id: reports
        text: Many have heard that the bridge moves.
        category: bare
        quality: weak
        feedback: Nobody is named and nobody described.
        tempting:
          - category: described
            feedback: “Many” is a number without people.
    evidence: [town-paper#mayor, town-paper#engineers]
    explanation: A name, a role, or neither of them.

  - type: choice
    id: last-question
    skill: sourcing/attribution
    prompt: Whose words are :exact[a matter of caution]{from=river-blog}?
    options:
      - id: blogger
        text: The blogger’s
        feedback: The blogger repeats them and doubts them.
      - id: mayor
        text: The mayor’s
        correct: true
        feedback: You followed the words to her.
    evidence: [river-blog#mayor-caution]
    explanation: The blog quotes the mayor there.
`;

const shortCheck = `id: short-check
title: A short check
lens: all
kind: close-reading
mode: check
aim: See what you keep.
minutes: 3
readings: [river-blog]
takeaways: [Ask who says it.]
teacher:
  discussion: [What was hard?, What was easy?, What would help?]
  pitfalls: [Learners hurry.]
  sensitive: Ask which words show it.
  standards: [{ code: C3 D3.3.9-12, gist: Draw evidence from texts. }]
steps:
  - type: choice
    id: known-by-whom
    skill: sourcing/attribution
    prompt: Who says that the pillar was never cracked?
    options:
      - id: nobody
        text: Nobody is named
        correct: true
        feedback: You saw that it is only known.
      - id: engineer
        text: An engineer
        feedback: The blog says of its author that this is no engineer.
    evidence: [river-blog#never-cracked]
    explanation: It is known, says the blog, and not by whom.
    hints: [Look for a name.]
`;

export const townFile = 'one-bridge/readings/town-paper.md';
export const blogFile = 'one-bridge/readings/river-blog.md';
export const lessonFile = 'one-bridge/lessons/who-closed-it.yaml';
export const checkFile = 'one-bridge/lessons/short-check.yaml';

/** A small content folder without a mistake, as path → text, in the order in which a folder is read. */
export const goodFiles = (): Map<string, string> =>
	new Map([
		['glossary.yaml', glossary],
		['misconceptions.yaml', misconceptions],
		[checkFile, shortCheck],
		[lessonFile, whoClosedIt],
		['one-bridge/module.yaml', module],
		[blogFile, riverBlog],
		[townFile, townPaper],
		['skills.yaml', skills],
	]);

/** The offset of the only occurrence of `piece` in `text`. */
function onlyOffset(text: string, piece: string, file: string): number {
	const offset = text.indexOf(piece);
	if (offset < 0) throw new Error(`“${piece}” does not stand in ${file}`);
	if (text.includes(piece, offset + 1)) throw new Error(`“${piece}” stands more than once in ${file}`);
	return offset;
}

const textOf = (files: ReadonlyMap<string, string>, file: string): string => {
	const text = files.get(file);
	if (text === undefined) throw new Error(`there is no file ${file}`);
	return text;
};

/** The files with one piece of one of them replaced. The piece must stand there exactly once. */
export function broken(
	file: string,
	from: string,
	to: string,
	files: ReadonlyMap<string, string> = goodFiles(),
): Map<string, string> {
	const text = textOf(files, file);
	const offset = onlyOffset(text, from, file);
	return new Map(files).set(file, text.slice(0, offset) + to + text.slice(offset + from.length));
}

/** Where the only occurrence of `piece` starts in a file, both counted from 1. */
export function placeOf(
	files: ReadonlyMap<string, string>,
	file: string,
	piece: string,
): { line: number; column: number } {
	const text = textOf(files, file);
	const before = text.slice(0, onlyOffset(text, piece, file)).split('\n');
	return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** The parsed content of files that must be without problems. */
export function sourceOf(files: ReadonlyMap<string, string>): ContentSource {
	const { content, problems } = checkContent(files);
	if (!content || problems.length > 0)
		throw new Error(`the content has problems: ${JSON.stringify(problems)}`);
	return content;
}
