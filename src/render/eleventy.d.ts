// The parts of Eleventy's public API (3.1) that we use. Eleventy ships without types.
declare module "@11ty/eleventy" {
  export interface TemplateContext {
    readonly page: { readonly url: string; readonly outputPath: string };
  }

  export interface AfterEvent {
    readonly directories: { readonly output: string };
    readonly outputMode: "fs" | "json" | "ndjson";
  }

  export interface UserConfig {
    readonly benchmarkManager: { get(group: string): { setMinimumThresholdPercent(percent: number): void } };
    readonly ignores: Set<string>;
    setTemplateFormats(formats: readonly string[]): void;
    setQuietMode(quiet: boolean): void;
    addGlobalData(name: string, data: unknown): void;
    addTemplate(path: string, template: { readonly data: object; readonly render: (data: never) => string }): void;
    addTransform(name: string, transform: (this: TemplateContext, content: string) => string | Buffer): void;
    on(event: "eleventy.after", listener: (event: AfterEvent) => void | Promise<void>): void;
  }

  interface EleventyOptions {
    readonly configPath?: string | false;
    readonly quietMode?: boolean;
    readonly config?: (config: UserConfig) => void | Promise<void>;
  }

  export class Eleventy {
    constructor(input: string, output: string, options: EleventyOptions);
    disableLogger(): void;
    init(): Promise<void>;
    write(): Promise<unknown>;
  }
}
