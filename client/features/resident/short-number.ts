/** What a person says on the phone: the case number, or before the registration the last six signs of the report's own id. */
export function shortNumber({ id, caseNo }: { id: string; caseNo: string | null }): string {
  return caseNo ?? id.replaceAll('-', '').slice(-6).toUpperCase();
}
