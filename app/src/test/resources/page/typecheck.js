// Runs in the browser beside TypeScript's compiler: (files by path, paths to check) → "file:line: message" of each error.
({ files, sources }) => {
  const directories = new Set();
  for (const path of Object.keys(files)) {
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
      directories.add(path.slice(0, end));
    }
  }
  const options = {
    allowJs: true,
    checkJs: true,
    strict: true,
    noEmit: true,
    noUnusedLocals: true,
    noUncheckedSideEffectImports: true,
    // Lit's reactive properties are declared for the types only.
    useDefineForClassFields: false,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
    types: [],
  };
  const host = {
    fileExists: (path) => path in files,
    readFile: (path) => files[path],
    directoryExists: (path) => path === "/" || directories.has(path),
    getDirectories: () => [],
    realpath: (path) => path,
    getSourceFile: (path, language) =>
      path in files ? ts.createSourceFile(path, files[path], language, true) : undefined,
    getDefaultLibFileName: () => "/lib/lib.es2022.d.ts",
    getDefaultLibLocation: () => "/lib",
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    writeFile: () => {},
  };
  const program = ts.createProgram({ rootNames: [...sources, "/ambient.d.ts"], options, host });
  const found = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()];
  for (const path of sources) {
    const source = program.getSourceFile(path);
    found.push(...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source));
  }
  return found.map(({ file, start, messageText }) => {
    const message = ts.flattenDiagnosticMessageText(messageText, "\n");
    return file ? `${file.fileName}:${file.getLineAndCharacterOfPosition(start).line + 1}: ${message}` : message;
  });
};
