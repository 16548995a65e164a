import { afterAll, beforeAll, expect } from 'vitest';
import { tryEverything } from './attempts.ts';
import { type Desk, type Started, setUpDesk, test } from './launch.ts';
import { listen } from './listener.ts';

let desk: Desk;
let despatch: Started;

beforeAll(async () => {
  desk = await setUpDesk();
  despatch = await desk.start();
  await despatch.page.waitForLoadState('load');
});
afterAll(() => desk?.clear());

test('whatever the window tries, no byte reaches a server', async () => {
  const server = await listen();
  try {
    const tried = await despatch.page.evaluate(tryEverything, server.port);
    expect(tried.length).toBeGreaterThan(20);
    expect(server.arrived).toEqual([]);
    expect(despatch.page.url()).toBe('app://despatch/index.html');
    expect(despatch.app.windows()).toHaveLength(1);
    // The server does hear what is sent to it.
    await fetch(`http://127.0.0.1:${server.port}/`);
    expect(server.arrived).toEqual(['TCP']);
  } finally {
    await server.stop();
  }
});

test('a page without our content policy reaches no server either', async () => {
  const server = await listen();
  try {
    const opened = despatch.app.waitForEvent('window');
    await despatch.app.evaluate(({ BrowserWindow }) => {
      const bare = new BrowserWindow({ show: false, webPreferences: { partition: 'bare', sandbox: true } });
      void bare.loadURL('about:blank');
    });
    const page = await opened;
    await page.evaluate(tryEverything, server.port);
    expect(server.arrived).toEqual([]);
    await page.close();
  } finally {
    await server.stop();
  }
});

test('main itself gets nothing through the session', async () => {
  const server = await listen();
  try {
    const outcomes = await despatch.app.evaluate(
      ({ session, net }, url) =>
        Promise.all(
          [session.defaultSession.fetch(url), session.fromPartition('other').fetch(url), net.fetch(url)].map(
            (asked) =>
              asked.then(
                () => 'answered',
                () => 'refused',
              ),
          ),
        ),
      `http://127.0.0.1:${server.port}/`,
    );
    expect(outcomes).toEqual(['refused', 'refused', 'refused']);
    expect(server.arrived).toEqual([]);
  } finally {
    await server.stop();
  }
});

test('the window has nothing of Node and nothing of Electron but the declared calls', async () => {
  const found = await despatch.page.evaluate(() => ({
    globals: ['require', 'process', 'module', 'Buffer', 'global', 'electron', '__dirname'].filter(
      (name) => name in window,
    ),
    calls: Object.keys((window as unknown as { despatch: object }).despatch).sort(),
  }));
  expect(found).toEqual({
    globals: [],
    calls: [
      'chooseEvidenceFiles',
      'chooseEvidenceFolder',
      'chooseExportFile',
      'chooseImageFile',
      'chooseImportFile',
      'chooseMeetingTarget',
      'chooseOriginalFile',
      'choosePaperFiles',
      'chooseReferencesFile',
      'chooseReferencesTarget',
      'chooseStyleFile',
      'chooseTemplateFile',
      'edit',
      'grantDropped',
      'handPassage',
      'keepPlace',
      'onCloseRequest',
      'onMenuChoice',
      'onMenuCommand',
      'onPassage',
      'openExported',
      'openReader',
      'setColourScheme',
      'setMenuLists',
      'setScale',
      'setWindowState',
    ],
  });
});

test('the window is sandboxed, isolated and without Node', async () => {
  const preferences = await despatch.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
});

test('every answer of the window’s own addresses carries the content policy', async () => {
  const answers = await despatch.app.evaluate(async ({ session }) => {
    const ask = async (path: string) => {
      const answer = await session.defaultSession.fetch(`app://despatch/${path}`);
      return { status: answer.status, policy: answer.headers.get('content-security-policy') };
    };
    return {
      page: await ask('index.html'),
      document: await ask('document.html'),
      missing: await ask('no-such-file.js'),
      odd: await ask('..%2f..%2fpackage.js'),
    };
  });
  expect(answers.page.status).toBe(200);
  expect(answers.document.status).toBe(200);
  expect(answers.missing.status).toBe(404);
  expect(answers.odd.status).toBe(400);
  for (const { policy } of Object.values(answers)) {
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
  }
});

test('words cannot become code in the window', async () => {
  const ran = await despatch.page.evaluate(async () => {
    const marks: string[] = [];
    (window as unknown as { mark: (name: string) => void }).mark = (name) => marks.push(name);
    const script = document.createElement('script');
    script.textContent = 'mark("inline script")';
    document.body.append(script);
    const image = document.createElement('div');
    image.innerHTML = '<img src="x" onerror="mark(\'handler\')">';
    document.body.append(image);
    const frame = document.createElement('iframe');
    frame.srcdoc = '<script>parent.mark("frame")</script>';
    document.body.append(frame);
    await new Promise((resolve) => {
      // Out of the inspector's own call, to which the policy does not apply.
      setTimeout(() => {
        try {
          // biome-ignore lint/security/noGlobalEval: that it is refused is the point.
          globalThis.eval('mark("eval")');
        } catch {}
        try {
          new Function('mark("Function")')();
        } catch {}
        setTimeout(resolve, 300);
      });
    });
    return marks;
  });
  expect(ran).toEqual([]);
});

test('files of this computer are as far away as the network', async () => {
  const outcome = await despatch.page.evaluate(() =>
    fetch('file:///etc/hostname').then(
      () => 'answered',
      () => 'refused',
    ),
  );
  expect(outcome).toBe('refused');
  await despatch.page.evaluate(() => {
    window.location.href = 'file:///etc/hostname';
  });
  await despatch.page.waitForTimeout(300);
  expect(despatch.page.url()).toBe('app://despatch/index.html');
});

test('every permission is denied', async () => {
  const outcome = await despatch.page.evaluate(async () => ({
    notifications: await Notification.requestPermission(),
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      () => 'denied',
    ),
    place: await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        () => resolve('denied'),
      ),
    ),
    clipboard: await navigator.clipboard.readText().then(
      () => 'granted',
      () => 'denied',
    ),
  }));
  expect(outcome).toEqual({
    notifications: 'denied',
    camera: 'denied',
    place: 'denied',
    clipboard: 'denied',
  });
});

test('main refuses calls that are not as declared', async () => {
  const outcomes = await despatch.page.evaluate(async () => {
    const api = (window as unknown as { despatch: Record<string, (...args: unknown[]) => Promise<unknown>> })
      .despatch;
    const wrong: [string, unknown[]][] = [
      ['chooseExportFile', ['exe', 'name']],
      ['chooseExportFile', ['pdf', { toString: 'name' }]],
      ['chooseReferencesTarget', ['endnote', 'name']],
      ['chooseMeetingTarget', ['exe', 'name']],
      ['openExported', ['/etc/passwd', 'open']],
      ['openExported', ['token', 'delete']],
    ];
    return Promise.all(
      wrong.map(([name, args]) =>
        api[name]?.(...args).then(
          // A file that cannot be opened is told as an answer, for the words to reach the user.
          (said) => (said as { code?: string } | null)?.code ?? 'done',
          () => 'refused',
        ),
      ),
    );
  });
  expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused', 'grant.unknown', 'refused']);
});

test('the application registers itself for no addresses', async () => {
  const registered = await despatch.app.evaluate(({ app }) =>
    ['app', 'despatch'].some((scheme) => app.isDefaultProtocolClient(scheme)),
  );
  expect(registered).toBe(false);
});
