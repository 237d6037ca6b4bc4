/** Whether this bundle may be given very long routes; build.mjs answers no for the page of few stays, which spares their code. */
export const LONG_ROUTES = true;
