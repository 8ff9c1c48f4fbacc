/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const self: ServiceWorkerGlobalScope & { __files: { url: string; revision: string | null }[] }

// Keeps the pages themselves, so that they open without a network. What they show comes from the server, or from what the page
// keeps itself (`shared/offline`): this keeps no answer of the interface.
precacheAndRoute(self.__files)
cleanupOutdatedCaches()
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/api\//, /^\/hsds\//, /^(?!\/r\/).*\.[a-z0-9]+$/i],
  }),
)

// A new version of the pages takes over when all old ones were closed: no page changes under somebody's hands.
