import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** A page in a real browser, and everything that went wrong in it. */
export interface Visit {
  readonly page: Page;
  /** Requests to other hosts (which are blocked), requests that failed, and what the console complained of. */
  readonly complaints: readonly string[];
}

/** Starts a browser for as long as `use` lasts. */
export async function withBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: [...quiet] });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

// A browser that asks nobody for anything but what the test opens.
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

// Nothing here comes from farther than this machine: what is not there by then does not come.
const longestMilliseconds = 10_000;

/** Opens an empty page. Scripts are off unless asked for: readers need none. */
export async function visit(browser: Browser, settings: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ javaScriptEnabled: false, serviceWorkers: "block", ...settings });
  const complaints: string[] = [];
  await context.route("**/*", async (route) => {
    const url = new URL(route.request().url());
    if (url.protocol === "file:" || url.protocol === "data:" || url.hostname === "127.0.0.1") return route.continue();
    complaints.push(`asked another host: ${url.href}`);
    return route.abort();
  });
  context.setDefaultTimeout(longestMilliseconds);
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
