import { createRequire } from 'node:module';
import type { LoadYaml } from '../readers/yaml-package.js';

const require = createRequire(import.meta.url ?? __filename);

/** The `yaml` package, loaded when it is first asked for. */
export const loadYaml: LoadYaml = () => require('yaml');
