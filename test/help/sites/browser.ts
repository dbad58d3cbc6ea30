import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** A page in a real browser, and the errors that occurred in it. */
export interface Visit {
  readonly page: Page;
  /**
   * Requests to other hosts (which are blocked), failed requests, script errors, and errors and warnings of the
   * console.
   */
  readonly complaints: readonly string[];
}

/** Starts a browser and closes it when `use` ends. */
export async function withBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: [...offlineFlags] });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

// Flags that stop the browser's own network requests.
const offlineFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

// All pages come from this machine, so a longer wait would not help.
const timeoutMilliseconds = 10_000;

/** Opens an empty page. JavaScript is off by default, because readers of the site do not need it. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ javaScriptEnabled: false, serviceWorkers: "block", ...options });
  const complaints: string[] = [];
  await context.route("**/*", async (route) => {
    const url = new URL(route.request().url());
    if (url.protocol === "file:" || url.protocol === "data:" || url.hostname === "127.0.0.1") return route.continue();
    complaints.push(`requested another host: ${url.href}`);
    return route.abort();
  });
  context.setDefaultTimeout(timeoutMilliseconds);
  const page = await context.newPage();
  page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
  return { page, complaints };
}
