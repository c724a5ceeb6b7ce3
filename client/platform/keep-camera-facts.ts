import { withCameraFacts } from '#shared/files/camera-facts.ts';

/** The shrunk picture with what the camera wrote into the photo: time and place stay evidence, which the server keeps sealed and serves to nobody. */
export async function keepCameraFacts(photo: Blob, shrunk: Blob): Promise<Blob> {
  const [original, small] = await Promise.all([photo.arrayBuffer(), shrunk.arrayBuffer()]);
  return new Blob([withCameraFacts(new Uint8Array(original), new Uint8Array(small))], { type: shrunk.type });
}
