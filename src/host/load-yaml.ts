import { createRequire } from 'node:module';
import type { LoadYaml } from '../readers/yaml-package.js';
import { missingPackage } from './optional.js';

const require = createRequire(import.meta.url ?? __filename);

/**
 * The `yaml` package, loaded when it is first asked for.
 *
 * @throws ReportError `package/missing` if this code has been bundled and is run where the package is not
 */
export const loadYaml: LoadYaml = () => {
  try {
    return require('yaml');
  } catch (error) {
    throw missingPackage(['yaml'], error);
  }
};
