// Notes to read and print: the page needs no script.
export const csr = false;
