import { type CaseCommand, type CaseInput, caseCommand, caseInputs } from '#shared/cases/cases-actions.ts';
import type { CaseId, DepartmentId, FileId, RequestId } from '#shared/kernel/ids.ts';
import { categoryRow } from '../../categories.ts';
import { namedId } from '../../named-id.ts';
import type { Departments } from '../departments.ts';
import type { People } from '../insert-people.ts';
import type { Act, Story } from './story.ts';

/** What the words of a story stand for: departments and other stories by id, residents by number. */
export type Glossary = { departments: Departments; people: Pick<People, 'residents'>; caseIds: ReadonlyMap<string, CaseId> };

/** The id of a story's case. */
export function caseIdOf({ key, report }: Pick<Story, 'key' | 'report'>): CaseId {
  return namedId<CaseId>(`case ${key}`, report.at);
}

/** The report of a story as the input of its command. */
export function reportInput(glossary: Glossary, { story, photoIds }: { story: Story; photoIds: readonly FileId[] }): CaseInput<'submit'> {
  const { report: said, place, code, key } = story;
  const behalf = said.behalf === null ? null : glossary.people.residents[said.behalf - 1];
  return caseInputs.submit.parse({
    ...{ caseId: caseIdOf(story), requestId: namedId<RequestId>(`request ${key} report`, said.at), kind: said.kind },
    ...{ categoryScheme: categoryRow(code).scheme, categoryCode: code, title: said.title, text: said.text },
    ...{ point: pointOf(story, said.source === 'hotline' ? 'address' : 'gnss'), address: place.address, photoIds },
    ...{ capturedAt: said.shot ? said.at : null, source: said.source, livelihood: said.livelihood },
    onBehalfOf: behalf ? { name: behalf.name, phone: behalf.phone } : null,
  });
}

type OneAct = { story: Story; no: number; act: Act; version: number; photoIds: readonly FileId[] };

/** One act as a command, read through the same schema as everything that comes from a page. */
export function actCommand(glossary: Glossary, { story, no, act, version, photoIds }: OneAct): CaseCommand {
  const requestId = namedId<RequestId>(`request ${story.key} ${no}`, act.at);
  const common = { caseId: caseIdOf(story), expectedVersion: version, requestId };
  return caseCommand.parse({ action: act.action, input: { ...inputOf(glossary, { story, act, photoIds }), ...common } });
}

/** Names become ids, pictures take the field the act has for them, inspectors stand where the case is. */
function inputOf(glossary: Glossary, { story, act, photoIds }: Pick<OneAct, 'story' | 'act' | 'photoIds'>): object {
  switch (act.action) {
    case 'register':
      return story.duplicateOf === null ? act.input : { ...act.input, duplicateOfId: glossary.caseIds.get(story.duplicateOf) };
    case 'dispatch': {
      const { leadUnitId, supportUnitIds } = act.input as { leadUnitId: string; supportUnitIds: string[] };
      const idOf = (code: string) => departmentOf(glossary, code);
      return { leadUnitId: idOf(leadUnitId), supportUnitIds: supportUnitIds.map(idOf) };
    }
    case 'selfHandle':
      return { ...act.input, afterPhotoIds: photoIds };
    case 'inspectPass':
    case 'inspectFail':
      return { ...act.input, photoIds, position: pointOf(story, 'gnss') };
    default:
      return photoIds.length === 0 ? act.input : { ...act.input, photoIds };
  }
}

function pointOf({ place }: Story, source: 'gnss' | 'address') {
  const [lng, lat] = place.point;
  return { lng, lat, accuracyM: source === 'gnss' ? 8 : null, source };
}

function departmentOf({ departments }: Glossary, code: string): DepartmentId {
  const id = departments.get(code);
  if (!id) throw new Error(`no department ${code}`);
  return id;
}
