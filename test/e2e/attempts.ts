/** Every way in which a page can try to reach a server; it runs inside the page, so it is one function on its own. */

/** @returns the names of what was tried. Refusals are not errors here: only the server knows whether it was reached. */
export async function tryEverything(port: number): Promise<string[]> {
  const at = `127.0.0.1:${port}`;
  const url = (name: string) => `http://${at}/${name}`;
  const put = (tag: string, attributes: Record<string, string>) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    document.body.append(element);
    return element;
  };
  const connect = async (server: RTCIceServer) => {
    const connection = new RTCPeerConnection({ iceServers: [server] });
    connection.createDataChannel('x');
    await connection.setLocalDescription(await connection.createOffer());
  };
  const attempts: Record<string, () => unknown> = {
    fetch: () => fetch(url('fetch')),
    'fetch without an answer': () => fetch(url('no-cors'), { mode: 'no-cors', keepalive: true }),
    'old request': () => {
      const request = new XMLHttpRequest();
      request.open('GET', url('xhr'));
      request.send();
    },
    beacon: () => navigator.sendBeacon(url('beacon'), 'x'),
    'web socket': () => new WebSocket(`ws://${at}/socket`),
    'event source': () => new EventSource(url('events')),
    image: () => put('img', { src: url('image') }),
    script: () => put('script', { src: url('script') }),
    'style sheet': () => put('link', { rel: 'stylesheet', href: url('style') }),
    prefetch: () => put('link', { rel: 'prefetch', href: url('prefetch') }),
    preconnect: () => put('link', { rel: 'preconnect', href: url('') }),
    icon: () => put('link', { rel: 'icon', href: url('icon') }),
    frame: () => put('iframe', { src: url('frame') }),
    object: () => put('object', { data: url('object') }),
    video: () => put('video', { src: url('video'), autoplay: '' }),
    'background image': () => {
      put('div', {}).style.backgroundImage = `url(${url('background')})`;
    },
    'font face': () => new FontFace('far', `url(${url('font')})`).load(),
    worker: () => new Worker(url('worker')),
    'worker from words': () =>
      new Worker(URL.createObjectURL(new Blob([`fetch(${JSON.stringify(url('blob'))})`]))),
    form: () => {
      const frame = put('iframe', { name: 'answer' });
      (put('form', { action: url('form'), method: 'post', target: 'answer' }) as HTMLFormElement).submit();
      return frame;
    },
    'link to click': () =>
      (put('a', { href: url('link'), target: '_blank', ping: url('ping') }) as HTMLAnchorElement).click(),
    'new window': () => window.open(url('window')),
    'peer connection': () => connect({ urls: `stun:${at}` }),
    'peer connection by relay': () =>
      connect({ urls: [`turn:${at}?transport=tcp`, `turn:${at}`], username: 'a', credential: 'b' }),
    navigation: () => {
      window.location.href = url('navigation');
    },
  };
  for (const attempt of Object.values(attempts)) {
    try {
      await Promise.race([attempt(), new Promise((resolve) => setTimeout(resolve, 150))]);
    } catch {}
  }
  // STUN repeats itself within half a second; everything else has been sent by then.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  return Object.keys(attempts);
}
