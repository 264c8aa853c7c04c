/** A key that is equal for names that some file system takes for the same: composed or not, in upper or lower case. */
export function sameFile(name: string): string {
  return name.normalize('NFD').toUpperCase().toLowerCase().normalize('NFC');
}
