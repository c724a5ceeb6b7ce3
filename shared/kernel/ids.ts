import * as z from 'zod/mini';

/** Ids are UUID v7 made by whoever creates the record (client-made ids make retries harmless); each kind has its own brand. */
export const caseId = z.uuid().brand<'CaseId'>();
export type CaseId = z.infer<typeof caseId>;

/** A node of the territory tree: district, street, community, grid, estate, building or household. */
export const unitId = z.uuid().brand<'UnitId'>();
export type UnitId = z.infer<typeof unitId>;

/** A department (部门) or community team that orders are dispatched to. */
export const departmentId = z.uuid().brand<'DepartmentId'>();
export type DepartmentId = z.infer<typeof departmentId>;

export const userId = z.uuid().brand<'UserId'>();
export type UserId = z.infer<typeof userId>;

/** A stored file: a photo or a document. */
export const fileId = z.uuid().brand<'FileId'>();
export type FileId = z.infer<typeof fileId>;

export const appointmentId = z.uuid().brand<'AppointmentId'>();
export type AppointmentId = z.infer<typeof appointmentId>;

/** Made by the client for one intended write; the server performs a given id once and answers a repeat with the first result. */
export const requestId = z.uuid().brand<'RequestId'>();
export type RequestId = z.infer<typeof requestId>;

/** A whistle (哨). */
export const whistleId = z.uuid().brand<'WhistleId'>();
export type WhistleId = z.infer<typeof whistleId>;
