export const confidenceLevels = ['not-sure', 'fairly-sure', 'sure'] as const;

export type Confidence = (typeof confidenceLevels)[number];
