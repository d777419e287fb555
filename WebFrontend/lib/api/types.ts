import type { components } from './schema';

/** Names for what `schema.d.ts` says, which is made from the API's own document by `npm run api-types`. */
type Schemas = components['schemas'];

export type ImageStatus = Schemas['ImageStatus'];
export type RejectionCode = Schemas['RejectionCode'];
export type Rendition = Schemas['Rendition'];
export type Label = Schemas['LabelSummary'];
export type Instance = Schemas['Instance'];
export type DetailedLabel = Schemas['LabelDetail'];
export type ImageSummary = Schemas['ImageSummary'];
export type ImageDetail = Schemas['ImageDetail'];
export type ImagePage = Schemas['ImagePage'];
export type UploadRequest = Schemas['UploadRequest'];
export type UploadTicket = Schemas['Upload'];
export type UploadAnswer = Schemas['UploadAnswer'];
export type LabelCount = Schemas['LabelFrequency'];
export type Percentiles = Schemas['Percentiles'];
export type StateCounts = Schemas['Totals'];
export type Statistics = Schemas['Statistics'];
export type DayCounts = Schemas['Day'];
