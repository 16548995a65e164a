export const platform = process.platform;
export const title = document.title;
export const page = window.location;
export const file = Buffer.from('');
