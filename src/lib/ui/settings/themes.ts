/** The colour of the page in each theme, for the browser’s own bars. `app.css` has the rest. */
export const papers = { light: '#faf6ee', sepia: '#f1e3c8', dark: '#15171a' } as const;
