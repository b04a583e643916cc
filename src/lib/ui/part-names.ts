/** What stands before each part of a page that an account shows of itself. */
export const partNames = { byline: 'By', date: 'Date', outlet: 'Outlet', picture: 'Picture' } as const;
