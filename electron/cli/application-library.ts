import { homedir } from 'node:os';
import path from 'node:path';

/** The folder the installed application keeps its library in: Electron's folder for application data. */
export function applicationLibrary(): string {
  return path.join(applicationData(), 'Despatch', 'library');
}

function applicationData(): string {
  if (process.platform === 'win32') {
    return process.env['APPDATA'] ?? path.join(homedir(), 'AppData', 'Roaming');
  }
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support');
  return process.env['XDG_CONFIG_HOME'] || path.join(homedir(), '.config');
}
