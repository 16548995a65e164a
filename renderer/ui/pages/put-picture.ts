interface Bytes {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array<ArrayBuffer>;
}

/** A drawn page, pixel for pixel. */
export function putPicture(canvas: HTMLCanvasElement, { width, height, pixels }: Bytes): void {
  const { buffer, byteOffset, byteLength } = pixels;
  const image = new ImageData(new Uint8ClampedArray(buffer, byteOffset, byteLength), width, height);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  canvas.getContext('2d', { alpha: false })?.putImageData(image, 0, 0);
}
