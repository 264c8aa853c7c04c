import type { CommandSpec } from './command.js';
import { EXIT } from './exit-codes.js';
import { formOption } from './look-options.js';

interface SchemaFlags {
  readonly form?: readonly string[];
}

export const schemaCommand: CommandSpec = {
  name: 'schema',
  description: '输出报告的 JSON Schema，编辑器据以补全和检查',
  options: [formOption],
  run: async (_, { form }: SchemaFlags) => {
    const { reportJsonSchema } = await import('../index.js');
    const { loadForms } = await import('../host/load-forms.js');
    process.stdout.write(`${JSON.stringify(reportJsonSchema({ forms: await loadForms(form) }), null, 2)}\n`);
    return EXIT.done;
  },
};
