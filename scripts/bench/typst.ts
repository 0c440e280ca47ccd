/** One process of typst: compiles the corpus as PDF/UA-1. The package is not one of ours; TYPST_PACKAGE names its folder. */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

interface NodeCompiler {
  pdf(
    options: { readonly mainFilePath: string },
    pdf?: { readonly pdfStandard?: string; readonly pdfTags?: boolean },
  ): Uint8Array;
}
interface TypstPackage {
  readonly NodeCompiler: {
    create(options: {
      readonly workspace: string;
      readonly fontArgs: readonly { readonly fontPaths: readonly string[] }[];
    }): NodeCompiler;
  };
}

const [folder, output] = process.argv.slice(2);
if (folder === undefined || output === undefined) throw new Error('usage: typst.js <folder> <output>');
const require = createRequire(import.meta.url);
const found = createRequire(join(resolve(process.env['TYPST_PACKAGE'] ?? process.cwd()), 'package.json'));
const { NodeCompiler } = found('@myriaddreamin/typst-ts-node-compiler') as TypstPackage;
const fonts = ['@expo-google-fonts/source-sans-3', '@expo-google-fonts/source-serif-4'].map((name) =>
  dirname(require.resolve(`${name}/package.json`)),
);
const compiler = NodeCompiler.create({ workspace: resolve(folder), fontArgs: [{ fontPaths: fonts }] });
const bytes = compiler.pdf(
  { mainFilePath: resolve(folder, 'corpus.typ') },
  { pdfStandard: 'ua-1', pdfTags: true },
);
writeFileSync(output, bytes);
const usage = process.resourceUsage();
process.stdout.write(
  `${JSON.stringify({ bytes: bytes.length, peak: usage.maxRSS / 1024, cpu: (usage.userCPUTime + usage.systemCPUTime) / 1e6 })}\n`,
);
