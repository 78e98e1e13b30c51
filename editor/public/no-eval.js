// The schemas are told before they load that no code is made from text here: their probe for it would be
// reported against the content security policy.
globalThis.__zod_globalConfig = { jitless: true };
