/** The part of Eleventy that we use; version 3.1.7 brings no types. */
declare module '@11ty/eleventy' {
  export interface EleventyConfig {
    addGlobalData(name: string, value: unknown): void;
    addPassthroughCopy(paths: Readonly<Record<string, string>>): void;
    addTransform(name: string, transform: (content: string) => string): void;
    addPlugin(plugin: (config: EleventyConfig, options: never) => void, options: unknown): void;
    setLibrary(name: string, library: unknown): void;
    setTemplateFormats(formats: readonly string[]): void;
    setUseGitIgnore(use: boolean): void;
    setQuietMode(quiet: boolean): void;
    readonly ignores: Set<string>;
  }

  export interface Rendered {
    readonly url: string;
    readonly inputPath: string;
    /** Begins with the output folder; false for a template that writes nothing. */
    readonly outputPath: string | false;
    readonly content: string;
  }

  export interface EleventyOptions {
    readonly configPath?: string;
    readonly quietMode?: boolean;
    readonly source?: 'script' | 'cli';
    readonly config?: (config: EleventyConfig) => void;
  }

  export class Eleventy {
    constructor(input: string, output: string, options?: EleventyOptions);
    disableLogger(): void;
    toJSON(): Promise<readonly Rendered[]>;
  }
}
