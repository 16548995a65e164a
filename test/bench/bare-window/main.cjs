/** The least a window that accepts keys can be: the peer of the bench `window`. */
const path = require('node:path');
const { app, BrowserWindow } = require('electron');

app.whenReady().then(() => {
  new BrowserWindow({ width: 1280, height: 800 }).loadFile(path.join(__dirname, 'index.html'));
});
app.on('window-all-closed', () => app.quit());
