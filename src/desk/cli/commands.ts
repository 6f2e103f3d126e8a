// The commands of the program, in the order of its help. Each is defined in a file of its own.

import { addAccess } from './access.js';
import { addAdd } from './add.js';
import { addAudit } from './audit.js';
import { addBackup, addCheck, addMove, addRestore } from './backup.js';
import { addBoard } from './board.js';
import { addBrief } from './brief.js';
import type { AddCommand } from './command.js';
import { addDue } from './due.js';
import { addExport } from './export.js';
import { addHistory } from './history.js';
import { addImport } from './import.js';
import { addLines } from './lines.js';
import { addList } from './list.js';
import { addOrigins } from './origins.js';
import { addProcess } from './process.js';
import { addRead } from './read.js';
import { addRedact } from './redact.js';
import { addReview } from './review.js';
import { addSearch } from './search.js';
import { addServe } from './serve.js';
import { addShow } from './show.js';
import { addTalks } from './talks.js';
import { addToken } from './token.js';
import { addUser } from './user.js';
import { addVersion } from './version.js';
import { addWatch } from './watch.js';
import { addWho } from './who.js';
import { addWorker } from './worker.js';

export const COMMANDS: readonly AddCommand[] = [
  addServe,
  addWorker,
  addRead,
  addAdd,
  addProcess,
  addList,
  addShow,
  addSearch,
  addBoard,
  addTalks,
  addAccess,
  addDue,
  addWho,
  addLines,
  addOrigins,
  addReview,
  addBrief,
  addHistory,
  addExport,
  addImport,
  addWatch,
  addUser,
  addToken,
  addAudit,
  addBackup,
  addRestore,
  addCheck,
  addMove,
  addRedact,
  addVersion,
];
