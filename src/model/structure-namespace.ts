/** The namespace of the part by which an OFD file of ours says what its text objects are. */
export const STRUCTURE_NAMESPACE = 'urn:nianbao:structure';
