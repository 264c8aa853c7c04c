import type { CommandSpec } from './command.js';
import { EXIT } from './exit-codes.js';
import { forceOption, formOption, textOutputOption } from './look-options.js';

interface SchemaFlags {
  readonly form?: readonly string[];
  readonly output?: string;
  readonly force?: boolean;
}

export const schemaCommand: CommandSpec = {
  name: 'schema',
  description: '输出报告的 JSON Schema，编辑器据以补全和检查',
  options: [formOption, textOutputOption, forceOption],
  examples: [['schema -o report.schema.json', '写成文件，供编辑器补全和检查']],
  exit: null,
  run: async (_, flags: SchemaFlags) => {
    const { reportJsonSchema } = await import('../index.js');
    const { loadForms } = await import('../host/load-forms.js');
    const { writeText } = await import('./outputs.js');
    const { form = [] } = flags;
    const schema = reportJsonSchema({ forms: await loadForms(form) });
    await writeText(`${JSON.stringify(schema, null, 2)}\n`, { ...flags, inputs: form });
    return EXIT.done;
  },
};
