// The part of Eleventy's dev server (2.1) that we use; the package has no types.
declare module "@11ty/eleventy-dev-server" {
  interface ServerResponse {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  }

  interface Options {
    readonly domDiff: boolean;
    readonly messageOnStart: () => false;
    readonly logger: Readonly<Record<"info" | "log" | "error", (line: string) => void>>;
    /** Handlers by path pattern. If one returns undefined, the server sends the file from the folder. */
    readonly onRequest: Readonly<Record<string, (request: { readonly url: URL }) => ServerResponse | undefined>>;
  }

  interface Server {
    serve(port: number): void;
    ready(): Promise<void>;
    getServerUrl(host: string): string;
    /** Reloads the page in all connected browsers. */
    reload(): void;
    close(): Promise<void>;
  }

  const server: { getServer(name: string, folder: string, options: Options): Server };
  export = server;
}
