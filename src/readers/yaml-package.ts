/** Gives the `yaml` package. Called with the first YAML text: the package has seventy files, which most runs do not need. */
export type LoadYaml = () => Yaml;

/** The `yaml` package. */
export type Yaml = typeof import('yaml');
