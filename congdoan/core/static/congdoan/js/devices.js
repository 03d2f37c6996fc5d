/* Allows notices on this device: asks the browser, gives the server what it gave, and says how this device stands. */
const root = document.querySelector("[data-devices]");
const form = root.querySelector("form[data-when]");
const LONGEST_WAIT = 20_000;
const able = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

function say(state) {
  for (const part of root.querySelectorAll("[data-when]")) part.hidden = !part.dataset.when.split(" ").includes(state);
}

function bytes(text) {
  const padded = text.replaceAll("-", "+").replaceAll("_", "/").padEnd(Math.ceil(text.length / 4) * 4, "=");
  return Uint8Array.from(atob(padded), (letter) => letter.charCodeAt(0));
}

async function rowOf(subscription) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(subscription.endpoint)));
  const mark = [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return document.querySelector(`[data-device="${mark}"]`);
}

function isForKey(subscription) {
  const key = new Uint8Array(subscription.options.applicationServerKey ?? []);
  return key.join() === bytes(root.dataset.key).join();
}

async function present() {
  const registration = await navigator.serviceWorker.getRegistration(root.dataset.scope);
  return registration?.pushManager.getSubscription();
}

async function subscribed() {
  const before = await present();
  if (before && !isForKey(before)) await before.unsubscribe();
  const registration = await navigator.serviceWorker.register(root.dataset.worker, { scope: root.dataset.scope });
  await started(registration);
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(root.dataset.key) });
}

/* A worker that is new must have started before the browser gives out an address for it. */
function started(registration) {
  const coming = registration.installing ?? registration.waiting;
  if (registration.active || !coming) return Promise.resolve();
  return new Promise((done) => coming.addEventListener("statechange", () => coming.state === "activated" && done()));
}

/* Where the push service is out of reach, some browsers never answer. */
function patiently(answer) {
  return Promise.race([answer, new Promise((_, refuse) => setTimeout(refuse, LONGEST_WAIT))]);
}

async function look() {
  if (!able) return say("unable");
  if (Notification.permission === "denied") return say("blocked");
  const subscription = await present();
  const row = subscription && (await rowOf(subscription));
  if (!row) return say("off");
  row.querySelector("[data-here]").hidden = false;
  row.querySelector("form").addEventListener("submit", () => subscription.unsubscribe());
  return say("on");
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if ((await Notification.requestPermission()) !== "granted") return look();
  say("asking");
  try {
    const { endpoint, keys } = (await patiently(subscribed())).toJSON();
    Object.entries({ endpoint, ...keys }).forEach(([name, value]) => (form.elements[name].value = value));
    form.submit();
  } catch {
    say("failed");
  }
});

look();
