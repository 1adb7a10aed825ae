// Types of what the page uses and no WebJar describes.

/** Lit and DOMPurify import these from a package that has types only. */
declare module "trusted-types/lib/index.js" {
  export interface TrustedHTML {}
  export interface TrustedTypePolicy {
    createHTML(input: string): TrustedHTML;
  }
  export interface TrustedTypesWindow {
    trustedTypes?: { createPolicy(name: string, rules: object): TrustedTypePolicy };
  }
}

/** highlight.js comes as a classic script: its ES module breaks in browsers. */
interface HighlightJs {
  highlight(code: string, options: { language: string; ignoreIllegals?: boolean }): { value: string };
  highlightAuto(code: string): { value: string; language?: string };
  highlightElement(element: HTMLElement): void;
  getLanguage(name: string): object | undefined;
}
declare const hljs: HighlightJs;
interface Window {
  hljs: HighlightJs;
}
