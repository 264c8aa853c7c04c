/** The name that every made file gives as the program that wrote it last. */
export const PROGRAM = 'nianbao';
