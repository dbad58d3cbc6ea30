// What we use of Eleventy's own server (2.1), which ships without types.
declare module "@11ty/eleventy-dev-server" {
  interface Answer {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  }

  interface Options {
    readonly domDiff: boolean;
    readonly messageOnStart: () => false;
    readonly logger: Readonly<Record<"info" | "log" | "error", (line: string) => void>>;
    /** By the pattern of their paths: what is asked for is answered here; where nothing is given back, from the folder. */
    readonly onRequest: Readonly<Record<string, (request: { readonly url: URL }) => Answer | undefined>>;
  }

  interface Server {
    serve(port: number): void;
    ready(): Promise<void>;
    getServerUrl(host: string): string;
    /** Tells all browsers to load their pages again. */
    reload(): void;
    close(): Promise<void>;
  }

  const server: { getServer(name: string, folder: string, options: Options): Server };
  export = server;
}
