/** The environment variable that allows LibreOffice, and names its program. */
export const OFFICE_VARIABLE = 'NIANBAO_SOFFICE';

/** LibreOffice's program, if the environment allows it. */
export const allowedOffice = (): string | undefined => process.env[OFFICE_VARIABLE];
