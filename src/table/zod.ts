import * as z from 'zod';

/**
 * zod, kept from making code of text. Compiled schemas take longer to make and no less to run here, and a page whose policy forbids
 * such code would report the attempt, even the one by which zod finds out. Before any schema: each asks once, when it is made.
 */
z.config({ jitless: true });

export * from 'zod';
