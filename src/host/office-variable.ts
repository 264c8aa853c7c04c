/** The environment variable that allows LibreOffice, and names its program. */
export const OFFICE_VARIABLE = 'NIANBAO_SOFFICE';
