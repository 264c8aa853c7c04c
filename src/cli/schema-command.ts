import type { CommandSpec } from './command.js';
import { EXIT } from './exit-codes.js';

export const schemaCommand: CommandSpec = {
  name: 'schema',
  description: '输出报告的 JSON Schema，编辑器据以补全和检查',
  options: [],
  run: async () => {
    const { reportJsonSchema } = await import('../index.js');
    process.stdout.write(`${JSON.stringify(reportJsonSchema(), null, 2)}\n`);
    return EXIT.done;
  },
};
