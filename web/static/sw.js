// Keeps the page for use without a network. It knows four files and asks nobody else.
'use strict';

const kCache = 'pki-workbench-{{build}}';
const kFiles = ['./', 'manifest.webmanifest', 'icon.svg'];

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(kCache)
      .then((cache) => cache.addAll(kFiles.map((file) => new Request(file, { cache: 'reload' }))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  const removeOld = async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith('pki-workbench-') && name !== kCache) await caches.delete(name);
    }
    await self.clients.claim();
  };
  event.waitUntil(removeOld());
});

// The network first, so that a new build shows at once; the kept copy where there is none.
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  const kept = async () =>
    (await caches.match(event.request, { ignoreSearch: true })) ??
    (event.request.mode === 'navigate' ? await caches.match('./') : undefined) ??
    Response.error();
  event.respondWith(fetch(event.request).catch(kept));
});
