export { type Job, type JobResult, type Output, runJob } from './job.js';
export { createPool, type Pool, type PoolOptions } from './pool.js';
export { type BatchOptions, type BatchResult, renderBatch } from './render-batch.js';
export { type S3StoreOptions, s3Store } from './s3-store.js';
export { fileStore, type Store, type Stored } from './store.js';
export type { BatchInput, Rendered, RenderedFile, Task, TextInput, ValueInput } from './task.js';
